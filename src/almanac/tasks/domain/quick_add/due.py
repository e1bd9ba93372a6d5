"""When a task is due, from the date, time and repeat that were said together."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from almanac.schedules.rules import Rule
from almanac.tasks.domain.quick_add.model import Moment
from almanac.tasks.domain.quick_add.readings import (
    DateReading,
    Daypart,
    RepeatReading,
    TimeReading,
)
from almanac.tasks.domain.quick_add.repeats import first_due, rule_of
from almanac.tasks.domain.quick_add.times import clock_text


@dataclass(frozen=True, slots=True)
class Due:
    """The first due date, its time, and the rule of those that follow."""

    on: date | None = None
    time: str | None = None
    rule: Rule | None = None


def due(
    day: DateReading | None,
    clock: TimeReading | None,
    repeat: RepeatReading | None,
    *,
    starts: bool,
    moment: Moment,
) -> Due:
    """The date as said, or the first one of the repeat, or the day on which the time comes.

    A date beside a repeat is its first due date, as it stands. When the repeat only `starts`
    there, it is due first on the first date of its rule from there on.
    """
    if not (day or clock or repeat):
        return Due()
    at = _time(day, clock, repeat, moment)
    on = day.on if day else clock and clock.on
    first = on or _day_ahead(at, moment)
    if repeat is None:
        return Due(first, at)
    rule = rule_of(repeat, first)
    if rule and (starts or not day):
        first = first_due(rule, first, moment.week_start)
    return Due(first, at, rule)


def _time(
    day: DateReading | None,
    clock: TimeReading | None,
    repeat: RepeatReading | None,
    moment: Moment,
) -> str | None:
    """The time said, or the hour of the part of the day unless that has passed."""
    daypart = (day.daypart if day else None) or (repeat.daypart if repeat else None)
    if clock:
        return clock_text(clock, daypart)
    if not daypart:
        return None
    at = _hour(daypart)
    return None if day and _has_passed(day.on, at, moment) else at


def _hour(daypart: Daypart) -> str:
    return f"{daypart.hour:02}:00"


def _day_ahead(at: str | None, moment: Moment) -> date:
    """Today, or the next day on which the time has not passed yet.

    That may be the day after tomorrow: at 01:00 of a day that begins at 04:00, 00:30 has passed
    for today and for tomorrow.
    """
    day = moment.today
    while at and _has_passed(day, at, moment):
        day += timedelta(1)
    return day


def _has_passed(day: date, at: str, moment: Moment) -> bool:
    this_minute = moment.now.replace(second=0, microsecond=0)
    return datetime.combine(day, time.fromisoformat(at)) < this_minute
