"""Bodies of sessions and of what is cancelled, moved and ticked of them."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from almanac.core.fields import Color, Day, WallTime
from almanac.core.schema import Body, Patch, View
from almanac.core.text import Line, Prose
from almanac.schedules.rules import Weekday
from almanac.timetable.domain.checks import MAX_ROTATION_WEEKS
from almanac.timetable.domain.model import DAY_MINUTES, CancelScope, SessionKind, WarningCode

MAX_SESSIONS = 500

Minutes = Annotated[int, Field(ge=1, le=DAY_MINUTES)]
Week = Annotated[int, Field(ge=1, le=MAX_ROTATION_WEEKS)]
Subject = Annotated[Line, Field(min_length=1, max_length=120)]
Location = Annotated[Line, Field(max_length=120)]
Note = Annotated[Prose, Field(max_length=2000)]
Reason = Annotated[Line, Field(max_length=200)]


class SessionCreate(Body):
    """A weekly appointment, in one week of the rotation or, without `week`, in every one.

    Without `minutes` it is as long as the routine's sessions are. It may run past midnight.
    """

    kind: SessionKind = SessionKind.CLASS
    weekday: Weekday
    week: Week | None = None
    starts: WallTime
    minutes: Minutes | None = None
    subject: Subject
    location: Location = ""
    note: Note = ""
    color: Color | None = None
    theme_id: UUID | None = None


class SessionUpdate(Patch):
    """Fields to change; what is left out stays.

    On another weekday, or in another week, it takes its cancelled and moved dates along.
    """

    clearable = frozenset({"week", "color", "theme_id"})

    kind: SessionKind | None = None
    weekday: Weekday | None = None
    week: Week | None = None
    starts: WallTime | None = None
    minutes: Minutes | None = None
    subject: Subject | None = None
    location: Location | None = None
    note: Note | None = None
    color: Color | None = None
    theme_id: UUID | None = None


class SessionBulk(Body):
    """Delete several sessions or bring them back: all of them, or when one is not there, none."""

    ids: list[UUID] = Field(min_length=1, max_length=MAX_SESSIONS)
    action: Literal["delete", "restore"]


class PatternDayWrite(Body):
    """A weekday of one week of the rotation, or of all its weeks together."""

    weekday: Weekday
    week: Week | None = None


class DayCopy(Body):
    """Copy the sessions of one day onto another; what that has already is not copied again."""

    source: PatternDayWrite = Field(alias="from")
    target: PatternDayWrite = Field(alias="to")


class SeriesCancel(Body):
    """Cancel every date of a session."""

    reason: Reason = ""


class DateCancel(Body):
    """Cancel the planned date of the address, or with `until` all days from it to that one."""

    reason: Reason = ""
    until: Day | None = None


class DateMove(Body):
    """Where the planned date goes. Without `minutes` and `location` these stay the session's."""

    on: Day
    starts: WallTime
    minutes: Minutes | None = None
    location: Location | None = None


class CancellationRead(View):
    """What is cancelled; the series has no dates."""

    scope: CancelScope
    first_on: date | None
    last_on: date | None
    reason: str


class MoveRead(View):
    """Where a planned date takes place; without a `location`, in the session's own."""

    planned_on: date
    on: date
    starts: WallTime
    minutes: int
    location: str | None


class MetBreak(View):
    starts: WallTime
    minutes: int


class MetSession(View):
    """Another session that a warning names."""

    id: UUID
    routine_id: UUID
    subject: str
    weekday: Weekday
    week: int | None
    starts: WallTime
    minutes: int


class WarningRead(View):
    """What a session meets: in which of its minutes, and whom."""

    code: WarningCode
    starts: WallTime
    minutes: int
    pause: MetBreak | None = Field(serialization_alias="break")
    session: MetSession | None
    first_on: date | None = Field(description="The first date on which both are planned")


class SessionRead(View):
    """A session with its exceptions. `ends` is a time of the next day when that is past midnight.

    `is_cancelled` and `reason` are those of the whole series.
    """

    id: UUID
    routine_id: UUID
    kind: SessionKind
    weekday: Weekday
    week: int | None
    starts: WallTime
    minutes: int
    ends: WallTime
    subject: str
    location: str
    note: str
    color: str | None
    theme_id: UUID | None
    is_cancelled: bool
    reason: str
    cancellations: list[CancellationRead]
    moves: list[MoveRead]
    warnings: list[WarningRead]
    updated_at: datetime


class SessionBatch(View):
    """Sessions as they stand now, without those that were deleted."""

    data: list[SessionRead]
