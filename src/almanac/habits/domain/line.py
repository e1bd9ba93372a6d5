"""Check-ins as a line of days, a byte each, the way a ledger reads them.

Ten years of check-ins are a few thousand values as dates and records, and one as a line: where
everything a person ever recorded is judged at once, that is most of the cost.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from almanac.habits.domain.model import CheckIn, CheckInStatus
from almanac.habits.domain.verdicts import DONE, MISSED, OFF, SKIPPED

MARK_OF = {
    CheckInStatus.DONE: DONE,
    CheckInStatus.SKIPPED: SKIPPED,
    CheckInStatus.MISSED: MISSED,
}
"""In the order in which written days are given."""
AMOUNT_SIGN = "="
_STATUS_OF = {mark: status for status, mark in MARK_OF.items()}


class CheckInLine(Mapping[date, CheckIn]):
    """Check-ins from one day on: the mark of each day's status, and amounts by their ordinals.

    It reads as a mapping of dates to check-ins as well.
    """

    __slots__ = ("amounts", "first", "statuses")

    def __init__(self, first: int, statuses: bytes, amounts: Mapping[int, int]) -> None:
        self.first = first
        self.statuses = statuses
        self.amounts = amounts

    def __getitem__(self, day: date) -> CheckIn:
        ordinal = day.toordinal()
        index = ordinal - self.first
        if not 0 <= index < len(self.statuses) or self.statuses[index] == OFF:
            raise KeyError(day)
        return CheckIn(day, _STATUS_OF[self.statuses[index]], self.amounts.get(ordinal))

    def __iter__(self) -> Iterator[date]:
        for index, mark in enumerate(self.statuses):
            if mark != OFF:
                yield date.fromordinal(self.first + index)

    def __len__(self) -> int:
        return len(self.statuses) - self.statuses.count(OFF)

    def between(self, first: int, days: int) -> bytes:
        """The statuses of so many days from `first` (an ordinal) on."""
        begin = first - self.first
        found = self.statuses[max(begin, 0) : max(begin + days, 0)]
        return (bytes(max(-begin, 0)) + found).ljust(days, b"\0")[:days]


@dataclass(frozen=True, slots=True)
class WrittenDays:
    """A habit's check-ins as text: ISO dates with commas between.

    `by_status` has them for each status of `MARK_OF`; `amounts` are dates with thousandths.
    """

    by_status: tuple[str | None, ...] = (None, None, None)
    amounts: str = ""


def read_line(written: WrittenDays) -> CheckInLine:
    """The line that was written out."""
    days = [_ordinals(text) if text else [] for text in written.by_status]
    first = min(map(min, filter(None, days)), default=0)
    last = max(map(max, filter(None, days)), default=-1)
    statuses = bytearray(last - first + 1)
    for mark, ordinals in zip(MARK_OF.values(), days, strict=True):
        _paint(statuses, first, ordinals, mark)
    amounts = {}
    for entry in written.amounts.split(",") if written.amounts else ():
        day, _, amount = entry.partition(AMOUNT_SIGN)
        amounts[_ordinal(day)] = int(amount)
    return CheckInLine(first, bytes(statuses), amounts)


def _ordinals(text: str) -> list[int]:
    return list(map(_ordinal, text.split(",")))


@cache
def _ordinal(text: str) -> int:
    # Kept for good: there are no more of them than days in three centuries.
    return date.fromisoformat(text).toordinal()


def _paint(statuses: bytearray, first: int, ordinals: list[int], mark: int) -> None:
    # Mostly a day comes right after the one before it, and all of them are one stroke.
    begin = ordinals[0] if ordinals else first
    if ordinals == list(range(begin, begin + len(ordinals))):
        statuses[begin - first : begin - first + len(ordinals)] = bytes([mark]) * len(ordinals)
        return
    for ordinal in ordinals:
        statuses[ordinal - first] = mark


def line_of(check_ins: Mapping[date, CheckIn], first: int, days: int) -> CheckInLine:
    """The check-ins of so many days from `first` (an ordinal) on as a line."""
    if isinstance(check_ins, CheckInLine):
        return CheckInLine(first, check_ins.between(first, days), check_ins.amounts)
    statuses, amounts = bytearray(days), {}
    for day, (_, status, amount) in check_ins.items():
        ordinal = day.toordinal()
        if 0 <= ordinal - first < days:
            statuses[ordinal - first] = MARK_OF[status]
            if amount is not None:
                amounts[ordinal] = amount
    return CheckInLine(first, bytes(statuses), amounts)
