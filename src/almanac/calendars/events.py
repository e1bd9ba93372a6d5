"""What stands in a calendar, as values: events, how they repeat, which dates differ.

Begin and end are a date for what takes a whole day, else a moment in a named zone (`ZoneInfo`), so
that "09:00 in Berlin" stays that in summer and winter. Ends are not included.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from almanac.schedules.rules import Weekday

When = date | datetime


class Frequency(StrEnum):
    """The unit in which something repeats (RFC 5545, FREQ)."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, slots=True)
class RepeatRule:
    """A recurrence rule (RFC 5545, RRULE) with the parts that Almanac has a use for.

    `last_on` is the last local date that it may reach. `nth` takes one of a month's `weekdays`,
    -1 the last. Weeks are counted from `week_start` when `interval` is over 1.
    """

    frequency: Frequency
    interval: int = 1
    last_on: date | None = None
    weekdays: tuple[Weekday, ...] = ()
    nth: int | None = None
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    week_start: Weekday | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """One date of a repeating event that differs: `instead_of` is when it would have begun."""

    instead_of: When
    begins: When
    ends: When
    location: str | None = None


@dataclass(frozen=True, slots=True)
class Timing:
    """When an event is: once, or by a rule with dates left out and dates that differ."""

    begins: When
    ends: When
    rule: RepeatRule | None = None
    excluded: tuple[When, ...] = ()
    overrides: tuple[Override, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """An event as every calendar knows it.

    `uid`, `stamped_at` and `sequence` come from what is stored, so that the same event is written
    alike at every reading; `sequence` only ever grows. `is_busy` says whether it takes the time
    that it fills, as a class does and a reminder does not.
    """

    uid: str
    stamped_at: datetime
    sequence: int
    summary: str
    timing: Timing
    location: str = ""
    description: str = ""
    categories: tuple[str, ...] = ()
    is_busy: bool = True


@dataclass(frozen=True, slots=True)
class Owner:
    """How somebody has their days, as the areas need to know it to say what stands in a calendar.

    `day_start` is in minutes after midnight; `locale` is the language that they read.
    """

    zone: ZoneInfo
    week_start: Weekday = Weekday.MON
    day_start: int = 0
    locale: str = ""


def first_day_told(first_on: date, stamped_at: datetime) -> date:
    """From when on a calendar tells of something: the year before it was last changed.

    Calendars show what is to come; without this, decades of dates that were left out would be sent
    at every poll. It depends on what is stored alone, so nothing changes from day to day.
    """
    return max(first_on, date(stamped_at.year - 1, 1, 1))


def sequence_of(created_at: datetime, changed_at: datetime) -> int:
    """A number that grows with every change of what counts none: seconds since it was made."""
    return max(0, int((changed_at - created_at).total_seconds()))
