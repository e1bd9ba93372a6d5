"""Strength: the exponential average that users of Loop Habit Tracker know, from 0 to 1.

`m = 0.5 ** (sqrt(f) / 13)` with f expected occurrences a day; each day `s = s*m + x*(1 - m)`
with x the done share of what a trailing window expects, at most 1. Skipped and paused days,
and days whose window expects nothing, carry s over; so does today while it is open.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from math import exp2, sqrt

from almanac.habits.domain.ledger import Ledger
from almanac.habits.domain.model import HabitHistory, ScheduleVersion, TargetKind
from almanac.habits.domain.spans import Span
from almanac.habits.domain.verdicts import (
    AWAY,
    DONE,
    MISSED,
    OFF,
    OPEN,
    PAUSED,
    SKIPPED,
    STATE_OF_MARK,
    period_target,
)
from almanac.schedules.rules import (
    AfterCompletion,
    Daily,
    IntervalCycle,
    MonthlyDay,
    Period,
    TimesPerPeriod,
    WeeklyDays,
    YearlyDate,
)

_PERIOD_DAYS = {Period.WEEK: 7, Period.MONTH: 31, Period.YEAR: 366}
"""Window of a quota: its longest period, so that the 31st of a month still sees the 1st."""
_NEUTRAL = (SKIPPED, PAUSED, AWAY)


def decay(expected_per_day: float) -> float:
    """Share of the strength that a day keeps: half of it in 13 days for a daily habit."""
    return exp2(-sqrt(expected_per_day) / 13)


def step(strength: float, share: float, kept: float) -> float:
    """Strength after one more day, `share` (0 to 1) of what was expected being done."""
    return strength * kept + share * (1 - kept)


def strength_by_day(ledger: Ledger) -> list[float]:
    """Strength at the end of each day, up to today, or to yesterday while today is open."""
    days = len(ledger.marks)
    if ledger.marks and ledger.marks[-1] == OPEN:
        days -= 1
    sums = _running_sums(ledger)
    strength, found = 0.0, []
    for span in ledger.spans:
        first, last = span.first - ledger.base, min(span.last - ledger.base, days - 1)
        window, per_day = _pace(ledger.history, span.version)
        kept = decay(per_day)
        limit = _limit(ledger, span)
        if limit is None:
            shares = _shares(ledger.marks, sums, range(first, last + 1), window)
        else:
            shares = _limit_shares(ledger, limit, range(first, last + 1), window)
        for share in shares:
            if share is not None:
                strength = step(strength, share, kept)
            found.append(strength)
    return found


def _pace(history: HabitHistory, version: ScheduleVersion) -> tuple[int, float]:
    """Length of the trailing window in days, and expected occurrences per day (f)."""
    rule = version.rule
    if isinstance(rule, TimesPerPeriod):
        days = _PERIOD_DAYS[rule.period]
        return days, _times(history, version, rule) / days
    if isinstance(rule, IntervalCycle):
        length = rule.active_days + rule.break_days
        return length, rule.active_days / length
    if isinstance(rule, AfterCompletion):
        return rule.days, 1 / rule.days
    return _calendar_pace(rule)


def _times(history: HabitHistory, version: ScheduleVersion, rule: TimesPerPeriod) -> int:
    """A target for the whole period is one thing to reach."""
    return rule.times if period_target(history, version) is None else 1


def _calendar_pace(rule: Daily | WeeklyDays | MonthlyDay | YearlyDate) -> tuple[int, float]:
    if isinstance(rule, WeeklyDays):
        return 7, len(rule.days) / (7 * rule.every)
    if isinstance(rule, MonthlyDay):
        return 30, 1 / (30 * rule.every)
    if isinstance(rule, YearlyDate):
        return 365, 1 / (365 * rule.every)
    return 1, 1.0


@dataclass(frozen=True, slots=True)
class _Sums:
    """What was expected and done before each day since the start, as running sums."""

    expected: list[float]
    done: list[float]


def _running_sums(ledger: Ledger) -> _Sums:
    expected: list[float] = []
    done: list[float] = []
    for span in ledger.spans:
        first, last = span.first - ledger.base, span.last - ledger.base
        marks = ledger.marks[first : last + 1]
        a_day = _expected_by_mark(ledger.history, span.version)
        expected.extend([a_day[mark] for mark in marks])
        if period_target(ledger.history, span.version) is not None:
            done.extend(_parts_of_target(ledger, span, len(marks)))
        else:
            done.extend([_DONE_BY_MARK[mark] for mark in marks])
    return _Sums(list(accumulate(expected, initial=0.0)), list(accumulate(done, initial=0.0)))


def _by_mark(values: dict[int, float]) -> tuple[float, ...]:
    return tuple(values.get(mark, 0.0) for mark in range(len(STATE_OF_MARK)))


_DONE_BY_MARK = _by_mark({DONE: 1.0})
_SHARE_OF_DAY = {DONE: 1.0, MISSED: 0.0}
_OCCURRENCE_BY_MARK = _by_mark({DONE: 1.0, MISSED: 1.0})


def _expected_by_mark(history: HabitHistory, version: ScheduleVersion) -> tuple[float, ...]:
    """A decided occurrence is expected whole; a quota is spread over the days of its period."""
    if not isinstance(version.rule, TimesPerPeriod):
        return _OCCURRENCE_BY_MARK
    a_day = _times(history, version, version.rule) / _PERIOD_DAYS[version.rule.period]
    return _by_mark({OFF: a_day, DONE: a_day, MISSED: a_day})


def _shares(marks: bytearray, sums: _Sums, days: range, window: int) -> Iterator[float | None]:
    """Done share of what the window up to each day expected; none where s is carried over."""
    expected, done = sums.expected, sums.done
    if window == 1:
        yield from (_SHARE_OF_DAY.get(mark) for mark in marks[days.start : days.stop])
        return
    for day in days:
        begin = day + 1 - window if day >= window else 0
        total = expected[day + 1] - expected[begin]
        if total <= 0 or marks[day] in _NEUTRAL:
            yield None
        else:
            share = (done[day + 1] - done[begin]) / total
            yield share if share < 1 else 1.0


def _parts_of_target(ledger: Ledger, span: Span, days: int) -> list[float]:
    """Each counted amount as a part of the period's target."""
    first = span.first - ledger.base
    target = span.version.target or 0
    parts = [0.0] * days
    for day, amount in ledger.amounts_between(first, first + days - 1):
        parts[day - first] = amount / target if target > 0 else 1.0
    return parts


def _limit(ledger: Ledger, span: Span) -> int | None:
    """What the sum of a period may not exceed, if that is what is asked."""
    if span.version.target_kind is TargetKind.AT_LEAST:
        return None
    return period_target(ledger.history, span.version)


def _limit_shares(ledger: Ledger, limit: int, days: range, window: int) -> Iterator[float | None]:
    """Under an upper limit a day's share is 1 while the window's sum keeps to it, else 0."""
    amounts, answers = [0] * len(days), [ledger.history.no_entry_is_zero] * len(days)
    for day, amount in ledger.amounts_between(days.start, days.stop - 1):
        amounts[day - days.start], answers[day - days.start] = amount, True
    brought = list(accumulate(amounts, initial=0))
    answered = list(accumulate(answers, initial=0))
    for end, mark in enumerate(ledger.marks[days.start : days.stop], 1):
        begin = end - window if end > window else 0
        if mark in _NEUTRAL:
            yield None
        else:
            keeps = brought[end] - brought[begin] <= limit
            yield 1.0 if keeps and answered[end] > answered[begin] else 0.0
