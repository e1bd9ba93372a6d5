"""Rules of `schedules` in the words of calendars, exactly: as many series as one rule takes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from almanac.calendars.events import Frequency, RepeatRule
from almanac.calendars.series import Series
from almanac.calendars.zones import LAST_YEAR
from almanac.schedules.occurrences import first_occurrences, is_due
from almanac.schedules.rules import (
    Daily,
    FixedRule,
    IntervalCycle,
    MonthlyDay,
    Weekday,
    WeeklyDays,
    YearlyDate,
)

_DAY = timedelta(days=1)
_SHORTEST_MONTH, _LONGEST_MONTH = 28, 31
_FEBRUARY, _LEAP_DAY = 2, 29
# A cycle with more days in a row is written stretch by stretch, else day by day of the cycle.
_MOST_DAYS_OF_CYCLE = 31
_END = date(LAST_YEAR, 12, 31)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from `first_on` to `last_on`, or without end, on which a rule is in force.

    The rule is counted from `starts_on`, which may lie before them.
    """

    starts_on: date
    first_on: date
    last_on: date | None
    week_start: Weekday


def series_of(rule: FixedRule, within: Stretch, starts: int | None, minutes: int) -> list[Series]:
    """The series that have the dates of the rule, all and no others."""
    if isinstance(rule, IntervalCycle) and rule.active_days > 1 and rule.break_days:
        return list(_cycle(rule, within, starts, minutes))

    def is_on(day: date) -> bool:
        return is_due(rule, day, starts_on=within.starts_on, week_start=within.week_start)

    first_on = _first_on(rule, within)
    if first_on is None:
        return []
    return [Series(first_on, starts, minutes, _repeat_rule(rule, within), is_on)]


def _repeat_rule(rule: FixedRule, within: Stretch) -> RepeatRule:
    daily = RepeatRule(Frequency.DAILY, last_on=within.last_on)
    match rule:
        case WeeklyDays():
            return replace(
                daily,
                frequency=Frequency.WEEKLY,
                interval=rule.every,
                weekdays=tuple(day for day in Weekday if day in rule.days),
                week_start=within.week_start,
            )
        case MonthlyDay():
            monthly = replace(daily, frequency=Frequency.MONTHLY, interval=rule.every)
            return _on_day(monthly, rule.day)
        case YearlyDate():
            yearly = replace(daily, frequency=Frequency.YEARLY, interval=rule.every)
            day = rule.day
            if (rule.month, day) == (_FEBRUARY, _LEAP_DAY):
                return replace(yearly, months=(_FEBRUARY,), month_days=(-1,))
            return replace(yearly, months=(rule.month,), month_days=(day,))
        case IntervalCycle():
            return replace(daily, interval=1 if not rule.break_days else 1 + rule.break_days)
        case Daily():
            return daily


def _on_day(rule: RepeatRule, day: int) -> RepeatRule:
    """A day of the month, or the last where months are shorter."""
    if day == _LONGEST_MONTH:
        return replace(rule, month_days=(-1,))
    if day <= _SHORTEST_MONTH:
        return replace(rule, month_days=(day,))
    return replace(rule, month_days=tuple(range(_SHORTEST_MONTH, day + 1)), position=-1)


def _first_on(rule: FixedRule, within: Stretch) -> date | None:
    found = first_occurrences(
        rule,
        first=within.first_on,
        count=1,
        starts_on=within.starts_on,
        ends_on=within.last_on,
        week_start=within.week_start,
    )
    return found[0] if found else None


def _cycle(
    rule: IntervalCycle, within: Stretch, starts: int | None, minutes: int
) -> Iterator[Series]:
    """The active days of a cycle: each as a series of its own, or the stretches one by one."""
    step = rule.active_days + rule.break_days
    last_on = within.last_on or _END
    behind = (within.first_on - within.starts_on).days // step * step
    begins = within.starts_on + timedelta(days=max(behind, 0))
    if rule.active_days <= _MOST_DAYS_OF_CYCLE:
        for number in range(rule.active_days):
            first_on = begins + number * _DAY
            if first_on < within.first_on:
                first_on += step * _DAY
            if first_on <= last_on:
                repeat = RepeatRule(Frequency.DAILY, step, within.last_on)
                yield Series(first_on, starts, minutes, repeat, _every(first_on, step))
        return
    while begins <= last_on:
        ends = min(begins + (rule.active_days - 1) * _DAY, last_on)
        first_on = max(begins, within.first_on)
        if first_on <= ends:
            repeat = RepeatRule(Frequency.DAILY, last_on=ends)
            yield Series(first_on, starts, minutes, repeat, _every(first_on, 1))
        begins += step * _DAY


def _every(first_on: date, step: int) -> Callable[[date], bool]:
    return lambda day: day >= first_on and (day - first_on).days % step == 0
