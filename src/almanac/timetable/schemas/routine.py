"""Bodies of routines."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from almanac.core.fields import Day, WallTime
from almanac.core.schema import Body, Patch, View
from almanac.core.text import Line
from almanac.schedules.rules import Weekday
from almanac.timetable.domain.checks import MAX_BREAKS, MAX_HOLIDAYS, MAX_ROTATION_WEEKS
from almanac.timetable.domain.layout import SlotKind
from almanac.timetable.domain.model import DAY_MINUTES
from almanac.timetable.schemas.session import Minutes, SessionRead

Name = Annotated[Line, Field(min_length=1, max_length=80)]
RotationWeeks = Annotated[int, Field(ge=1, le=MAX_ROTATION_WEEKS)]
DayEnd = Annotated[WallTime, Field(description="`00:00` is midnight, the end of the day")]
HiddenDays = Annotated[list[Weekday], Field(max_length=7)]


class BreakWrite(Body):
    """A pause of every day; of no minutes it is none."""

    starts: WallTime
    minutes: int = Field(ge=0, le=DAY_MINUTES)


class HolidayWrite(Body):
    """Days on which nothing takes place, both included."""

    first_on: Day
    last_on: Day
    name: Annotated[Line, Field(max_length=80)] = ""


Breaks = Annotated[list[BreakWrite], Field(max_length=MAX_BREAKS)]
Holidays = Annotated[list[HolidayWrite], Field(max_length=MAX_HOLIDAYS)]


class RoutineCreate(Body):
    """A pattern of weeks. Without `valid_from` it is in force from this week on."""

    name: Name
    day_starts: WallTime = "08:00"
    day_ends: DayEnd = "17:00"
    hidden_days: HiddenDays = Field(default=[Weekday.SAT, Weekday.SUN])
    session_minutes: Minutes = 75
    breaks: Breaks = Field(default=[BreakWrite(starts="13:00", minutes=90)])
    valid_from: Day | None = None
    valid_to: Day | None = None
    rotation_weeks: RotationWeeks = 1
    holidays: Holidays = Field(default_factory=list)


class RoutineUpdate(Patch):
    """Fields to change; what is left out stays."""

    clearable = frozenset({"valid_from", "valid_to"})

    name: Name | None = None
    day_starts: WallTime | None = None
    day_ends: DayEnd | None = None
    hidden_days: HiddenDays | None = None
    session_minutes: Minutes | None = None
    breaks: Breaks | None = None
    valid_from: Day | None = None
    valid_to: Day | None = None
    rotation_weeks: RotationWeeks | None = None
    holidays: Holidays | None = None


class RoutineOrder(Body):
    """Some routines in the order wanted: they share out the places that they hold among all."""

    ids: list[UUID] = Field(min_length=1, max_length=200)


class RoutineDuplicate(Body):
    """A copy of a routine with its sessions, under an id that the client may have made."""

    id: UUID | None = None
    name: Name | None = None


class BreakRead(View):
    starts: WallTime
    minutes: int


class HolidayRead(View):
    first_on: date
    last_on: date
    name: str


class SlotRead(View):
    """A piece of the day, from its start to its end without a gap."""

    starts: WallTime
    ends: WallTime
    kind: SlotKind


class ShareRead(View):
    """The link under which anybody may read the routine."""

    url: str


class RoutineSummary(View):
    """A routine without its sessions."""

    id: UUID
    name: str
    day_starts: WallTime
    day_ends: DayEnd
    rotation_weeks: int
    valid_from: date | None
    valid_to: date | None
    sessions_count: int
    position: int
    is_shared: bool


class RoutineList(View):
    data: list[RoutineSummary]
    count: int
    next_cursor: str | None


class RoutineRead(View):
    """A routine with its sessions, as it stands today."""

    id: UUID
    name: str
    day_starts: WallTime
    day_ends: DayEnd
    hidden_days: list[Weekday]
    session_minutes: int
    breaks: list[BreakRead]
    valid_from: date | None
    valid_to: date | None
    rotation_weeks: int
    holidays: list[HolidayRead]
    starts_on: date = Field(description="The first date in force")
    this_week: int = Field(description="The week of the rotation that holds today, from 1")
    position: int
    share: ShareRead | None
    created_at: datetime
    updated_at: datetime
    sessions: list[SessionRead]
    slots: list[SlotRead] = Field(description="The day laid out: slots, breaks, what is left")
