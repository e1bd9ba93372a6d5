"""How a day is put in order, and what of it counts as done. Pure.

Works on anything that has the attributes of an entry, so that it knows no area.
"""

from collections.abc import Iterable
from typing import Protocol, TypeVar

URGENCY_ORDER = {"overdue": 0, "due": 1, "can_wait": 2}
# What counts in the day's progress; skipped and cancelled entries are left out.
COUNTED = frozenset({"open", "done", "missed", "overdue", "attention"})


class Entry(Protocol):
    """What is needed of an entry to order and count it."""

    @property
    def minute(self) -> int | None: ...
    @property
    def state(self) -> str: ...
    @property
    def urgency(self) -> str: ...
    @property
    def is_counted(self) -> bool: ...


AnyEntry = TypeVar("AnyEntry", bound=Entry)


def in_order(entries: Iterable[AnyEntry]) -> list[AnyEntry]:
    """Overdue first, then by time of day, then what has no time, last what can wait.

    Entries that tie keep the order in which their area gave them. What is done keeps its place,
    so that nothing jumps away under the finger that ticks it.
    """
    return sorted(entries, key=_place)


def progress(entries: Iterable[Entry]) -> tuple[int, int]:
    """How many entries are done, of how many; what is open and can wait does not count."""
    done = total = 0
    for entry in entries:
        if not entry.is_counted:
            continue
        if entry.state == "done":
            done += 1
            total += 1
        elif entry.state in COUNTED and entry.urgency != "can_wait":
            total += 1
    return done, total


def _place(entry: Entry) -> tuple[int, bool, int]:
    return URGENCY_ORDER[entry.urgency], entry.minute is None, entry.minute or 0
