"""The seven kinds of recurrence as values, read from and written to plain JSON.

When a rule is due is in `occurrences`; start, end and versions belong to what recurs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

MAX_EVERY = 520
"""Largest `every`: ten years of weeks; months and years share the ceiling."""
MAX_DAYS = 3650
"""Largest length in days of a cycle's halves and of the wait after a completion."""

_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class ScheduleKind(StrEnum):
    """The seven kinds of recurrence."""

    DAILY = "daily"
    WEEKLY_DAYS = "weekly_days"
    MONTHLY_DAY = "monthly_day"
    YEARLY_DATE = "yearly_date"
    INTERVAL_CYCLE = "interval_cycle"
    TIMES_PER_PERIOD = "times_per_period"
    AFTER_COMPLETION = "after_completion"


class Period(StrEnum):
    """A calendar period of a quota."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Weekday(StrEnum):
    """A day of the week."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @property
    def number(self) -> int:
        """0 for Monday to 6 for Sunday, as `date.weekday()` counts."""
        return _WEEKDAY_NUMBERS[self]


_WEEKDAY_NUMBERS = {weekday: number for number, weekday in enumerate(Weekday)}

MAX_TIMES = {Period.WEEK: 7, Period.MONTH: 31, Period.YEAR: 366}
"""Largest quota of a period: a day holds one completion."""


