"""Rules of `schedules` in the words of calendars, exactly: as many series as one rule takes."""

from calendar import isleap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import lcm

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
_MONTHS = 12
# So many dates of a day of the month hold one in February, and one that is none of a leap year's.
_LATE_DATES = 4 * _MONTHS


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

    repeat = _repeat_rule(rule, within)
    is_on = _due(rule, within)
    if isinstance(rule, MonthlyDay) and _SHORTEST_MONTH < rule.day < _LONGEST_MONTH:
        late = Series(within.first_on, starts, minutes, repeat, is_on)
        return list(_late_in_month(rule, within, late))
    found = _first_dates(rule, within, 1)
    return [Series(day, starts, minutes, repeat, is_on) for day in found]


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
            days = (-1,) if rule.day == _LONGEST_MONTH else (rule.day,)
            return replace(daily, frequency=Frequency.MONTHLY, interval=rule.every, month_days=days)
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


def _first_dates(rule: FixedRule, within: Stretch, count: int) -> list[date]:
    return first_occurrences(
        rule,
        first=within.first_on,
        count=count,
        starts_on=within.starts_on,
        ends_on=within.last_on,
        week_start=within.week_start,
    )


def _due(rule: FixedRule, within: Stretch) -> Callable[[date], bool]:
    def is_on(day: date) -> bool:
        return is_due(rule, day, starts_on=within.starts_on, week_start=within.week_start)

    return is_on


def _late_in_month(rule: MonthlyDay, within: Stretch, series: Series) -> Iterator[Series]:
    """The 29th or 30th, and apart from it the end of February where that comes before.

    Programs differ in how they read "the last of these days" (BYSETPOS), but a day that a month
    does not have is passed over by all.
    """
    found = _first_dates(rule, within, _LATE_DATES)
    whole = [day for day in found if day.day == rule.day]
    short = [day for day in found if day.day < rule.day]
    if whole:
        yield replace(
            series,
            first_on=whole[0],
            is_on=lambda day: day.day == rule.day and series.is_on(day),
        )
    if short:
        yearly = replace(
            series.rule,
            frequency=Frequency.YEARLY,
            interval=lcm(rule.every, _MONTHS) // _MONTHS,
            months=(_FEBRUARY,),
            month_days=(-1,),
        )
        # The 29th of a leap year is a whole month's.
        leaps = (
            date(year, _FEBRUARY, _LEAP_DAY)
            for year in range(short[0].year, LAST_YEAR + 1)
            if isleap(year) and rule.day == _LEAP_DAY
        )
        yield replace(
            series,
            first_on=short[0],
            rule=yearly,
            is_on=lambda day: day.day < rule.day and series.is_on(day),
            excluded_on=tuple(day for day in leaps if series.is_on(day)),
        )


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
