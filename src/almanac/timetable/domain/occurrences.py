"""What becomes of a session on each date: planned, cancelled, moved away, moved here.

Of several cancellations the series counts before the date, the date before a range, the shorter
range before the longer. A move is the person's word on one date and takes place on a holiday too.
"""

from collections.abc import Iterable
from datetime import date

from almanac.timetable.domain.dates import is_planned, planned_dates
from almanac.timetable.domain.model import (
    Cancellation,
    CancelScope,
    Move,
    Occurrence,
    OccurrenceState,
    Routine,
    Session,
)


def occurrences(session: Session, routine: Routine, first: date, last: date) -> list[Occurrence]:
    """Everything there is to show of a session on the dates from `first` to `last`, in order.

    A date moved to another shows on both: where it was planned as moved away, where it went with
    what becomes of it. Moves of dates that are planned no longer are left alone.
    """
    moves = {move.planned_on: move for move in session.moves}
    found = []
    for day in planned_dates(session, routine, first, last):
        move = moves.get(day)
        if move is None:
            found.append(_as_planned(session, routine, day))
        elif move.on != day:
            found.append(_left(session, move))
    found += [
        _moved(session, move)
        for move in moves.values()
        if first <= move.on <= last and is_planned(session, routine, move.planned_on)
    ]
    return sorted(found, key=_order)


def routine_occurrences(routine: Routine, first: date, last: date) -> list[Occurrence]:
    """The occurrences of all sessions of a routine by date and time."""
    return in_order(
        occurrence
        for session in routine.sessions
        for occurrence in occurrences(session, routine, first, last)
    )


def in_order(found: Iterable[Occurrence]) -> list[Occurrence]:
    """Occurrences, of several routines perhaps, by date and time; ties by the id of the session."""
    return sorted(found, key=_order)


def occurrence_of(session: Session, routine: Routine, planned_on: date) -> Occurrence | None:
    """The occurrence of a planned date, where it takes place; none when nothing is planned then."""
    if not is_planned(session, routine, planned_on):
        return None
    move = next((move for move in session.moves if move.planned_on == planned_on), None)
    if move is None:
        return _as_planned(session, routine, planned_on)
    return _moved(session, move)


def _order(occurrence: Occurrence) -> tuple[date, int, int, date, str]:
    of = occurrence
    return of.on, of.starts, of.minutes, of.planned_on, str(of.session.id)


def _as_planned(session: Session, routine: Routine, day: date) -> Occurrence:
    cancelled = _cancellation(session, day, day) or _holiday(routine, day)
    return Occurrence(
        session=session,
        planned_on=day,
        on=day,
        starts=session.starts,
        minutes=session.minutes,
        location=session.location,
        state=OccurrenceState.CANCELLED if cancelled else OccurrenceState.PLANNED,
        cancellation=cancelled,
    )


def _left(session: Session, move: Move) -> Occurrence:
    return Occurrence(
        session=session,
        planned_on=move.planned_on,
        on=move.planned_on,
        starts=session.starts,
        minutes=session.minutes,
        location=session.location,
        state=OccurrenceState.MOVED_AWAY,
        moved_to=move.on,
    )


def _moved(session: Session, move: Move) -> Occurrence:
    cancelled = _cancellation(session, move.planned_on, move.on)
    return Occurrence(
        session=session,
        planned_on=move.planned_on,
        on=move.on,
        starts=move.starts,
        minutes=move.minutes,
        location=session.location if move.location is None else move.location,
        state=OccurrenceState.CANCELLED if cancelled else OccurrenceState.MOVED_HERE,
        cancellation=cancelled,
    )


def _cancellation(session: Session, planned_on: date, on: date) -> Cancellation | None:
    """The first to count of what the person cancelled."""
    reaching = [c for c in session.cancellations if _reaches(c, planned_on, on)]
    return min(reaching, key=_precedence) if reaching else None


def _reaches(cancellation: Cancellation, planned_on: date, on: date) -> bool:
    # A date is known by where it was planned, a range speaks of the days themselves.
    return cancellation.covers(planned_on if cancellation.scope is CancelScope.DATE else on)


def _precedence(cancellation: Cancellation) -> tuple[int, int, date]:
    first, last = cancellation.first_on or date.min, cancellation.last_on or date.max
    rank = (CancelScope.SERIES, CancelScope.DATE, CancelScope.RANGE).index(cancellation.scope)
    return rank, (last - first).days, first


def _holiday(routine: Routine, day: date) -> Cancellation | None:
    for holiday in routine.holidays:
        if holiday.first_on <= day <= holiday.last_on:
            return Cancellation(
                CancelScope.HOLIDAY, holiday.first_on, holiday.last_on, holiday.name
            )
    return None
