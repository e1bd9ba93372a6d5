"""What phrases mean: a date, a time, a repeat; and what the slots of a phrase held."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from almanac.schedules.rules import Weekday
from almanac.tasks.domain.quick_add.model import Moment


class Unit(Enum):
    """A length of the calendar."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Daypart:
    """A part of the day: the hour it stands for, and from which hour on a number means p.m.

    "Tomorrow evening" is 19:00; "tomorrow evening at 8" is 20:00, "in the morning" never is.
    """

    hour: int
    pm_from: int = 12


@dataclass(frozen=True, slots=True)
class DateReading:
    """A day. `is_calendar_date` tells `24 june` from `tomorrow`: a weekday may stand before it."""

    on: date
    is_calendar_date: bool = False
    daypart: Daypart | None = None


@dataclass(frozen=True, slots=True)
class TimeReading:
    """A wall-clock time.

    `is_bare` is an hour without minutes or unit (`at 3`), `is_exact` one that no part of the
    day changes (`9 pm`, `noon`); `on` is the day of "in 2 hours".
    """

    hour: int
    minute: int = 0
    is_bare: bool = False
    is_exact: bool = False
    on: date | None = None
    daypart: Daypart | None = None


@dataclass(frozen=True, slots=True)
class RepeatReading:
    """A repeat, every `every` units. What is left open is taken from its first day.

    `times` makes it a quota per unit; `after_completion` counts from the last completion.
    """

    unit: Unit
    every: int = 1
    days: frozenset[Weekday] = frozenset()
    month: int | None = None
    day: int | None = None
    times: int | None = None
    after_completion: bool = False
    daypart: Daypart | None = None


Reading = DateReading | TimeReading | RepeatReading


@dataclass(frozen=True, slots=True)
class Said:
    """What the slots of a phrase held. A slot that the phrase lacks keeps its default."""

    number: int = 1
    unit: Unit = Unit.DAY
    minutes: int = 0
    days: frozenset[Weekday] = frozenset()
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int = 0
    minute: int = 0
    is_pm: bool = False
    daypart: Daypart | None = None


Meaning = Callable[[Said, Moment], Reading | None]
"""From what was said to what is meant; none when it cannot be, as on 31 February."""
