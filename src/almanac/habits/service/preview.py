"""The next dates of a schedule that somebody is editing. Needs no database."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from almanac.habits.schemas.habit import SchedulePreview, SchedulePreviewRequest
from almanac.habits.schemas.schedule import rule_of
from almanac.schedules.occurrences import next_occurrences
from almanac.schedules.periods import period_bounds
from almanac.schedules.rules import AfterCompletion, TimesPerPeriod, Weekday


def preview_schedule(
    data: SchedulePreviewRequest, *, week_start: Weekday, today: date
) -> SchedulePreview:
    """The next `count` dates from today on.

    A quota shows the last day of each period; a wait after completion is shown as if it were
    done each time on the day it is due.
    """
    starts_on = data.starts_on or today
    rule = rule_of(data.schedule)
    begin = max(today, starts_on)
    if isinstance(rule, TimesPerPeriod):
        dates = list(islice(_period_ends(rule, begin, week_start), data.count))
    elif isinstance(rule, AfterCompletion):
        dates = [begin + timedelta(days=rule.days * n) for n in range(data.count)]
    else:
        return SchedulePreview(
            dates=next_occurrences(
                rule,
                after=begin - timedelta(days=1),
                count=data.count,
                starts_on=starts_on,
                ends_on=data.ends_on,
                week_start=week_start,
            )
        )
    return SchedulePreview(
        dates=[day for day in dates if data.ends_on is None or day <= data.ends_on]
    )


def _period_ends(rule: TimesPerPeriod, day: date, week_start: Weekday) -> Iterator[date]:
    while True:
        last = period_bounds(day, rule.period, week_start)[1]
        yield last
        day = last + timedelta(days=1)
