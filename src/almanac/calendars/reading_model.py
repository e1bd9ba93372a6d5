"""What reading an iCalendar file gives, what can be wrong with one, and how much is taken in.

The sizes bound the work: every step of reading costs time in proportion to what is read, and
nothing is expanded, so that a rule of a million dates is a line like any other.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

MAX_LINES = 1_000_000
MAX_LINE_BYTES = 65_536
"""What lies beyond is not looked at: pictures within a line, endless descriptions."""
MAX_EVENTS = 20_000
MAX_DEPTH = 16
MAX_PROPERTIES = 2_000
"""Lines of one event that matter."""
MAX_DATES = 2_000
"""Dates that one event excludes or adds, each."""
MAX_DATES_OF_ALL = 200_000
MAX_ZONES = 200
MAX_OBSERVANCES = 25
MAX_UNKNOWN_ZONES = 20
MAX_TEXT = 4_000
MAX_NAME = 200
FIRST_YEAR, LAST_YEAR = 1900, 2200

When = date | datetime
"""A day, an instant in its own zone, or (naive) a time on whatever clock hangs on the wall."""


class CalendarFault(StrEnum):
    """Why a file as a whole is no calendar that can be read. Codes of the API."""

    EMPTY = "truncated"
    NOT_CALENDAR = "not_calendar"
    TOO_MUCH_DATA = "too_much_data"
    TOO_DEEP = "damaged"


class CalendarUnreadable(ValueError):
    """The file as a whole is refused. `message` is a sentence for the person."""

    def __init__(self, fault: CalendarFault, message: str) -> None:
        super().__init__(message)
        self.fault = fault
        self.message = message


class EventFault(StrEnum):
    """Why one event means nothing here. Codes of the API."""

    UNREADABLE_DATE = "unreadable_date"
    """Its start is missing, or a date of it is none."""
    UNREADABLE_RULE = "unreadable_rule"
    TOO_MANY_DATES = "too_many_dates"
    CUT_OFF = "cut_off"
    """The file ends before the event does."""


class Frequency(StrEnum):
    """`FREQ` of a rule."""

    SECONDLY = "SECONDLY"
    MINUTELY = "MINUTELY"
    HOURLY = "HOURLY"
    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"

    @property
    def is_sub_daily(self) -> bool:
        """Whether it can come more than once a day."""
        return self in {Frequency.SECONDLY, Frequency.MINUTELY, Frequency.HOURLY}


@dataclass(frozen=True, slots=True)
class ReadRule:
    """`RRULE`. Weekdays count from Monday, 0; `others` are the parts that narrow it otherwise."""

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: When | None = None
    weekdays: tuple[int, ...] = ()
    week_start: int = 0
    others: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """One `VEVENT`; `line` is where it begins. `minutes` of a day's event count whole days."""

    line: int
    uid: str
    subject: str
    location: str
    note: str
    starts: When
    minutes: int
    rule: ReadRule | None = None
    excluded: tuple[When, ...] = ()
    added: tuple[When, ...] = ()
    replaces: When | None = None
    """The date of its series that it stands for (`RECURRENCE-ID`)."""
    replaces_following: bool = False
    is_cancelled: bool = False

    @property
    def is_all_day(self) -> bool:
        """Whether it has days but no times."""
        return not isinstance(self.starts, datetime)


@dataclass(frozen=True, slots=True)
class Unread:
    """An event that was left out while reading."""

    line: int
    uid: str
    subject: str
    fault: EventFault


@dataclass(frozen=True, slots=True)
class ReadCalendar:
    """All that a file holds. `unknown_zones` were read as times on the wall."""

    name: str
    events: tuple[ReadEvent, ...]
    unread: tuple[Unread, ...] = ()
    unknown_zones: tuple[str, ...] = ()
    is_cut_off: bool = False
