"""The words of feeds."""

from enum import StrEnum


class Area(StrEnum):
    """What a feed may contain, in the order in which it stands there."""

    TIMETABLE = "timetable"
    HABITS = "habits"
    TASKS = "tasks"
