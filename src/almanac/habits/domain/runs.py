"""Streaks: runs of done occurrences or periods that no missed one interrupts."""

from collections.abc import Sequence
from datetime import date

from almanac.habits.domain.ledger import Unit
from almanac.habits.domain.model import Streak
from almanac.habits.domain.verdicts import MISSED


def streaks(units: Sequence[Unit], base: int) -> tuple[Streak, Streak]:
    """Give the current and the best streak; of equally long ones the earliest is best.

    Units hold decided occurrences only, so skipped, paused and open days are passed over. A
    period counts from its first covered day to its last, or to today while it runs.
    """
    length = first = last = 0
    best = (0, 0, 0)
    for unit in units:
        if unit.result == MISSED:
            length = 0
            continue
        if length == 0:
            first = unit.first
        length, last = length + unit.length, unit.last
        if length > best[0]:
            best = (length, first, last)
    return _streak(base, length, first, last), _streak(base, *best)


def _streak(base: int, length: int, first: int, last: int) -> Streak:
    if length == 0:
        return Streak()
    return Streak(length, date.fromordinal(base + first), date.fromordinal(base + last))
