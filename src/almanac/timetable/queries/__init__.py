"""Reads of the timetable."""
