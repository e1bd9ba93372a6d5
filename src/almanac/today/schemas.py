"""What the day's API answers."""

import datetime as dt
from typing import Annotated

from pydantic import Field

from almanac.core.day import DayProgress, DaySummary
from almanac.core.schema import View
from almanac.freshness.schemas.day import BatchEntry
from almanac.habits.schemas.day import HabitEntry
from almanac.quotes.schemas import QuoteRead
from almanac.tasks.schemas.day import TaskEntry
from almanac.timetable.schemas.day import SessionEntry

Entry = Annotated[HabitEntry | TaskEntry | SessionEntry | BatchEntry, Field(discriminator="kind")]


class Today(View):
    """A day: its entries in order, and how much of it is done."""

    date: dt.date
    today: dt.date
    timezone: str
    # Clients do without one, so that it may be left out one day without breaking them.
    quote: QuoteRead | None
    entries: list[Entry]
    progress: DayProgress


class DayList(View):
    """The progress of several days, oldest first."""

    data: list[DaySummary]
    count: int
    next_cursor: None = None
