"""What a session meets: breaks, the ends of the day, hidden days, other sessions.

Warnings tell, they never refuse. All routines of an account are one person's, so sessions of other
routines overlap as those of the same one do. Two sessions meet when there is a date in force on
which both are planned; cancelled series meet nobody, single dates and holidays are not looked at.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple
from unicodedata import normalize
from uuid import UUID

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.dates import planned_ordinals
from almanac.timetable.domain.model import (
    DAY_MINUTES,
    Grid,
    Occurrence,
    Routine,
    Session,
    SessionWarning,
    Stretch,
    WarningCode,
)

MAX_MET = 8
"""How many sessions the warnings of one name at most, so that a heap of them stays readable."""

_WEEK_HOURS = 7 * 24


class _Planned(NamedTuple):
    """A session with its days in force, as ordinals."""

    session: Session
    days: range


class Neighbourhood:
    """All sessions of a person by the hours of the week they are in, to find what may meet one.

    Each question looks at the hours of its own session only, so that the warnings of all cost
    little more than the meetings there are.
    """

    def __init__(self, routines: Iterable[Routine]) -> None:
        self._by_hour: defaultdict[int, list[_Planned]] = defaultdict(list)
        for routine in routines:
            for session in routine.sessions:
                if session.series_cancellation is None:
                    planned = _Planned(session, _days(session, routine))
                    for hour in _hours(session):
                        self._by_hour[hour].append(planned)

    def near(self, session: Session) -> Iterator[_Planned]:
        """Those that share an hour of the week with a session, each once, itself left out."""
        seen = {session.id}
        for hour in _hours(session):
            for planned in self._by_hour.get(hour, ()):
                if planned.session.id not in seen:
                    seen.add(planned.session.id)
                    yield planned


class Happenings:
    """What takes place on some days by its hours, to find what one date may meet."""

    def __init__(self, occurrences: Iterable[Occurrence]) -> None:
        self._by_hour: defaultdict[int, list[Occurrence]] = defaultdict(list)
        for occurrence in occurrences:
            if occurrence.takes_place:
                for hour in self._hours(occurrence):
                    self._by_hour[hour].append(occurrence)

    def near(self, occurrence: Occurrence) -> Iterator[Occurrence]:
        """Those that share an hour with an occurrence, each once, itself left out."""
        seen = {_key(occurrence)}
        for hour in self._hours(occurrence):
            for other in self._by_hour.get(hour, ()):
                if _key(other) not in seen:
                    seen.add(_key(other))
                    yield other

    def _hours(self, occurrence: Occurrence) -> range:
        starts, ends = occurrence.stretch.later(occurrence.on.toordinal() * DAY_MINUTES)
        return range(starts // 60, (ends - 1) // 60 + 1)


def session_warnings(
    session: Session, routine: Routine, neighbourhood: Neighbourhood
) -> tuple[SessionWarning, ...]:
    """Everything a session meets: the grid first, then sessions by time.

    The neighbourhood may hold the session itself, which never meets itself. At most `MAX_MET`
    sessions are named.
    """
    found = grid_warnings(routine.grid, session.weekday, session.stretch)
    days = _days(session, routine)
    if not days:
        found.append(SessionWarning(WarningCode.NO_DATE, session.stretch))
    elif session.series_cancellation is None:
        found += _meetings(session, days, neighbourhood)
    return tuple(found)


def warnings_of_routine(
    routine: Routine, others: Sequence[Routine] = ()
) -> dict[UUID, tuple[SessionWarning, ...]]:
    """The warnings of every session of a routine, by its id, among the person's others."""
    neighbourhood = Neighbourhood([routine, *others])
    return {
        session.id: session_warnings(session, routine, neighbourhood)
        for session in routine.sessions
    }


def occurrence_warnings(
    occurrence: Occurrence, grid: Grid, others: Iterable[Occurrence]
) -> tuple[SessionWarning, ...]:
    """What one date meets, as it stands after moves and cancellations.

    `others` are what takes place on the day before, the day and the day after, of every routine;
    at most `MAX_MET` of them are named.
    """
    found = grid_warnings(grid, _weekday(occurrence.on), occurrence.stretch)
    met = _met(occurrence, others) if occurrence.takes_place else iter(())
    for shared, other in islice(met, MAX_MET):
        same_place = _same_place(occurrence.location, other.location)
        found += _warn(shared, other.session, occurrence.on, same_place=same_place)
    return tuple(found)


