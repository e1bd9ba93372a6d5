"""Judges the periods of a quota: so many days, or so much in sum, in a week, month or year.

A period is judged as a whole. Where the window, a pause or another schedule covers it only in
part it counts when reached and is neutral otherwise.
"""

from datetime import date
from typing import NamedTuple

from almanac.habits.domain.ledger import Ledger, Unit
from almanac.habits.domain.model import PeriodProgress, ScheduleVersion, TargetKind
from almanac.habits.domain.spans import Span, free_stretches, paused_stretches
from almanac.habits.domain.verdicts import (
    AWAY,
    DONE,
    MISSED,
    OFF,
    OPEN,
    PAUSED,
    SKIPPED,
    blank_verdict,
    meets,
    period_target,
    settled,
    table_of,
)
from almanac.schedules.periods import period_ordinals
from almanac.schedules.rules import TimesPerPeriod


class _Stage(NamedTuple):
    """How far one period has come. Days are indices; `seen` is its last day up to today."""

    first: int
    last: int
    seen: int
    is_running: bool
    is_partial: bool


def lay_quota(ledger: Ledger, span: Span, rule: TimesPerPeriod) -> None:
    """Mark the days of a quota's span and add a unit for each decided period."""
    _mark_days(ledger, span)
    target = period_target(ledger.history, span.version)
    first, end = span.first, min(span.last, ledger.base + len(ledger.marks) - 1)
    while first <= end:
        begin, last = period_ordinals(first, rule.period, span.version.week_start)
        stage = _stage(
            ledger, first, min(last, span.last), is_whole=(begin == first and last <= span.last)
        )
        if target is not None:
            _judge_sum(ledger, span.version, target, stage)
        else:
            _judge_days(ledger, rule.times, last - begin + 1, stage)
        first = last + 1


def _mark_days(ledger: Ledger, span: Span) -> None:
    """Mark what each day says by itself; whether a free day today is open comes later."""
    first, last = span.first - ledger.base, min(span.last - ledger.base, len(ledger.marks) - 1)
    marks, version = ledger.marks, span.version
    sums = period_target(ledger.history, version) is not None
    if not sums and blank_verdict(ledger.history, version) == DONE:
        for day in range(first, min(last + 1, ledger.today)):
            if marks[day] == OFF:
                marks[day] = DONE
    said = ledger.verdicts(version, first, last)
    marks[first : last + 1] = settled(marks[first : last + 1], said, _DAYS)


def _day(mark: int, verdict: int) -> int:
    if verdict == OFF:
        return mark
    if mark == PAUSED:
        return AWAY if verdict == DONE else PAUSED
    return OFF if verdict == OPEN else verdict


_DAYS = table_of(_day)


def _stage(ledger: Ledger, first_ordinal: int, last_ordinal: int, *, is_whole: bool) -> _Stage:
    first, last = first_ordinal - ledger.base, last_ordinal - ledger.base
    seen = min(last, len(ledger.marks) - 1)
    is_running = ledger.today <= last
    marks = ledger.marks[first : seen + 1]
    has_pause = (PAUSED in marks or AWAY in marks) or (
        is_running and bool(paused_stretches(ledger.history, ledger.base + seen, last_ordinal))
    )
    return _Stage(first, last, seen, is_running, not is_whole or has_pause)


def _judge_days(ledger: Ledger, times: int, length: int, stage: _Stage) -> None:
    """Hold the done days against the quota.

    A skipped day is no day of the period, so a quota never asks for more days than are left.
    """
    done = ledger.marks.count(DONE, stage.first, stage.seen + 1)
    needed = min(times, length - ledger.marks.count(SKIPPED, stage.first, stage.seen + 1))
    if done >= needed > 0:
        ledger.units.append(Unit(DONE, stage.first, stage.seen, 1, needed, needed))
    elif stage.is_running:
        _open_today(ledger)
    elif not stage.is_partial and needed > 0:
        ledger.units.append(Unit(MISSED, stage.first, stage.seen, 1, needed, done))
    if stage.is_running:
        _show_progress(ledger, stage, done, needed, days_left=needed - done)


def _judge_sum(ledger: Ledger, version: ScheduleVersion, target: int, stage: _Stage) -> None:
    """Hold the sum of the amounts against the target.

    `at_most` is reached only when the period is over, and lost as soon as the sum exceeds it.
    """
    amounts = _amounts(ledger, stage)
    total = sum(amounts)
    is_good = meets(version, target, total)
    is_answered = bool(amounts) or ledger.history.no_entry_is_zero
    grows = version.target_kind is TargetKind.AT_LEAST
    is_exceeded = not grows and not is_good
    if is_good and is_answered and (grows or not stage.is_running):
        ledger.units.append(Unit(DONE, stage.first, stage.seen, 1, 1, 1))
    elif _is_lost(ledger, stage, is_exceeded=is_exceeded):
        ledger.units.append(Unit(MISSED, stage.first, stage.seen, 1, 1, 0))
    elif stage.is_running and not is_exceeded:
        _open_today(ledger)
    if stage.is_running:
        days_left = 1 if grows and not is_good else 0
        _show_progress(ledger, stage, total, target, days_left=days_left)


def _is_lost(ledger: Ledger, stage: _Stage, *, is_exceeded: bool) -> bool:
    if stage.is_partial or (stage.is_running and not is_exceeded):
        return False
    skipped = ledger.marks.count(SKIPPED, stage.first, stage.seen + 1)
    return skipped <= stage.last - stage.first


def _amounts(ledger: Ledger, stage: _Stage) -> list[int]:
    """Amounts that count; a done day without one brings nothing but is an answer."""
    return [amount for _, amount in ledger.amounts_between(stage.first, stage.seen)]


def _open_today(ledger: Ledger) -> None:
    if ledger.marks[ledger.today] == OFF:
        ledger.marks[ledger.today] = OPEN


def _show_progress(
    ledger: Ledger, stage: _Stage, done: int, needed: int, *, days_left: int
) -> None:
    ledger.period = PeriodProgress(
        done=done,
        needed=needed,
        first_on=date.fromordinal(ledger.base + stage.first),
        last_on=date.fromordinal(ledger.base + stage.last),
        can_wait_until=_can_wait_until(ledger, stage, days_left),
    )


def _can_wait_until(ledger: Ledger, stage: _Stage, days_left: int) -> date | None:
    first = ledger.today if ledger.marks[ledger.today] == OPEN else ledger.today + 1
    stretches = free_stretches(ledger.history, ledger.base + first, ledger.base + stage.last)
    days = [day for begin, end in stretches for day in range(begin, end + 1)]
    if not 0 < days_left <= len(days):
        return None
    return date.fromordinal(days[-days_left])
