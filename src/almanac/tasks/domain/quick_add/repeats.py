"""What phrases for repeats mean, and which rule and first day they come to."""

from dataclasses import replace
from datetime import date

from almanac.schedules.occurrences import first_occurrences
from almanac.schedules.rules import (
    AfterCompletion,
    InvalidSchedule,
    MonthlyDay,
    Rule,
    ScheduleKind,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
    YearlyDate,
    parse_rule,
)
from almanac.tasks.domain.quick_add.model import Moment
from almanac.tasks.domain.quick_add.readings import (
    Daypart,
    Meaning,
    RepeatReading,
    Said,
    Unit,
)

_LAST_DAY = 31
"""In shorter months a rule's day 31 is their last."""
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}


def every(number: int, unit: Unit) -> Meaning:
    """A word for a repeat (`weekly`, `quarterly`); what is left open comes from its first day."""

    def meaning(said: Said, moment: Moment) -> RepeatReading | None:
        reading = RepeatReading(unit, number, said.days, said.month, said.day, daypart=said.daypart)
        return _possible(reading, moment)

    return meaning


def on_days(days: frozenset[Weekday], daypart: Daypart | None = None) -> Meaning:
    """A word for weekdays, or for a part of one: `weekends`, `jeden Freitagabend`."""
    reading = RepeatReading(Unit.WEEK, days=days, daypart=daypart)
    return lambda _said, moment: _possible(reading, moment)


def every_units(said: Said, moment: Moment) -> RepeatReading | None:
    """`every 2 weeks`, `every month on the 15th`, `every week on monday`.

    A weekday belongs to weeks, a day to months; any other mix has no rule.
    """
    if said.days and said.unit is not Unit.WEEK:
        return None
    if said.day is not None and said.unit is not Unit.MONTH:
        return None
    return _possible(RepeatReading(said.unit, said.number, said.days, day=said.day), moment)


def every_other_unit(said: Said, moment: Moment) -> RepeatReading | None:
    """`every other week`, with the weekday or day it may name."""
    return every_units(replace(said, number=2), moment)


def every_weekday(said: Said, moment: Moment) -> RepeatReading | None:
    """`every monday`, `every second tuesday`: the number counts weeks."""
    return _possible(RepeatReading(Unit.WEEK, said.number, said.days), moment)


def every_other_weekday(said: Said, moment: Moment) -> RepeatReading | None:
    """`every other monday`."""
    return every_weekday(replace(said, number=2), moment)


def last_day_of_months(said: Said, moment: Moment) -> RepeatReading | None:
    """`on the last day of every month`."""
    return every_units(replace(said, unit=Unit.MONTH, day=_LAST_DAY), moment)


def quota(said: Said, moment: Moment) -> RepeatReading | None:
    """`3 times a week`; a day has no quota."""
    return _possible(RepeatReading(said.unit, times=said.number), moment)


def after_completion(said: Said, moment: Moment) -> RepeatReading | None:
    """`every 10 days after completion`; months and years have no such rule."""
    return _possible(RepeatReading(said.unit, said.number, after_completion=True), moment)


def rule_of(repeat: RepeatReading, first: date) -> Rule | None:
    """The rule, with what was left open taken from its first day; none beyond its limits."""
    kind, config = _configuration(repeat, first)
    try:
        return parse_rule(kind, config)
    except InvalidSchedule:
        return None


def first_due(rule: Rule, first: date, week_start: Weekday) -> date:
    """The first date from `first` on. Every n-th week, month or year begins with the next one."""
    if isinstance(rule, TimesPerPeriod | AfterCompletion):
        return first
    if isinstance(rule, WeeklyDays | MonthlyDay | YearlyDate):
        rule = replace(rule, every=1)
    due = first_occurrences(rule, first=first, count=1, starts_on=first, week_start=week_start)
    return due[0] if due else first


def _configuration(repeat: RepeatReading, first: date) -> tuple[ScheduleKind, dict[str, object]]:
    if repeat.times is not None:
        config: dict[str, object] = {"times": repeat.times, "period": repeat.unit.value}
        return ScheduleKind.TIMES_PER_PERIOD, config
    if repeat.after_completion:
        days = repeat.every * _DAYS.get(repeat.unit, 0)
        return ScheduleKind.AFTER_COMPLETION, {"days": days}
    return _calendar_configuration(repeat, first)


def _calendar_configuration(
    repeat: RepeatReading, first: date
) -> tuple[ScheduleKind, dict[str, object]]:
    if repeat.unit is Unit.DAY:
        if repeat.every == 1:
            return ScheduleKind.DAILY, {}
        config: dict[str, object] = {"active_days": 1, "break_days": repeat.every - 1}
        return ScheduleKind.INTERVAL_CYCLE, config
    day = first.day if repeat.day is None else repeat.day
    if repeat.unit is Unit.WEEK:
        days = repeat.days or {list(Weekday)[first.weekday()]}
        return ScheduleKind.WEEKLY_DAYS, {"days": sorted(days), "every": repeat.every}
    if repeat.unit is Unit.MONTH:
        return ScheduleKind.MONTHLY_DAY, {"day": day, "every": repeat.every}
    config = {"month": repeat.month or first.month, "day": day, "every": repeat.every}
    return ScheduleKind.YEARLY_DATE, config


def _possible(reading: RepeatReading, moment: Moment) -> RepeatReading | None:
    return reading if rule_of(reading, moment.today) else None
