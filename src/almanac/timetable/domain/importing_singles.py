"""Single dates of a calendar, as universities write every lecture, gathered into weekly series.

Dates of one subject on one weekday at one time are one series. Weeks between them without a date
are cancelled; where they come every second to sixth week they are in the weeks of a rotation. A
date that stands alone but in the week of one that is missing is that one, moved.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from math import gcd

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.importing import (
    WEEK,
    LeftOut,
    Refused,
    Series,
    Single,
    key_of,
    weekday_of,
)
from almanac.timetable.domain.importing_rules import MAX_EVERY
from almanac.timetable.domain.model import Move

MAX_AT_ONCE = 20
"""Appointments of one subject at one time, and dates of one subject missing in one week."""
LONGEST_PAUSE = 8
"""Weeks without a date after which something is another series: a semester later."""
FEWEST_IN_ROTATION = 3
"""Two dates two weeks apart are no rhythm yet."""

_Slot = tuple[str, Weekday, int, int]


def series_of_singles(
    singles: Iterable[Single],
) -> tuple[list[Series], list[Single], list[Refused]]:
    """The series, the dates that belong to none, and those that are there twice or too often."""
    slots: defaultdict[_Slot, list[Single]] = defaultdict(list)
    for single in singles:
        key = key_of(single.entry.subject), weekday_of(single.on), single.starts, single.minutes
        slots[key].append(single)
    series: list[Series] = []
    alone: list[Single] = []
    refused: list[Refused] = []
    for slot in slots.values():
        for row in _rows(slot, refused):
            for run in _runs(row):
                made = _series(run)
                if made is None:
                    alone += run
                else:
                    series.append(made)
    return series, alone, refused


def placed(series: Sequence[Series], alone: Iterable[Single]) -> tuple[list[Series], list[Refused]]:
    """Series with the dates that stand alone as moved dates where one is missing; what is left."""
    found = list(series)
    missing: defaultdict[tuple[str, date], list[tuple[date, int]]] = defaultdict(list)
    for number, each in enumerate(found):
        for day in each.cancelled:
            places = missing[key_of(each.entry.subject), _week(day)]
            if len(places) < MAX_AT_ONCE:
                places.append((day, number))
    refused = []
    for single in sorted(alone, key=lambda one: (one.on, one.starts, one.entry.line)):
        if single.is_cancelled:
            refused.append(Refused(single.entry, LeftOut.CANCELLED, single.on))
            continue
        places = missing[key_of(single.entry.subject), _week(single.on)]
        if not places:
            refused.append(Refused(single.entry, LeftOut.SINGLE_DATE, single.on))
            continue
        nearest = min(places, key=lambda place: (abs((place[0] - single.on).days), place))
        places.remove(nearest)
        day, number = nearest
        found[number] = _moved(found[number], day, single)
    return found, refused


def _rows(slot: Sequence[Single], refused: list[Refused]) -> list[list[Single]]:
    """The dates of one slot in order, each once; a second room at the same time is a second row."""
    usual = Counter(key_of(single.location) for single in slot)
    order = sorted(
        slot, key=lambda one: (one.on, -usual[key_of(one.location)], one.location, one.entry.line)
    )
    rows: list[list[Single]] = []
    seen: set[tuple[date, str]] = set()
    for single in order:
        key = single.on, key_of(single.location)
        if key in seen:
            refused.append(Refused(single.entry, LeftOut.REPEATED, single.on))
            continue
        seen.add(key)
        row = next((row for row in rows if row[-1].on < single.on), None)
        if row is not None:
            row.append(single)
        elif len(rows) < MAX_AT_ONCE:
            rows.append([single])
        else:
            refused.append(Refused(single.entry, LeftOut.TOO_MANY_SESSIONS, single.on))
    return rows


def _runs(row: Sequence[Single]) -> list[list[Single]]:
    """A row cut where it pauses for longer than holidays last."""
    runs: list[list[Single]] = []
    for single in row:
        if runs and single.on - runs[-1][-1].on <= LONGEST_PAUSE * WEEK:
            runs[-1].append(single)
        else:
            runs.append([single])
    return runs


def _series(run: Sequence[Single]) -> Series | None:
    """A run as a series; none when fewer than half of its weeks have a date."""
    first, last = run[0].on, run[-1].on
    weeks = [(single.on - first).days // 7 for single in run]
    every = gcd(*weeks) if len(run) >= FEWEST_IN_ROTATION else 1
    if every > MAX_EVERY:
        return None
    planned = weeks[-1] // every + 1
    held = [single for single in run if not single.is_cancelled]
    if len(run) == 1 or not held or 2 * len(run) < planned:
        return None
    held_on = {single.on for single in held}
    days = (first + number * every * WEEK for number in range(planned))
    usual = Counter(single.location for single in held).most_common(1)[0][0]
    entry = held[0]
    return Series(
        entry=entry.entry,
        weekday=weekday_of(first),
        starts=entry.starts,
        minutes=entry.minutes,
        location=usual,
        note=entry.note,
        first_on=first,
        last_on=last,
        every=every,
        cancelled=frozenset(day for day in days if day not in held_on),
        moves=tuple(
            Move(single.on, single.on, single.starts, single.minutes, single.location)
            for single in held
            if key_of(single.location) != key_of(usual)
        ),
    )


def _moved(series: Series, day: date, single: Single) -> Series:
    elsewhere = key_of(single.location) != key_of(series.location)
    location = single.location if elsewhere else None
    move = Move(day, single.on, single.starts, single.minutes, location)
    return replace(series, cancelled=series.cancelled - {day}, moves=(*series.moves, move))


def _week(day: date) -> date:
    """The Monday of the week."""
    return date.fromordinal(day.toordinal() - day.weekday())