class InvalidSchedule(ValueError):
    """A configuration that is no schedule. `field` names what is wrong, `message` says why."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message


@dataclass(frozen=True, slots=True)
class Daily:
    """Due every day."""

    kind: ClassVar[ScheduleKind] = ScheduleKind.DAILY


@dataclass(frozen=True, slots=True)
class WeeklyDays:
    """Due on some weekdays of every n-th week, counted from the week of the start."""

    kind: ClassVar[ScheduleKind] = ScheduleKind.WEEKLY_DAYS
    days: frozenset[Weekday]
    every: int = 1


@dataclass(frozen=True, slots=True)
class MonthlyDay:
    """Due on a day (1 to 31) of every n-th month; shorter months take their last day."""

    kind: ClassVar[ScheduleKind] = ScheduleKind.MONTHLY_DAY
    day: int
    every: int = 1


@dataclass(frozen=True, slots=True)
class YearlyDate:
    """Due on a date of every n-th year; 29 February means the 28th in common years."""

    kind: ClassVar[ScheduleKind] = ScheduleKind.YEARLY_DATE
    month: int
    day: int
    every: int = 1


@dataclass(frozen=True, slots=True)
class IntervalCycle:
    """Due on `active_days` in a row, then free for `break_days`, from the start on."""

    kind: ClassVar[ScheduleKind] = ScheduleKind.INTERVAL_CYCLE
    active_days: int
    break_days: int


@dataclass(frozen=True, slots=True)
class TimesPerPeriod:
    """A quota: open until `times` completions are made in the calendar period."""

    kind: ClassVar[ScheduleKind] = ScheduleKind.TIMES_PER_PERIOD
    times: int
    period: Period


@dataclass(frozen=True, slots=True)
class AfterCompletion:
    """Due from `days` after the last completion (first: from the start) until it is done."""

    kind: ClassVar[ScheduleKind] = ScheduleKind.AFTER_COMPLETION
    days: int


FixedRule = Daily | WeeklyDays | MonthlyDay | YearlyDate | IntervalCycle
"""Rules whose occurrences follow from the calendar alone."""
Rule = FixedRule | TimesPerPeriod | AfterCompletion

_FIELDS: dict[ScheduleKind, tuple[str, ...]] = {
    ScheduleKind.DAILY: (),
    ScheduleKind.WEEKLY_DAYS: ("days", "every"),
    ScheduleKind.MONTHLY_DAY: ("day", "every"),
    ScheduleKind.YEARLY_DATE: ("month", "day", "every"),
    ScheduleKind.INTERVAL_CYCLE: ("active_days", "break_days"),
    ScheduleKind.TIMES_PER_PERIOD: ("times", "period"),
    ScheduleKind.AFTER_COMPLETION: ("days",),
}


def parse_rule(kind: ScheduleKind, config: Mapping[str, object]) -> Rule:
    """Read the rule of `kind` from a JSON-like `config`.

    `every` may be left out and is 1 then; every other field is required. Raises
    `InvalidSchedule` with the offending field for unknown, missing or impossible values.
    """
    for field in config:
        if field not in _FIELDS[kind]:
            raise InvalidSchedule(field, f"is not a field of a {kind} schedule")
    return _PARSERS[kind](config)


def rule_config(rule: Rule) -> dict[str, object]:
    """Write a rule as JSON-ready values in a stable order; `parse_rule` reads it back."""
    return {field: _plain(getattr(rule, field)) for field in _FIELDS[rule.kind]}


def _plain(value: int | Period | frozenset[Weekday]) -> object:
    if isinstance(value, frozenset):
        return [day.value for day in Weekday if day in value]
    return value.value if isinstance(value, Period) else value


def _whole(config: Mapping[str, object], field: str, lowest: int, highest: int) -> int:
    value = config.get(field)
    if value is None:
        raise InvalidSchedule(field, "is required")
    # A bool is an int in Python, but `true` is no number in JSON.
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidSchedule(field, "must be a whole number")
    if not lowest <= value <= highest:
        raise InvalidSchedule(field, f"must be from {lowest} to {highest}")
    return value


def _every(config: Mapping[str, object]) -> int:
    return _whole(config, "every", 1, MAX_EVERY) if "every" in config else 1


def _weekdays(config: Mapping[str, object]) -> frozenset[Weekday]:
    value = config.get("days")
    if value is None:
        raise InvalidSchedule("days", "is required")
    if not isinstance(value, (list, tuple)) or not value:
        raise InvalidSchedule("days", "must be a list of at least one weekday")
    if not all(isinstance(day, str) and day in _WEEKDAY_NUMBERS for day in value):
        raise InvalidSchedule("days", f"must be of {', '.join(Weekday)}")
    return frozenset(Weekday(day) for day in value)


def _period(config: Mapping[str, object]) -> Period:
    value = config.get("period")
    if value is None:
        raise InvalidSchedule("period", "is required")
    if not isinstance(value, str) or value not in list(Period):
        raise InvalidSchedule("period", f"must be one of {', '.join(Period)}")
    return Period(value)


def _daily(_config: Mapping[str, object]) -> Daily:
    return Daily()


def _weekly_days(config: Mapping[str, object]) -> WeeklyDays:
    return WeeklyDays(_weekdays(config), _every(config))


def _monthly_day(config: Mapping[str, object]) -> MonthlyDay:
    return MonthlyDay(_whole(config, "day", 1, 31), _every(config))


def _yearly_date(config: Mapping[str, object]) -> YearlyDate:
    month = _whole(config, "month", 1, 12)
    day = _whole(config, "day", 1, _LONGEST_MONTHS[month - 1])
    return YearlyDate(month, day, _every(config))


def _interval_cycle(config: Mapping[str, object]) -> IntervalCycle:
    return IntervalCycle(
        _whole(config, "active_days", 1, MAX_DAYS), _whole(config, "break_days", 0, MAX_DAYS)
    )


def _times_per_period(config: Mapping[str, object]) -> TimesPerPeriod:
    period = _period(config)
    return TimesPerPeriod(_whole(config, "times", 1, MAX_TIMES[period]), period)


def _after_completion(config: Mapping[str, object]) -> AfterCompletion:
    return AfterCompletion(_whole(config, "days", 1, MAX_DAYS))


_PARSERS: dict[ScheduleKind, Callable[[Mapping[str, object]], Rule]] = {
    ScheduleKind.DAILY: _daily,
    ScheduleKind.WEEKLY_DAYS: _weekly_days,
    ScheduleKind.MONTHLY_DAY: _monthly_day,
    ScheduleKind.YEARLY_DATE: _yearly_date,
    ScheduleKind.INTERVAL_CYCLE: _interval_cycle,
    ScheduleKind.TIMES_PER_PERIOD: _times_per_period,
    ScheduleKind.AFTER_COMPLETION: _after_completion,
}
