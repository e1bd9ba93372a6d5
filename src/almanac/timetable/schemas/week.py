"""The document of a week on real dates."""

from datetime import date
from uuid import UUID

from pydantic import Field

from almanac.core.fields import WallTime
from almanac.core.schema import View
from almanac.schedules.rules import Weekday
from almanac.timetable.domain.model import OccurrenceState, SessionKind
from almanac.timetable.schemas.routine import SlotRead
from almanac.timetable.schemas.session import CancellationRead, WarningRead


class WeekDay(View):
    date: date
    weekday: Weekday
    is_hidden: bool
    is_today: bool
    in_force: bool
    holiday: str | None = Field(description="Its name, which may be empty; null on other days")


class Hours(View):
    """Minutes after midnight to be drawn so that everything is seen; past midnight beyond 1440."""

    starts: int
    ends: int


class LaneRead(View):
    """The place among those that overlap: lane `index`, from 0, of `count`."""

    index: int
    count: int


class OccurrenceRead(View):
    """A session on the date `on`; `planned_on` names it, wherever it was moved.

    What was moved to another date is there twice: moved away, and moved here.
    """

    session_id: UUID
    kind: SessionKind
    subject: str
    note: str
    color: str | None
    theme_id: UUID | None
    weekday: Weekday
    planned_on: date
    on: date
    starts: WallTime
    minutes: int
    ends: WallTime
    location: str
    state: OccurrenceState
    cancellation: CancellationRead | None
    moved_to: date | None
    is_done: bool
    lane: LaneRead
    warnings: list[WarningRead]


class RoutineWeek(View):
    """What becomes of a routine's sessions in one week."""

    routine_id: UUID
    first_on: date
    last_on: date
    today: date
    week: int | None = Field(description="The week of the rotation; null when not in force")
    days: list[WeekDay]
    slots: list[SlotRead]
    hours: Hours
    occurrences: list[OccurrenceRead]
