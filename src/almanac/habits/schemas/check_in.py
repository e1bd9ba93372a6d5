"""Bodies of check-ins, history, calendar and strength line."""

from datetime import date
from typing import Annotated

from pydantic import Field

from almanac.core.schema import Body, View
from almanac.core.text import Prose
from almanac.habits.domain.model import CheckInStatus, DayState
from almanac.habits.schemas.habit import Amount


class CheckInWrite(Body):
    """What happened on a date. Writing the same again changes nothing."""

    status: CheckInStatus
    amount: Amount | None = Field(default=None, description="In the habit's unit, to 3 decimals")
    note: Annotated[Prose, Field(max_length=2000)] = ""


class CheckInRead(View):
    date: date
    status: CheckInStatus
    amount: float | None
    note: str


class CheckInList(View):
    data: list[CheckInRead]
    count: int
    next_cursor: None = None


class CalendarDay(View):
    date: date
    state: DayState
    amount: float | None


class Calendar(View):
    """Every day of a year, judged by the schedule that was in force on it."""

    year: int
    days: list[CalendarDay]


class StrengthPoint(View):
    date: date
    strength: float = Field(description="0 to 100")


class StrengthLine(View):
    """Strength over time, oldest first."""

    data: list[StrengthPoint]
