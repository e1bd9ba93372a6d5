"""The words of feeds."""

from enum import StrEnum


class Area(StrEnum):
    """What a feed may contain, in the order in which it stands there."""

    TIMETABLE = "timetable"
    HABITS = "habits"
    TASKS = "tasks"
    FRESHNESS = "freshness"


AT_FIRST = (Area.TIMETABLE, Area.HABITS, Area.TASKS)
"""What a calendar shows until its owner chooses: a counter's shelf would fill a phone."""
