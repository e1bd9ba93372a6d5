"""What statistics answer.

`statistics` is the document, `hours` its timetable, `insights` what may be written below it.
"""
