"""Which version is in force when, and which days a pause leaves free.

Days are ordinals here (`date.toordinal`), ends included.
"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from almanac.habits.domain.model import HabitHistory, ScheduleVersion
from almanac.schedules.ordinals import LAST_ORDINAL
from almanac.schedules.periods import period_bounds
from almanac.schedules.rules import Period, TimesPerPeriod, Weekday


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last` on which one version is in force."""

    version: ScheduleVersion
    first: int
    last: int


Stretch = tuple[int, int]
"""First and last day of consecutive days."""


def window_last(history: HabitHistory, archived_on: date | None) -> int:
    """Last day of the habit: its end, or the day before it was archived."""
    last = LAST_ORDINAL if history.ends_on is None else history.ends_on.toordinal()
    return last if archived_on is None else min(last, archived_on.toordinal() - 1)


def version_spans(history: HabitHistory, last: int) -> list[Span]:
    """Spans of the versions in order, from the habit's start to `last`.

    A quota whose calendar period stays the same takes over with the next period: a period is
    judged by one version. Any other change takes effect on its day and cuts the period short.
    """
    starts = _starts(history)
    spans = []
    for version, first in reversed(list(zip(history.versions, starts, strict=True))):
        if first <= last:
            spans.append(Span(version, first, last))
            last = first - 1
    return spans[::-1]


def _starts(history: HabitHistory) -> list[int]:
    starts = [history.starts_on.toordinal()]
    for before, version in pairwise(history.versions):
        start, rule = max(version.effective_from, history.starts_on), version.rule
        first = start.toordinal()
        continues = first > starts[0] and _calendar(before) == _calendar(version)
        if continues and isinstance(rule, TimesPerPeriod):
            first = _next_period(rule.period, version.week_start, start)
        starts.append(first)
    return starts


def _calendar(version: ScheduleVersion) -> tuple[Period, Weekday | None] | None:
    """What decides the bounds of a quota's periods; none for other rules."""
    if not isinstance(version.rule, TimesPerPeriod):
        return None
    period = version.rule.period
    return period, version.week_start if period is Period.WEEK else None


def _next_period(period: Period, week_start: Weekday, day: date) -> int:
    """The day itself if a period begins on it, else the first day of the next."""
    first, last = period_bounds(day, period, week_start)
    return day.toordinal() if first == day else last.toordinal() + 1


def paused_stretches(history: HabitHistory, first: int, last: int) -> list[Stretch]:
    """Paused days within `first` to `last`, overlaps and neighbours merged, in order."""
    merged: list[Stretch] = []
    for begin, end in sorted(_clipped_pauses(history, first, last)):
        if merged and begin <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((begin, end))
    return merged


def free_stretches(history: HabitHistory, first: int, last: int) -> list[Stretch]:
    """Days within `first` to `last` that no pause covers, in order."""
    free = []
    for begin, end in paused_stretches(history, first, last):
        if first < begin:
            free.append((first, begin - 1))
        first = end + 1
    if first <= last:
        free.append((first, last))
    return free


def _clipped_pauses(history: HabitHistory, first: int, last: int) -> list[Stretch]:
    clipped = []
    for pause in history.pauses:
        end = last if pause.ends_on is None else min(pause.ends_on.toordinal(), last)
        begin = max(pause.starts_on.toordinal(), first)
        if begin <= end:
            clipped.append((begin, end))
    return clipped
