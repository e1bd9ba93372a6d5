"""On how many days a session is held, and for how long, without going through them one by one.

The pattern's dates are an arithmetic progression. What is cancelled or moved cuts it into pieces,
which are progressions as well: ten years of a session cost as much as its exceptions.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import NamedTuple

from almanac.timetable.domain.dates import planned_ordinals
from almanac.timetable.domain.days import day_of
from almanac.timetable.domain.model import CancelScope, Move, Routine, Session

Ordinals = tuple[int, int]
"""Days from the first to the last, both included, as ordinals."""
_LAST = date.max.toordinal()


class HeldDate(NamedTuple):
    """A date by when it was planned, and the person's day on which it is held."""

    planned_on: date
    on: date
    minutes: int


@dataclass(frozen=True, slots=True)
class Held:
    """The dates of a session that are held: where the pattern has them, and where they went."""

    session: Session
    as_planned: tuple[range, ...]
    moved: tuple[Move, ...]

    @property
    def count(self) -> int:
        """How often."""
        return sum(map(len, self.as_planned)) + len(self.moved)

    @property
    def minutes(self) -> int:
        """How long in all."""
        planned = sum(map(len, self.as_planned)) * self.session.minutes
        return planned + sum(move.minutes for move in self.moved)

    def dates(self, day_start: int) -> Iterator[HeldDate]:
        """Each of them."""
        of = self.session
        for days in self.as_planned:
            for day in map(date.fromordinal, days):
                yield HeldDate(day, day_of(day, of.starts, day_start), of.minutes)
        for move in self.moved:
            on = day_of(move.on, move.starts, day_start)
            yield HeldDate(move.planned_on, on, move.minutes)


def held(session: Session, routine: Routine, first: date, last: date, day_start: int) -> Held:
    """What is held on the person's days from `first` to `last`; nothing of a cancelled series."""
    if session.series_cancellation is not None or last < first:
        return Held(session, (), ())
    # Days before the day start belong to the day before.
    later = int(session.starts < day_start)
    planned = planned_ordinals(
        session, routine, first.toordinal() + later, last.toordinal() + later
    )
    return Held(
        session,
        tuple(_without(planned, _off(session, routine))),
        _moved(session, routine, first, last, day_start),
    )


def _moved(
    session: Session, routine: Routine, first: date, last: date, day_start: int
) -> tuple[Move, ...]:
    """The moves into these days that are held; a holiday takes none of them."""
    here = [
        move for move in session.moves if first <= day_of(move.on, move.starts, day_start) <= last
    ]
    if not here:
        return ()
    planned = planned_ordinals(session, routine, 1, _LAST)
    dates, ranges = _spans(session, CancelScope.DATE), _spans(session, CancelScope.RANGE)
    return tuple(
        move
        for move in here
        if move.planned_on.toordinal() in planned
        # A date is known by where it was planned, a range speaks of the days themselves.
        and not _lies_in(dates, move.planned_on)
        and not _lies_in(ranges, move.on)
    )


def _off(session: Session, routine: Routine) -> list[Ordinals]:
    """Days on which nothing is held where the pattern has it, apart and in order."""
    spans = _spans(session, CancelScope.DATE) + _spans(session, CancelScope.RANGE)
    spans += [(each.first_on.toordinal(), each.last_on.toordinal()) for each in routine.holidays]
    spans += [(day, day) for move in session.moves for day in [move.planned_on.toordinal()]]
    return _apart(spans)


def _spans(session: Session, scope: CancelScope) -> list[Ordinals]:
    """The days that cancellations of one scope take, apart and in order."""
    return _apart(
        (each.first_on.toordinal(), each.last_on.toordinal())
        for each in session.cancellations
        if each.scope is scope and each.first_on and each.last_on
    )


def _lies_in(spans: list[Ordinals], day: date) -> bool:
    place = bisect_right(spans, (day.toordinal(), _LAST)) - 1
    return place >= 0 and day.toordinal() <= spans[place][1]


def _apart(spans: Iterable[Ordinals]) -> list[Ordinals]:
    return reduce(_joined, sorted(spans), [])


def _joined(apart: list[Ordinals], span: Ordinals) -> list[Ordinals]:
    if apart and span[0] <= apart[-1][1]:
        apart[-1] = apart[-1][0], max(apart[-1][1], span[1])
    else:
        apart.append(span)
    return apart


def _without(planned: range, off: Iterable[Ordinals]) -> Iterator[range]:
    """The days of a progression that lie in none of the spans."""
    for first, last in off:
        if not planned or planned[-1] < first:
            break
        if before := planned[: _index(planned, first)]:
            yield before
        planned = planned[_index(planned, last + 1) :]
    if planned:
        yield planned


def _index(planned: range, day: int) -> int:
    """How many days of the progression lie before `day`."""
    return min(max(-((planned.start - day) // planned.step), 0), len(planned))
