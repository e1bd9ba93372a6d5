"""Reading and writing of files as functions of bytes and values; one file would be too long.

`reading` holds the words and limits; `loop_zip` and `loop_database` read what Loop Habit Tracker
writes, `loop_habits` and `loop_schedules` translate it.
Nothing here knows tables or requests, and nothing in a file is believed.
"""
