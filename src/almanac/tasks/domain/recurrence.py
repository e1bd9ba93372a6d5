"""When a repeating task is due: first, and next after it was done.

Always computed from the rule and the first due date, never from the occurrence before.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from almanac.schedules.occurrences import first_occurrences, next_occurrences
from almanac.schedules.periods import period_bounds
from almanac.schedules.rules import (
    AfterCompletion,
    FixedRule,
    IntervalCycle,
    MonthlyDay,
    Period,
    Rule,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
    YearlyDate,
)
from almanac.tasks.domain.model import Completion, Series

# What is due can be said back to us, so it lies within the dates that anybody may write.
LAST_DUE = date(2200, 12, 31)
DAY = timedelta(days=1)


def begin_series(
    rule: Rule, first: date, *, ends_on: date | None, week_start: Weekday
) -> tuple[Series, date] | None:
    """A series whose first due date is the earliest on or after `first`, and that date.

    `every` plays no part in finding it, because it is counted from there. None when the series
    would end before it begins.
    """
    due_on = _first_due(rule, first, ends_on, week_start)
    if due_on is None or (ends_on is not None and due_on > ends_on):
        return None
    return Series(rule, due_on, ends_on, week_start), due_on


def next_due_on(
    series: Series, planned_on: date | None, done_on: date, earlier: Iterable[Completion] = ()
) -> date | None:
    """When it is due again, after what was planned was done; None when the series is over.

    Strictly after both days; a quota stays due at the end of its period until it is met. What was
    done late goes on from the day it was done, so nothing is caught up with.
    """
    last = done_on if planned_on is None else max(planned_on, done_on)
    rule = series.rule
    if isinstance(rule, AfterCompletion):
        due_on: date | None = max(done_on + timedelta(days=rule.days), last + DAY)
    elif isinstance(rule, TimesPerPeriod):
        due_on = _next_of_quota(rule, series, last, done_on, earlier)
    else:
        due_on = _next_occurrence(rule, series, last)
    return None if due_on is None or _is_over(series, due_on) else due_on


def counts_again(
    series: Series, planned_on: date | None, done_on: date, earlier: Iterable[Completion]
) -> bool:
    """Whether a completion counts; a quota takes one a day, as a habit's does."""
    if not isinstance(series.rule, TimesPerPeriod):
        return True
    last = done_on if planned_on is None else max(planned_on, done_on)
    return done_on not in _days_done(series.rule, series, last, earlier)


def due_in_new_weeks(series: Series, due_on: date, *, week_start: Weekday, today: date) -> date:
    """When it is due once weeks begin on another day: a weekly quota with the end of its week.

    The week that runs is the one that holds today; one to come is that of its first day. Anything
    else, and what is overdue, stays.
    """
    rule = series.rule
    if not isinstance(rule, TimesPerPeriod) or rule.period is not Period.WEEK or due_on < today:
        return due_on
    first, last = period_bounds(due_on, rule.period, series.week_start)
    if due_on != _cut(last, series):
        return due_on
    return _cut(period_bounds(max(first, today), rule.period, week_start)[1], series)


def _first_due(rule: Rule, first: date, ends_on: date | None, week_start: Weekday) -> date | None:
    if isinstance(rule, TimesPerPeriod):
        last = period_bounds(first, rule.period, week_start)[1]
        due_on = last if ends_on is None else max(first, min(last, ends_on))
    elif isinstance(rule, AfterCompletion | IntervalCycle):
        due_on = first
    else:
        plain = _without_every(rule)
        found = first_occurrences(
            plain, first=first, count=1, starts_on=first, week_start=week_start
        )
        due_on = found[0]
    return due_on if due_on <= LAST_DUE else None


def _without_every(rule: FixedRule) -> FixedRule:
    if isinstance(rule, WeeklyDays | MonthlyDay | YearlyDate):
        return replace(rule, every=1)
    return rule


def _next_occurrence(rule: FixedRule, series: Series, after: date) -> date | None:
    found = next_occurrences(
        rule, after=after, count=1, starts_on=series.anchor_on, week_start=series.week_start
    )
    return found[0] if found else None


def _next_of_quota(
    rule: TimesPerPeriod,
    series: Series,
    last: date,
    done_on: date,
    earlier: Iterable[Completion],
) -> date:
    """The end of the period, while days are left in it that the quota asks for; else of the next.

    What is done counts for the period of the day that was planned, or of the day it was done when
    that is later.
    """
    ends = period_bounds(last, rule.period, series.week_start)[1]
    done = {*_days_done(rule, series, last, earlier), done_on}
    if len(done) >= rule.times or done_on >= _cut(ends, series):
        ends = period_bounds(ends + DAY, rule.period, series.week_start)[1]
    begins = period_bounds(ends, rule.period, series.week_start)[0]
    return max(begins, _cut(ends, series))


def _cut(ends: date, series: Series) -> date:
    """The end of a period, or of the series when that comes first."""
    return ends if series.ends_on is None else min(ends, series.ends_on)


def _days_done(
    rule: TimesPerPeriod, series: Series, day: date, earlier: Iterable[Completion]
) -> set[date]:
    """The days on which something was done that counts for the period of `day`."""
    first, last = period_bounds(day, rule.period, series.week_start)
    counted = (
        (each.done_on if each.planned is None else max(each.planned.on, each.done_on), each.done_on)
        for each in earlier
    )
    return {done_on for counts_on, done_on in counted if first <= counts_on <= last}


def _is_over(series: Series, due_on: date) -> bool:
    return due_on > LAST_DUE or (series.ends_on is not None and due_on > series.ends_on)
