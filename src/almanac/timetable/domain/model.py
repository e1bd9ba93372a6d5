"""The words of the timetable as values: routines, sessions, what is cancelled and what is moved.

Time is the clock on the wall: minutes after midnight of the day a session begins on, so that what
runs past midnight ends after minute 1440. No zone takes part (`instants` brings one in).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from almanac.schedules.periods import period_bounds
from almanac.schedules.rules import Period, Weekday

DAY_MINUTES = 1440


class Stretch(NamedTuple):
    """Minutes of a day from `starts` up to, not including, `ends`; past midnight beyond 1440."""

    starts: int
    ends: int

    def shared(self, other: "Stretch") -> "Stretch | None":
        """The minutes in both; none when they only touch."""
        starts, ends = max(self.starts, other.starts), min(self.ends, other.ends)
        return Stretch(starts, ends) if starts < ends else None

    def later(self, minutes: int) -> "Stretch":
        """The same stretch so many minutes later."""
        return Stretch(self.starts + minutes, self.ends + minutes)


@dataclass(frozen=True, slots=True)
class Break:
    """A pause of every day. One of no length is no break; one past midnight goes on after it."""

    starts: int
    minutes: int

    @property
    def stretch(self) -> Stretch:
        """The minutes it covers, counted from its own midnight."""
        return Stretch(self.starts, self.starts + self.minutes)


@dataclass(frozen=True, slots=True)
class Grid:
    """What a week is drawn on. `day_ends` is 1440 for midnight; `session_minutes` is a slot."""

    day_starts: int = 8 * 60
    day_ends: int = 17 * 60
    hidden_days: frozenset[Weekday] = frozenset({Weekday.SAT, Weekday.SUN})
    session_minutes: int = 75
    breaks: tuple[Break, ...] = (Break(13 * 60, 90),)


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days on which nothing of a routine takes place, both ends included."""

    first_on: date
    last_on: date
    name: str = ""


class CancelScope(StrEnum):
    """What a cancellation reaches: one date of a session, days, everything, or by a holiday."""

    DATE = "date"
    RANGE = "range"
    SERIES = "series"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class Cancellation:
    """What is cancelled and why. A date is the planned one, also where it was moved elsewhere.

    A range takes the days themselves: what was moved into it is cancelled, what was moved out of
    it takes place. The series has no dates. A session never holds one of a holiday.
    """

    scope: CancelScope
    first_on: date | None = None
    last_on: date | None = None
    reason: str = ""

    def covers(self, day: date) -> bool:
        """Whether `day` lies from its first to its last, open where it has none."""
        begun = self.first_on is None or self.first_on <= day
        return begun and (self.last_on is None or day <= self.last_on)


@dataclass(frozen=True, slots=True)
class Move:
    """The date planned on `planned_on` takes place elsewhere; without a `location`, in its own."""

    planned_on: date
    on: date
    starts: int
    minutes: int
    location: str | None = None


class SessionKind(StrEnum):
    """A class takes place; a task can be ticked on Today as well."""

    CLASS = "class"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Session:
    """A weekly appointment, in one `week` of the rotation or in every one, and its exceptions."""

    id: UUID
    routine_id: UUID
    weekday: Weekday
    starts: int
    minutes: int
    week: int | None = None
    kind: SessionKind = SessionKind.CLASS
    subject: str = ""
    location: str = ""
    note: str = ""
    color: str | None = None
    theme_id: UUID | None = None
    cancellations: tuple[Cancellation, ...] = ()
    moves: tuple[Move, ...] = ()

    @property
    def stretch(self) -> Stretch:
        """The minutes it covers, counted from the midnight before it."""
        return Stretch(self.starts, self.starts + self.minutes)

    @property
    def exceptions_count(self) -> int:
        """How many cancellations and moves it has."""
        return len(self.cancellations) + len(self.moves)

    @property
    def series_cancellation(self) -> Cancellation | None:
        """The cancellation of the whole series."""
        series = (c for c in self.cancellations if c.scope is CancelScope.SERIES)
        return next(series, None)


@dataclass(frozen=True, slots=True)
class Routine:
    """A pattern of `rotation_weeks` weeks with the dates on which it is in force.

    `week_start` is the person's. Without `valid_from` a routine is in force from the first day of
    the week it was created in; without `valid_to` for ever.
    """

    id: UUID
    created_on: date
    grid: Grid = Grid()
    rotation_weeks: int = 1
    week_start: Weekday = Weekday.MON
    valid_from: date | None = None
    valid_to: date | None = None
    holidays: tuple[Holiday, ...] = ()
    sessions: tuple[Session, ...] = ()
    name: str = ""

    @property
    def starts_on(self) -> date:
        """First date in force; the week that holds it is the first of the rotation."""
        if self.valid_from is not None:
            return self.valid_from
        return period_bounds(self.created_on, Period.WEEK, self.week_start)[0]

    @property
    def ends_on(self) -> date:
        """Last date in force."""
        return date.max if self.valid_to is None else self.valid_to


class OccurrenceState(StrEnum):
    """What becomes of a session on a date."""

    PLANNED = "planned"
    CANCELLED = "cancelled"
    MOVED_AWAY = "moved_away"
    """It takes place elsewhere, on `moved_to`; this is where it would have been."""
    MOVED_HERE = "moved_here"
    """It was planned on `planned_on`, which is the same date when only the time was moved."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A session on the date `on`. `planned_on` names it, wherever it was moved."""

    session: Session
    planned_on: date
    on: date
    starts: int
    minutes: int
    location: str
    state: OccurrenceState
    cancellation: Cancellation | None = None
    moved_to: date | None = None

    @property
    def takes_place(self) -> bool:
        """Whether it is held on this date."""
        return self.state in {OccurrenceState.PLANNED, OccurrenceState.MOVED_HERE}

    @property
    def stretch(self) -> Stretch:
        """The minutes it covers, counted from the midnight before it."""
        return Stretch(self.starts, self.starts + self.minutes)


class WarningCode(StrEnum):
    """What a session meets. Each is described in `docs/domain/timetable.md`."""

    OUTSIDE_DAY = "outside_day"
    PAST_MIDNIGHT = "past_midnight"
    IN_BREAK = "in_break"
    HIDDEN_DAY = "hidden_day"
    NO_DATE = "no_date"
    """The routine has no date for it: past its rotation, or its weekday is never in force."""
    OVERLAPS = "overlaps"
    SAME_PLACE = "same_place"


@dataclass(frozen=True, slots=True)
class SessionWarning:
    """What is met in which minutes of the session's day, and who: a break, or another session.

    `first_on` is the first date of the session that is warned about on which they meet.
    """

    code: WarningCode
    stretch: Stretch
    pause: Break | None = None
    session: Session | None = None
    first_on: date | None = None
