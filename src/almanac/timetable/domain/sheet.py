"""A week to be read, on real dates or as the pattern has it: which days, and where blocks stand.

The hours of a sheet are cut at every full hour and wherever something begins or ends, so that a
row can grow with the words in it. What runs past midnight is drawn up to midnight.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from almanac.schedules.periods import period_bounds
from almanac.schedules.rules import Period, Weekday
from almanac.timetable.domain.layout import Lane, SlotKind, day_slots, lanes, merged, shown_hours
from almanac.timetable.domain.model import (
    DAY_MINUTES,
    Cancellation,
    Grid,
    Occurrence,
    Routine,
    Session,
    Stretch,
)
from almanac.timetable.domain.occurrences import routine_occurrences

HOUR_MINUTES = 60
_WEEK = tuple(Weekday)
WITHIN = timedelta(days=366)
"""How far from today weeks can be looked at."""
IDLE_PART = 3
"""Of its minutes, what a row is high for in which it is neither day nor anything is on: a third."""
MOST_LANES = 4
"""With more side by side no word could be read: then a day is a list."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A session on a sheet, and what is said about it there."""

    session: Session
    stretch: Stretch
    location: str
    cancellation: Cancellation | None = None
    moved_to: date | None = None
    moved_from: date | None = None
    is_at_other_time: bool = False


class Place(NamedTuple):
    """Where a block stands: its rows and its columns within the day, counted from 0."""

    rows: Stretch
    columns: Stretch


@dataclass(frozen=True, slots=True)
class SheetDay:
    """A day with its entries in order and their places; `on` is None in the pattern.

    At most `lanes` stand side by side; `columns` is a number that each group of them divides.
    """

    weekday: Weekday
    on: date | None
    holiday: str | None
    entries: tuple[Entry, ...]
    places: tuple[Place, ...]
    lanes: int
    columns: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Days over rows that begin and end at `marks`.

    `heights` are those of the rows: their minutes, less where it is neither day nor anything is on.
    """

    marks: tuple[int, ...]
    heights: tuple[int, ...]
    breaks: tuple[Stretch, ...]
    days: tuple[SheetDay, ...]

    @property
    def is_crowded(self) -> bool:
        """Whether too much stands side by side to be drawn to time."""
        return any(day.lanes > MOST_LANES for day in self.days)

    def row(self, minute: int) -> int:
        """The row that begins at a mark."""
        return bisect_left(self.marks, minute)


def shown_week(routine: Routine, day: date, *, today: date) -> date:
    """The first day of the week that holds `day`, or of the nearest one that can be looked at.

    Those are the weeks in which the routine is in force or a date was moved to, up to a year from
    today; of a routine that is over or begins later, its last or first.
    """
    moved = [move.on for each in routine.sessions for move in each.moves]
    first, last = min([routine.starts_on, *moved]), max([routine.ends_on, *moved])
    earliest = max(first, min(today - WITHIN, last))
    latest = min(last, max(today + WITHIN, first))
    within = min(max(day, earliest), latest)
    return period_bounds(within, Period.WEEK, routine.week_start)[0]


def week_sheet(routine: Routine, first_on: date) -> Sheet:
    """The week that begins on `first_on`."""
    by_day: defaultdict[Weekday, list[Entry]] = defaultdict(list)
    for found in routine_occurrences(routine, first_on, first_on + timedelta(days=6)):
        by_day[_weekday(found.on)].append(_occurring(found))
    return _sheet(routine, by_day, first_on)


def pattern_sheet(routine: Routine, week: int) -> Sheet:
    """One week of the rotation, from 1, without dates and what is said about single ones."""
    by_day: defaultdict[Weekday, list[Entry]] = defaultdict(list)
    for each in sorted(routine.sessions, key=lambda s: (s.starts, s.minutes, str(s.id))):
        if each.week in {None, week}:
            entry = Entry(each, each.stretch, each.location, each.series_cancellation)
            by_day[each.weekday].append(entry)
    return _sheet(routine, by_day, None)


def _occurring(found: Occurrence) -> Entry:
    went = found.moved_to is None and found.planned_on != found.on
    usual = (found.starts, found.minutes) == (found.session.starts, found.session.minutes)
    return Entry(
        found.session,
        found.stretch,
        found.location,
        found.cancellation,
        found.moved_to,
        found.planned_on if went else None,
        is_at_other_time=not usual and not went,
    )


def _sheet(
    routine: Routine, by_day: Mapping[Weekday, Sequence[Entry]], first_on: date | None
) -> Sheet:
    blocks = {day: [_until_midnight(e.stretch) for e in found] for day, found in by_day.items()}
    every = [block for found in blocks.values() for block in found]
    marks = _marks(routine.grid, every)
    rows = {minute: number for number, minute in enumerate(marks)}
    days = []
    for weekday in _shown(routine, by_day):
        after = (weekday.number - routine.week_start.number) % 7
        on = first_on and first_on + timedelta(days=after)
        holiday = None if on is None else _holiday(routine, on)
        beside = lanes(blocks.get(weekday, []))
        columns = math.lcm(*(lane.of for lane in beside))
        places = tuple(map(partial(_place, columns, rows), blocks.get(weekday, []), beside))
        most = max((lane.of for lane in beside), default=1)
        entries = tuple(by_day.get(weekday, ()))
        days.append(SheetDay(weekday, on, holiday, entries, places, most, columns))
    busy = merged([Stretch(routine.grid.day_starts, routine.grid.day_ends), *every])
    heights = tuple(_height(Stretch(*row), busy) for row in pairwise(marks))
    return Sheet(marks, heights, tuple(_breaks(routine.grid)), tuple(days))


def _place(columns: int, rows: Mapping[int, int], block: Stretch, lane: Lane) -> Place:
    width = columns // lane.of
    return Place(
        Stretch(rows[block.starts], rows[block.ends]),
        Stretch(lane.number * width, (lane.number + 1) * width),
    )


def _height(row: Stretch, busy: Sequence[Stretch]) -> int:
    minutes = row.ends - row.starts
    is_idle = not any(row.shared(each) for each in busy)
    return max(1, minutes // IDLE_PART) if is_idle else minutes


def _marks(grid: Grid, blocks: Sequence[Stretch]) -> tuple[int, ...]:
    hours = shown_hours(grid, blocks)
    full = range(-(-hours.starts // HOUR_MINUTES) * HOUR_MINUTES, hours.ends, HOUR_MINUTES)
    ends = {minute for stretch in (hours, *blocks, *_breaks(grid)) for minute in stretch}
    return tuple(sorted(ends | set(full)))


def _breaks(grid: Grid) -> Iterable[Stretch]:
    return (slot.stretch for slot in day_slots(grid) if slot.kind is SlotKind.BREAK)


def _shown(routine: Routine, by_day: Mapping[Weekday, Sequence[Entry]]) -> list[Weekday]:
    """The days of the grid, and hidden ones that have something to show."""
    first = routine.week_start.number
    hidden = routine.grid.hidden_days - by_day.keys()
    return [day for day in (*_WEEK[first:], *_WEEK[:first]) if day not in hidden]


def _until_midnight(stretch: Stretch) -> Stretch:
    return Stretch(stretch.starts, min(stretch.ends, DAY_MINUTES))


def _weekday(day: date) -> Weekday:
    return _WEEK[day.weekday()]


def _holiday(routine: Routine, day: date) -> str | None:
    return next((h.name for h in routine.holidays if h.first_on <= day <= h.last_on), None)
