"""Counts of a ledger's occurrences over any days, for statistics.

Counted is what the ledger decided, so that all days together give the habit's own "x of y". Every
occurrence has its day: that of the mark; for a quota the day on which one of the days asked for
was done, and for what it lacked the last day of the period.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from almanac.habits.domain.ledger import Ledger, Unit
from almanac.habits.domain.model import TargetKind
from almanac.habits.domain.spans import Span
from almanac.habits.domain.verdicts import DONE, MISSED, OFF, SKIPPED, period_target
from almanac.schedules.rules import ScheduleKind, TimesPerPeriod

_WEEK = 7
_DAY = attrgetter("day")


class Count(NamedTuple):
    """Decided occurrences: `done` of `due`; skipped ones are in neither."""

    due: int
    done: int
    skipped: int


class Lump(NamedTuple):
    """Occurrences of a period that are held against one day."""

    day: int
    due: int
    done: int


def _only(*marks: int) -> bytes:
    return bytes(mark if mark in marks else OFF for mark in range(256))


_OCCURRENCES = _only(DONE, MISSED, SKIPPED)
_SKIPS = _only(SKIPPED)
_DONE_AND_SKIPS = _only(DONE, SKIPPED)
_NOTHING = Count(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from `first` to `last` (ordinals) that a schedule of one kind judged."""

    kind: ScheduleKind
    first: int
    last: int
    marks: bytes
    lumps: tuple[Lump, ...]
    """In order of their days."""

    def count(self, first: int, last: int) -> Count:
        """What these days, the first and the last included, came to."""
        begin, end = max(first - self.first, 0), min(last, self.last) - self.first + 1
        if begin >= end:
            return _NOTHING
        marks = self.marks
        done = marks.count(DONE, begin, end)
        due = done + marks.count(MISSED, begin, end)
        if self.lumps:
            since = bisect_left(self.lumps, first, key=_DAY)
            for lump in self.lumps[since : bisect_left(self.lumps, last + 1, since, key=_DAY)]:
                due += lump.due
                done += lump.done
        return Count(due, done, marks.count(SKIPPED, begin, end))

    def count_weekdays(self, first: int, last: int) -> list[Count]:
        """The same by weekday, Monday first; nothing for a quota, which asks for no day."""
        if self.kind is ScheduleKind.TIMES_PER_PERIOD:
            return []
        begin, end = max(first - self.first, 0), min(last, self.last) - self.first + 1
        return [self._count_every_week(begin, end, number) for number in range(_WEEK)]

    def _count_every_week(self, begin: int, end: int, weekday: int) -> Count:
        # Ordinal 1 is a Monday.
        day = begin + (1 + weekday - self.first - begin) % _WEEK
        marks = self.marks[day : max(day, end) : _WEEK]
        done = marks.count(DONE)
        return Count(done + marks.count(MISSED), done, marks.count(SKIPPED))


def tally(ledger: Ledger) -> list[Stretch]:
    """The judged days of a ledger by schedule version, in order."""
    return [_stretch(ledger, span) for span in ledger.spans if _is_judged(ledger, span)]


def _is_judged(ledger: Ledger, span: Span) -> bool:
    return span.first - ledger.base < len(ledger.marks)


def _stretch(ledger: Ledger, span: Span) -> Stretch:
    first, last = span.first - ledger.base, min(span.last - ledger.base, len(ledger.marks) - 1)
    kind = span.version.rule.kind
    found = ledger.marks[first : last + 1]
    lumps: list[Lump] = []
    if isinstance(span.version.rule, TimesPerPeriod):
        marks, lumps = _quota(ledger, span, first, last)
    else:
        marks = bytes(found.translate(_OCCURRENCES))
    return Stretch(kind, span.first, ledger.base + last, marks, tuple(lumps))


def _quota(ledger: Ledger, span: Span, first: int, last: int) -> tuple[bytes, list[Lump]]:
    """Skipped days, the days that decided periods count as done, and what these lacked."""
    marks = bytearray(ledger.marks[first : last + 1].translate(_SKIPS))
    target = period_target(ledger.history, span.version)
    lumps = []
    for unit in _units(ledger, first, last):
        if target is not None:
            grows = span.version.target_kind is TargetKind.AT_LEAST
            day = _deciding_day(ledger, unit, target, is_crossed=grows == (unit.result == DONE))
            lumps.append(Lump(ledger.base + day, unit.expected, unit.done))
            continue
        marks[unit.first - first : unit.last - first + 1] = _counted_days(ledger, unit)
        if unit.expected > unit.done:
            lumps.append(Lump(ledger.base + unit.last, unit.expected - unit.done, 0))
    return bytes(marks), lumps


def _units(ledger: Ledger, first: int, last: int) -> Iterator[Unit]:
    return (unit for unit in ledger.units if first <= unit.first <= last)


def _counted_days(ledger: Ledger, unit: Unit) -> bytes:
    """The marks of a period with as many done days as it counts, the earliest ones."""
    marks = ledger.marks[unit.first : unit.last + 1].translate(_DONE_AND_SKIPS)
    day = len(marks)
    for _ in range(marks.count(DONE) - unit.done):
        day = marks.rfind(DONE, 0, day)
        marks[day] = OFF
    return bytes(marks)


def _deciding_day(ledger: Ledger, unit: Unit, target: int, *, is_crossed: bool) -> int:
    """The day on which the sum of a period reached or exceeded its target, else its last."""
    total = 0
    if is_crossed:
        for day, amount in ledger.amounts_between(unit.first, unit.last):
            total += amount
            if total > target or (unit.result == DONE and total == target):
                return day
    return unit.last


def is_record(ledger: Ledger, current_first: date | None, best_first: date | None) -> bool:
    """Whether the running streak is the longest, and not the only one there ever was."""
    first_done = next((unit.first for unit in ledger.units if unit.result == DONE), None)
    if current_first is None or current_first != best_first or first_done is None:
        return False
    return ledger.base + first_done < current_first.toordinal()
