"""Whole routines as Almanac's own export writes them and its import reads them back."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Field, model_validator
from pydantic_core import PydanticCustomError

from almanac.core.fields import FIRST_DATE, LAST_DATE, Color, Day, WallTime
from almanac.core.schema import Body
from almanac.core.text import Line
from almanac.schedules.rules import Weekday
from almanac.timetable.domain.checks import MAX_EXCEPTIONS
from almanac.timetable.domain.model import CancelScope, SessionKind
from almanac.timetable.schemas.routine import (
    Breaks,
    DayEnd,
    HiddenDays,
    Holidays,
    Name,
    RotationWeeks,
)
from almanac.timetable.schemas.session import (
    MAX_SESSIONS,
    Location,
    Minutes,
    Note,
    Reason,
    Subject,
    Week,
)

MAX_TICKS = 20_000


def _within_the_calendar(moment: datetime) -> datetime:
    # A day from either end, so that no zone takes it out of what there is.
    if not FIRST_DATE < moment.date() < LAST_DATE:
        raise PydanticCustomError("date_out_of_range", "Use a date from 1900 to 2200")
    return moment


Instant = Annotated[AwareDatetime, AfterValidator(_within_the_calendar)]
SourceKey = Annotated[Line, Field(max_length=200)] | None


class CancellationDocument(Body):
    """The series has no dates, everything else both."""

    scope: CancelScope
    first_on: Day | None
    last_on: Day | None
    reason: Reason

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        first, last, scope = self.first_on, self.last_on, self.scope
        if scope is CancelScope.HOLIDAY:
            raise PydanticCustomError("scope", "Holidays are those of the routine")
        if scope is CancelScope.SERIES:
            if first is not None or last is not None:
                raise PydanticCustomError("dates", "A cancelled series has no dates")
        elif first is None or last is None or last < first:
            raise PydanticCustomError("dates", "The last day cannot lie before the first")
        elif scope is CancelScope.DATE and first != last:
            raise PydanticCustomError("dates", "A date is one day")
        return self


class MoveDocument(Body):
    planned_on: Day
    on: Day
    starts: WallTime
    minutes: Minutes
    location: Location | None


class TickDocument(Body):
    planned_on: Day
    done_on: Day
    done_at: Instant


class SessionDocument(Body):
    """A session with what was cancelled, moved and ticked of it."""

    id: UUID
    source_key: SourceKey
    kind: SessionKind
    weekday: Weekday
    week: Week | None
    starts: WallTime
    minutes: Minutes
    subject: Subject
    location: Location
    note: Note
    color: Color | None
    theme_id: UUID | None
    created_at: Instant
    cancellations: Annotated[list[CancellationDocument], Field(max_length=MAX_EXCEPTIONS)]
    moves: Annotated[list[MoveDocument], Field(max_length=MAX_EXCEPTIONS)]
    ticks: Annotated[list[TickDocument], Field(max_length=MAX_TICKS)]

    @model_validator(mode="after")
    def _names_each_once(self) -> Self:
        for dates in (self.moves, self.ticks):
            if len({each.planned_on for each in dates}) < len(dates):
                raise PydanticCustomError("duplicate_date", "A date occurs twice")
        extents = {(each.scope, each.first_on, each.last_on) for each in self.cancellations}
        if len(extents) < len(self.cancellations):
            raise PydanticCustomError("duplicate_date", "A cancellation occurs twice")
        return self


class RoutineDocument(Body):
    """A routine with its sessions. `source_key` names it where it was imported from."""

    id: UUID
    source_key: SourceKey
    name: Name
    day_starts: WallTime
    day_ends: DayEnd
    hidden_days: HiddenDays
    session_minutes: Minutes
    breaks: Breaks
    valid_from: Day | None
    valid_to: Day | None
    rotation_weeks: RotationWeeks
    holidays: Holidays
    created_on: Day
    created_at: Instant
    sessions: Annotated[list[SessionDocument], Field(max_length=MAX_SESSIONS)]
