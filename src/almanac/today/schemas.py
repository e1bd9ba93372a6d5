"""What the day's API answers."""

import datetime as dt

from almanac.core.day import DayProgress, DaySummary
from almanac.core.schema import View
from almanac.habits.schemas.day import HabitEntry


class Today(View):
    """A day: its entries in order, and how much of it is done."""

    date: dt.date
    today: dt.date
    timezone: str
    entries: list[HabitEntry]
    progress: DayProgress


class DayList(View):
    """The progress of several days, oldest first."""

    data: list[DaySummary]
    count: int
    next_cursor: None = None
