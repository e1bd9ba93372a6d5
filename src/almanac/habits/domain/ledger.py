"""A habit's history laid out: a mark for each day, a unit for each decided occurrence.

Streaks, strength, figures and calendar are all read from here, so they agree. How a ledger is
filled is in `layout`. Days are indices here: 0 is the habit's first day.
"""

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from almanac.habits.domain.model import CheckIn, HabitHistory, PeriodProgress
from almanac.habits.domain.spans import Span


class Unit(NamedTuple):
    """Decided occurrences in a row with one result, or one decided period of a quota.

    `result` is DONE or MISSED, `length` what a streak counts, `done` of `expected` what is
    added to "x of y".
    """

    result: int
    first: int
    last: int
    length: int
    expected: int
    done: int


@dataclass(slots=True)
class Ledger:
    """Marks from the first day to today, or to the end of the window when that is past."""

    history: HabitHistory
    base: int
    """Ordinal of day 0."""
    window_last: int
    """Ordinal of the last day of the window, which may lie ahead."""
    today: int
    """Index of today, which may lie outside the marks."""
    spans: list[Span]
    marks: bytearray
    entries: list[tuple[int, CheckIn]]
    """Check-ins within the marks, in order."""
    entry_days: list[int]
    """Their days."""
    units: list[Unit] = field(default_factory=list)
    period: PeriodProgress | None = None
    due: int | None = None
    """Under `after_completion`, the day from which it is due next."""

    def entries_between(self, first: int, last: int) -> list[tuple[int, CheckIn]]:
        """Check-ins from `first` to `last`, in order."""
        begin = bisect_left(self.entry_days, first)
        return self.entries[begin : bisect_left(self.entry_days, last + 1, begin)]

    def today_mark(self) -> int | None:
        """The mark of today; none when today is outside the window."""
        return self.marks[self.today] if 0 <= self.today < len(self.marks) else None