def _met(
    occurrence: Occurrence, others: Iterable[Occurrence]
) -> Iterator[tuple[Stretch, Occurrence]]:
    key = _key(occurrence)
    for other in others:
        days = (other.on - occurrence.on).days
        shared = occurrence.stretch.shared(other.stretch.later(days * DAY_MINUTES))
        if shared and other.takes_place and _key(other) != key:
            yield shared, other


def _key(occurrence: Occurrence) -> tuple[UUID, date]:
    """What names an occurrence, wherever it was moved."""
    return occurrence.session.id, occurrence.planned_on


def grid_warnings(grid: Grid, weekday: Weekday, stretch: Stretch) -> list[SessionWarning]:
    """What a stretch of a weekday meets of the grid, each with the minutes that do."""
    found = [
        SessionWarning(WarningCode.OUTSIDE_DAY, outside)
        for outside in (
            stretch.shared(Stretch(0, grid.day_starts)),
            stretch.shared(Stretch(grid.day_ends, DAY_MINUTES)),
        )
        if outside
    ]
    if past := stretch.shared(Stretch(DAY_MINUTES, 2 * DAY_MINUTES)):
        found.append(SessionWarning(WarningCode.PAST_MIDNIGHT, past))
    found += _break_warnings(grid, stretch)
    if weekday in grid.hidden_days:
        found.append(SessionWarning(WarningCode.HIDDEN_DAY, stretch))
    return found


def _break_warnings(grid: Grid, stretch: Stretch) -> list[SessionWarning]:
    # The break of yesterday may run into today, the session into tomorrow's.
    return [
        SessionWarning(WarningCode.IN_BREAK, shared, pause=pause)
        for pause in grid.breaks
        for days in (-1, 0, 1)
        if (shared := stretch.shared(pause.stretch.later(days * DAY_MINUTES)))
    ]


def _meetings(session: Session, days: range, neighbourhood: Neighbourhood) -> list[SessionWarning]:
    met = []
    for other, others_days in neighbourhood.near(session):
        apart = (other.weekday.number - session.weekday.number + 3) % 7 - 3
        shared = session.stretch.shared(other.stretch.later(apart * DAY_MINUTES))
        first_on = _first_meeting(days, others_days, apart) if shared else None
        if shared and first_on:
            met.append((shared, other, first_on))
        if len(met) == MAX_MET:
            break
    met.sort(key=lambda meeting: (*meeting[0], str(meeting[1].id)))
    warnings = []
    for shared, other, first_on in met:
        same_place = _same_place(session.location, other.location)
        warnings += _warn(shared, other, first_on, same_place=same_place)
    return warnings


def _first_meeting(own: range, theirs: range, apart: int) -> date | None:
    """First of a session's days whose `apart`-th day after is one of the other's.

    Two arithmetic progressions: where they meet, they do so within the six dates of the one after
    which the weeks of both rotations stand to each other as before.
    """
    if not theirs:
        return None
    skipped = max(0, -(-(theirs.start - apart - own.start) // own.step))
    for day in own[skipped : skipped + theirs.step // 7]:
        if day + apart in theirs:
            return date.fromordinal(day)
    return None


def _days(session: Session, routine: Routine) -> range:
    """Every day that the pattern plans the session on."""
    return planned_ordinals(
        session, routine, routine.starts_on.toordinal(), routine.ends_on.toordinal()
    )


def _warn(
    shared: Stretch, other: Session, first_on: date, *, same_place: bool
) -> list[SessionWarning]:
    codes = [WarningCode.OVERLAPS, *([WarningCode.SAME_PLACE] if same_place else [])]
    return [SessionWarning(code, shared, session=other, first_on=first_on) for code in codes]


def _same_place(place: str, other: str) -> bool:
    """Whether both are held at one place, however it is spaced and capitalised."""
    return bool(place.strip()) and _place(place) == _place(other)


def _place(text: str) -> str:
    return " ".join(normalize("NFKC", text).casefold().split())


def _hours(session: Session) -> list[int]:
    """The hours of the week, from Monday's first, that a session is in."""
    stretch = session.stretch.later(session.weekday.number * DAY_MINUTES)
    first, last = stretch.starts // 60, (stretch.ends - 1) // 60
    return [hour % _WEEK_HOURS for hour in range(first, last + 1)]


def _weekday(day: date) -> Weekday:
    return tuple(Weekday)[day.weekday()]
