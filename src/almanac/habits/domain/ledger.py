"""A habit's history laid out: a mark for each day, a unit for each decided occurrence.

Streaks, strength, figures and calendar are all read from here, so they agree. How a ledger is
filled is in `layout`. Days are indices here: 0 is the habit's first day.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from almanac.habits.domain.line import CheckInLine
from almanac.habits.domain.model import HabitHistory, PeriodProgress, ScheduleVersion
from almanac.habits.domain.spans import Span
from almanac.habits.domain.verdicts import DONE, verdicts


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
    said: CheckInLine
    """The check-ins of the marks' days, as they were recorded."""
    units: list[Unit] = field(default_factory=list)
    period: PeriodProgress | None = None
    due: int | None = None
    """Under `after_completion`, the day from which it is due next."""

    def verdicts(self, version: ScheduleVersion, first: int, last: int) -> bytes:
        """What the check-ins from `first` to `last` say by a version: a mark for each day."""
        statuses = self.said.statuses[first : last + 1]
        return verdicts(self.history, version, statuses, self.said.amounts, self.base + first)

    def amounts_between(self, first: int, last: int) -> list[tuple[int, int]]:
        """Done days from `first` to `last` with what each brought: 0 without an amount."""
        base, amounts = self.base, self.said.amounts
        return [
            (day, amounts.get(base + day, 0))
            for day, mark in enumerate(self.marks[first : last + 1], first)
            if mark == DONE
        ]

    def today_mark(self) -> int | None:
        """The mark of today; none when today is outside the window."""
        return self.marks[self.today] if 0 <= self.today < len(self.marks) else None
