"""Use cases of the timetable."""
