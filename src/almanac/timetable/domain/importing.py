"""What files of timetables hold, in the words of the timetable: weekly series, and what is no such.

`importing_events` makes it of a calendar's events, `table_reading` of a table, `importing_fit`
turns it into the sessions of a routine. Texts are clean before they come here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.model import Holiday, Move, Session, SessionKind

MAX_IMPORTED = 500
"""Sessions of one file."""
MAX_SERIES = 2_000
"""Series that are looked at, so that a file of thousands says what of it finds room."""
PAST_KEPT = timedelta(days=366)
"""How far back single dates that do not take place are taken over."""
WEEK = timedelta(days=7)
_NO_UIDS = frozenset({"", "none", "null", "undefined"})


class LeftOut(StrEnum):
    """Why an entry of a file becomes no session. Codes of the API."""

    UNREADABLE_DATE = "unreadable_date"
    UNREADABLE_RULE = "unreadable_rule"
    TOO_MANY_DATES = "too_many_dates"
    CUT_OFF = "cut_off"
    SUB_DAILY = "sub_daily"
    """It repeats every hour, minute or second."""
    NOT_WEEKLY = "not_weekly"
    """It repeats by days, months or years that make no weeks."""
    INTERVAL_TOO_LONG = "interval_too_long"
    """It comes every seven weeks or more rarely."""
    UNSUPPORTED_RULE = "unsupported_rule"
    ALL_DAY = "all_day"
    NO_LENGTH = "no_length"
    TOO_LONG = "too_long"
    """Longer than a day."""
    NO_SUBJECT = "no_subject"
    CANCELLED = "cancelled"
    OVER = "over"
    """Its last date lies before today."""
    NO_DATE = "no_date"
    SINGLE_DATE = "single_date"
    """It does not come again, or too irregularly to be a week's."""
    REPEATED = "repeated"
    """The file holds it twice."""
    ROTATION = "rotation"
    """Its weeks do not go into the rotation."""
    OUTSIDE_ROUTINE = "outside_routine"
    """None of its dates lies in the days of the routine."""
    TOO_MANY_SESSIONS = "too_many_sessions"
    BAD_ROW = "bad_row"
    """A row of a table with a field that cannot be read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Where something stands in a file. `uid` is empty in tables."""

    line: int
    subject: str
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """What is left out, why, the day it begins on if any; `field` and `detail` of a bad row."""

    entry: Entry
    reason: LeftOut
    on: date | None = None
    field: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Single:
    """One date of a calendar that does not say that it comes again."""

    entry: Entry
    on: date
    starts: int
    minutes: int
    location: str = ""
    note: str = ""
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """A weekly appointment of a file.

    One of a calendar has its first date, perhaps a last, and comes `every` so many weeks but on
    `cancelled` dates and in `gaps`, whole stretches of days. One of a table is in `week`, or in
    every one, of whatever routine takes it.
    """

    entry: Entry
    weekday: Weekday
    starts: int
    minutes: int
    location: str = ""
    note: str = ""
    kind: SessionKind = SessionKind.CLASS
    color: str | None = None
    week: int | None = None
    first_on: date | None = None
    last_on: date | None = None
    every: int = 1
    cancelled: frozenset[date] = frozenset()
    gaps: tuple[tuple[date, date], ...] = ()
    moves: tuple[Move, ...] = ()

    def plans(self, day: date) -> bool:
        """Whether `day` is one of its dates, taking place or not."""
        if self.first_on is None or day < self.first_on:
            return False
        within = self.last_on is None or day <= self.last_on
        return within and (day - self.first_on).days % (7 * self.every) == 0


@dataclass(frozen=True, slots=True)
class ReadTimetable:
    """A file of a timetable as a whole."""

    name: str = ""
    series: tuple[Series, ...] = ()
    refused: tuple[Refused, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    unknown_zones: tuple[str, ...] = ()
    is_cut_off: bool = False


class Likeness(NamedTuple):
    """What makes two appointments the same to whoever looks at them."""

    subject: str
    location: str
    weekday: Weekday
    starts: int
    minutes: int


def likeness(of: Series | Session) -> Likeness:
    """How one looks, whatever its spaces and capitals."""
    subject = of.subject if isinstance(of, Session) else of.entry.subject
    return Likeness(key_of(subject), key_of(of.location), of.weekday, of.starts, of.minutes)


@lru_cache(maxsize=4096)
def key_of(text: str) -> str:
    """A text as it is compared."""
    return " ".join(normalize("NFKC", text).casefold().split())


def has_uid(entry: Entry) -> bool:
    """Whether the file names the entry; some programs write that there is no name."""
    return entry.uid.casefold() not in _NO_UIDS


def weekday_of(day: date) -> Weekday:
    """The weekday of a date."""
    return tuple(Weekday)[day.weekday()]


def in_order(refused: Iterable[Refused]) -> tuple[Refused, ...]:
    """What is left out, by where it stands: each entry once for one reason, single dates each."""
    found: dict[tuple[int, LeftOut, date | None, str | None], Refused] = {}
    for each in sorted(refused, key=lambda one: (one.entry.line, one.reason, one.on or date.min)):
        on = each.on if each.reason is LeftOut.SINGLE_DATE else None
        found.setdefault((each.entry.line, each.reason, on, each.field), each)
    return tuple(found.values())
