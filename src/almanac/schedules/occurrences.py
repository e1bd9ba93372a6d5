"""On which dates a rule is due. Computed from the rule, never from the last occurrence.

The fixed kinds need the calendar alone; a quota and `after_completion` also need the days of
completion and have functions of their own below. Inside, days are proleptic Gregorian
ordinals (`date.toordinal`): whole-number arithmetic is what makes ten years cheap.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TypeVar

from almanac.schedules.ordinals import LAST_ORDINAL, dates, month_number, month_starts
from almanac.schedules.periods import period_bounds, week_first_ordinal, week_number
from almanac.schedules.rules import (
    AfterCompletion,
    Daily,
    FixedRule,
    IntervalCycle,
    MonthlyDay,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
    YearlyDate,
)

_SHORTEST_MONTH = 28

Day = TypeVar("Day", int, date)


def occurrences(
    rule: FixedRule,
    *,
    starts_on: date,
    ends_on: date | None = None,
    week_start: Weekday = Weekday.MON,
    first: date,
    last: date,
) -> list[date]:
    """Dates from `first` to `last` on which the rule is due, in order.

    Never before `starts_on`, never after `ends_on`. `every` counts from the week (by
    `week_start`), month or year of `starts_on`.
    """
    begin = max(first, starts_on).toordinal()
    end = (last if ends_on is None else min(last, ends_on)).toordinal()
    if isinstance(rule, MonthlyDay | YearlyDate):
        return dates(_monthly(rule, starts_on, begin, end))
    return _interleaved([dates(days) for days in _ranges(rule, starts_on, week_start, begin, end)])


def occurrence_ordinals(
    rule: FixedRule, *, starts_on: date, week_start: Weekday, first: int, last: int
) -> Sequence[int]:
    """`occurrences` as ordinals, for those who compute with many days."""
    begin = max(first, starts_on.toordinal())
    if isinstance(rule, MonthlyDay | YearlyDate):
        return _monthly(rule, starts_on, begin, last)
    return _interleaved(_ranges(rule, starts_on, week_start, begin, last))


def is_due(
    rule: FixedRule,
    day: date,
    *,
    starts_on: date,
    ends_on: date | None = None,
    week_start: Weekday = Weekday.MON,
) -> bool:
    """Whether the rule is due on `day`."""
    return bool(
        occurrences(
            rule,
            starts_on=starts_on,
            ends_on=ends_on,
            week_start=week_start,
            first=day,
            last=day,
        )
    )


def first_occurrences(
    rule: FixedRule,
    *,
    first: date,
    count: int,
    starts_on: date,
    ends_on: date | None = None,
    week_start: Weekday = Weekday.MON,
) -> list[date]:
    """The earliest `count` dates from `first` on; fewer where the window or calendar ends.

    The work is bounded by `count` times the longest gap of the rule, whatever the dates.
    """
    begin = max(first, starts_on).toordinal()
    last = min(begin + count * _longest_gap(rule), LAST_ORDINAL)
    return occurrences(
        rule,
        starts_on=starts_on,
        ends_on=ends_on,
        week_start=week_start,
        first=first,
        last=date.fromordinal(last),
    )[:count]


def next_occurrences(
    rule: FixedRule,
    *,
    after: date,
    count: int,
    starts_on: date,
    ends_on: date | None = None,
    week_start: Weekday = Weekday.MON,
) -> list[date]:
    """The earliest `count` dates later than `after`, as `first_occurrences` finds them."""
    if after == date.max:
        return []
    return first_occurrences(
        rule,
        first=date.fromordinal(after.toordinal() + 1),
        count=count,
        starts_on=starts_on,
        ends_on=ends_on,
        week_start=week_start,
    )


def count_occurrences(
    rule: FixedRule, *, starts_on: date, week_start: Weekday, first: date, last: date
) -> int:
    """How many occurrences lie from `first` to `last`; no long list is built on the way."""
    begin, end = max(first, starts_on).toordinal(), last.toordinal()
    if isinstance(rule, IntervalCycle):
        base = starts_on.toordinal()
        return max(0, _active_days(rule, end + 1 - base) - _active_days(rule, begin - base))
    if isinstance(rule, MonthlyDay | YearlyDate):
        return len(_monthly(rule, starts_on, begin, end))
    return sum(map(len, _ranges(rule, starts_on, week_start, begin, end)))


@dataclass(frozen=True, slots=True)
class QuotaProgress:
    """A quota in the period of one day: `done` of `times`, within `first` to `last`."""

    done: int
    times: int
    first: date
    last: date

    @property
    def is_open(self) -> bool:
        """Whether completions are still asked for."""
        return self.done < self.times


def quota_progress(
    rule: TimesPerPeriod,
    *,
    day: date,
    week_start: Weekday = Weekday.MON,
    done_on: Iterable[date],
) -> QuotaProgress:
    """How far the quota of the period of `day` is met by the days of completion."""
    first, last = period_bounds(day, rule.period, week_start)
    done = len({done for done in done_on if first <= done <= last})
    return QuotaProgress(done, rule.times, first, last)


def after_completion_due_on(
    rule: AfterCompletion, *, starts_on: date, last_done_on: date | None
) -> date | None:
    """The day from which it is due again; none when that lies beyond the calendar."""
    if last_done_on is None:
        return starts_on
    ordinal = last_done_on.toordinal() + rule.days
    return None if ordinal > LAST_ORDINAL else max(starts_on, date.fromordinal(ordinal))


def _ranges(
    rule: Daily | WeeklyDays | IntervalCycle,
    starts_on: date,
    week_start: Weekday,
    first: int,
    last: int,
) -> list[range]:
    """The occurrences as arithmetic progressions of one step, ordered by their first day."""
    base = starts_on.toordinal()
    if isinstance(rule, WeeklyDays):
        step = 7 * rule.every
        week = week_first_ordinal(week_number(base, week_start), week_start)
        anchors = [week + (day.number - week_start.number) % 7 for day in rule.days]
    elif isinstance(rule, IntervalCycle) and rule.break_days:
        step = rule.active_days + rule.break_days
        anchors = list(range(base, base + rule.active_days))
    else:
        return [range(first, last + 1)]
    begins = sorted(first + (anchor - first) % step for anchor in anchors)
    return [range(begin, last + 1, step) for begin in begins if begin <= last]


def _interleaved(progressions: Sequence[Sequence[Day]]) -> list[Day]:
    """Merge progressions of one step, ordered by their first day, into one order.

    Each has its turn in every step, and those cut short by the end are the last ones, so
    dealing them out like cards is the order of the calendar.
    """
    merged = list(chain.from_iterable(progressions))
    if len(progressions) > 1:
        for turn, days in enumerate(progressions):
            merged[turn :: len(progressions)] = days
    return merged


def _active_days(rule: IntervalCycle, days: int) -> int:
    """Active days among the first `days` of the cycle."""
    cycles, rest = divmod(max(days, 0), rule.active_days + rule.break_days)
    return cycles * rule.active_days + min(rest, rule.active_days)


def _monthly(rule: MonthlyDay | YearlyDate, starts_on: date, first: int, last: int) -> list[int]:
    """Both kinds step over months: a yearly date is a day of every twelfth month."""
    if first > last:
        return []
    anchor, step = month_number(starts_on.toordinal()), rule.every
    if isinstance(rule, YearlyDate):
        anchor, step = anchor - anchor % 12 + rule.month - 1, 12 * step
    begin, end = month_number(first), month_number(last) + 1
    begin += (anchor - begin) % step
    starts = month_starts()[begin:end:step]
    if rule.day <= _SHORTEST_MONTH:
        found = [start + rule.day - 1 for start in starts]
    else:
        ends = month_starts()[begin + 1 : end + 1 : step]
        found = [
            start + rule.day - 1 if start + rule.day < end else end - 1
            for start, end in zip(starts, ends, strict=True)
        ]
    # Only the first and the last month can be cut by the range.
    if found and found[0] < first:
        del found[0]
    if found and found[-1] > last:
        del found[-1]
    return found


def _longest_gap(rule: FixedRule) -> int:
    """Days within which the rule is due at least once, wherever one begins."""
    if isinstance(rule, Daily):
        return 1
    if isinstance(rule, WeeklyDays):
        return 7 * (rule.every + 1)
    if isinstance(rule, IntervalCycle):
        return rule.active_days + rule.break_days
    months = rule.every if isinstance(rule, MonthlyDay) else 12 * rule.every
    return 31 * (months + 1)
