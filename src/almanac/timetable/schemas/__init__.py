"""Bodies of the timetable."""
