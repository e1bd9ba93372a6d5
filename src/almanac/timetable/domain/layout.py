"""A day laid out: its slots and breaks, and sessions side by side where they overlap.

Every function takes a number of steps bounded by the minutes of a day and the values it is given:
slots come from ranges of at least a minute, breaks are merged before anything is laid out.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from heapq import heappop, heappush
from typing import NamedTuple

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.model import DAY_MINUTES, Grid, Stretch


class SlotKind(StrEnum):
    """What a piece of the day is."""

    SLOT = "slot"
    BREAK = "break"
    REST = "rest"
    """What is left before a break or the end of the day, too short for a session."""


class Slot(NamedTuple):
    """A piece of the day."""

    kind: SlotKind
    stretch: Stretch


class Lane(NamedTuple):
    """The place of a block among those that overlap: lane `number`, from 0, `of` so many."""

    number: int
    of: int


def day_slots(grid: Grid) -> list[Slot]:
    """The day from its start to its end without a gap: slots anew after each break.

    Breaks that overlap or touch are one, those of no length none; what of them lies outside the
    day is left out.
    """
    found: list[Slot] = []
    begins = grid.day_starts
    for pause in _breaks(grid):
        found += _slots_between(begins, pause.starts, grid.session_minutes)
        found.append(Slot(SlotKind.BREAK, pause))
        begins = pause.ends
    return found + _slots_between(begins, grid.day_ends, grid.session_minutes)


def free_slots(grid: Grid, busy: Iterable[Stretch]) -> list[Stretch]:
    """The slots of a day that nothing of `busy` meets.

    What began the day before stands in `busy` with a negative start.
    """
    taken = merged(busy)
    free, at = [], 0
    for slot in day_slots(grid):
        while at < len(taken) and taken[at].ends <= slot.stretch.starts:
            at += 1
        is_taken = at < len(taken) and taken[at].starts < slot.stretch.ends
        if slot.kind is SlotKind.SLOT and not is_taken:
            free.append(slot.stretch)
    return free


def shown_hours(grid: Grid, blocks: Iterable[Stretch]) -> Stretch:
    """The minutes to draw so that the day and every block are seen; past midnight beyond 1440."""
    every = [Stretch(grid.day_starts, grid.day_ends), *blocks]
    return Stretch(min(b.starts for b in every), max(b.ends for b in every))


def shown_days(grid: Grid, week_start: Weekday) -> list[Weekday]:
    """The weekdays of the grid in the order of the person's week."""
    week = tuple(Weekday)
    first = week_start.number
    return [day for day in (*week[first:], *week[:first]) if day not in grid.hidden_days]


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches in order, those that overlap or touch as one, empty ones left out."""
    found: list[Stretch] = []
    for stretch in sorted(s for s in stretches if s.starts < s.ends):
        if found and stretch.starts <= found[-1].ends:
            found[-1] = Stretch(found[-1].starts, max(found[-1].ends, stretch.ends))
        else:
            found.append(stretch)
    return found


def lanes(blocks: Sequence[Stretch]) -> list[Lane]:
    """Lanes for blocks of at least a minute, in the order of the blocks.

    Blocks that overlap, directly or through others, share out the fewest lanes in which none
    overlap. Earlier blocks come first, of one start the longer, of one extent the one before; so
    what is added later in the day moves none to another lane.
    """
    found = [Lane(0, 1)] * len(blocks)
    group: list[tuple[int, int]] = []
    busy: list[tuple[int, int]] = []
    free: list[int] = []
    for number in sorted(range(len(blocks)), key=lambda n: (blocks[n].starts, -blocks[n].ends, n)):
        starts, ends = blocks[number]
        while busy and busy[0][0] <= starts:
            heappush(free, heappop(busy)[1])
        if not busy:
            _close(group, len(free), found)
            group, free = [], []
        lane = heappop(free) if free else len(busy)
        heappush(busy, (ends, lane))
        group.append((number, lane))
    _close(group, len(free) + len(busy), found)
    return found


def _close(group: list[tuple[int, int]], count: int, found: list[Lane]) -> None:
    for number, lane in group:
        found[number] = Lane(lane, count)


def _breaks(grid: Grid) -> list[Stretch]:
    day = Stretch(grid.day_starts, grid.day_ends)
    # The break of the day before may run into this one.
    of_both_days = [
        day.shared(pause.stretch.later(shift))
        for pause in grid.breaks
        for shift in (-DAY_MINUTES, 0)
    ]
    return merged(stretch for stretch in of_both_days if stretch)


def _slots_between(first: int, last: int, minutes: int) -> list[Slot]:
    pieces = [Stretch(at, min(at + minutes, last)) for at in range(first, last, minutes)]
    return [
        Slot(SlotKind.SLOT if piece.ends - piece.starts == minutes else SlotKind.REST, piece)
        for piece in pieces
    ]
