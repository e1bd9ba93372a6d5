"""Cancelling and moving, and taking both back: what a session's exceptions are afterwards.

Nothing is ever lost: an exception stands beside the pattern, and without it the session is as it
was. Writing the same one twice is writing it once, with the last reason.
"""

from dataclasses import replace
from datetime import date, timedelta

from almanac.timetable.domain.dates import phase
from almanac.timetable.domain.model import Cancellation, CancelScope, Move, Routine, Session

_DAY = timedelta(days=1)


def cancel(session: Session, cancellation: Cancellation) -> Session:
    """The session with a cancellation, which replaces one of the same extent."""
    others = uncancel(session, cancellation).cancellations
    return _with(session, (*others, cancellation))


def uncancel(session: Session, cancellation: Cancellation) -> Session:
    """The session without the cancellation of that extent, whatever its reason."""
    extent = _extent(cancellation)
    return _with(session, tuple(c for c in session.cancellations if _extent(c) != extent))


def restore_date(session: Session, planned_on: date) -> Session:
    """The session with one planned date no longer cancelled, by itself or within a range.

    Ranges stay for the days around it. What cancels the series, or a holiday, is not touched: the
    date of a holiday is held by moving it onto itself.
    """
    on = next((move.on for move in session.moves if move.planned_on == planned_on), planned_on)
    kept: dict[tuple[str, date, date], Cancellation] = {}
    # Of what comes to the same days, the reason of the shorter range goes on being told.
    for cancellation in sorted(session.cancellations, key=_days):
        if cancellation.scope is CancelScope.RANGE:
            left = _around(cancellation, on)
        elif cancellation.scope is CancelScope.SERIES or not cancellation.covers(planned_on):
            left = [cancellation]
        else:
            left = []
        for each in left:
            kept.setdefault(_extent(each), each)
    return _with(session, tuple(kept.values()))


def move_date(session: Session, move: Move) -> Session:
    """The session with one planned date elsewhere; moving it again replaces the move."""
    others = move_back(session, move.planned_on).moves
    return replace(session, moves=tuple(sorted((*others, move), key=lambda m: m.planned_on)))


def move_back(session: Session, planned_on: date) -> Session:
    """The session with one planned date where the pattern has it."""
    return replace(session, moves=tuple(m for m in session.moves if m.planned_on != planned_on))


def carry_exceptions(before: Session, after: Session, routine: Routine) -> Session:
    """`after` with the exceptions of `before`, when a session goes to another weekday or week.

    A cancelled or moved date follows its session within the rotation: the Thursday cancelled in a
    week is cancelled as the Friday of that week. Ranges speak of days and stay, and so do the days
    that dates were moved to. Going back brings every date back.
    """
    shift = carried_by(before, after, routine)
    cancellations = tuple(
        _shifted(c, shift) if c.scope is CancelScope.DATE else c for c in before.cancellations
    )
    moves = tuple(replace(m, planned_on=m.planned_on + shift) for m in before.moves)
    return _with(replace(after, moves=moves), cancellations)


def carried_by(before: Session, after: Session, routine: Routine) -> timedelta:
    """How much later a date of the session is, when it goes to another weekday or week."""
    both_in_one_week = before.week is not None and after.week is not None
    of = before if both_in_one_week else replace(before, week=after.week)
    return timedelta(days=phase(after, routine) - phase(of, routine))


def _with(session: Session, cancellations: tuple[Cancellation, ...]) -> Session:
    return replace(session, cancellations=tuple(sorted(cancellations, key=_extent)))


def _extent(cancellation: Cancellation) -> tuple[str, date, date]:
    return (
        cancellation.scope,
        cancellation.first_on or date.min,
        cancellation.last_on or date.max,
    )


def _days(cancellation: Cancellation) -> int:
    _, first, last = _extent(cancellation)
    return (last - first).days


def _around(cancelled: Cancellation, day: date) -> list[Cancellation]:
    """What is left of a range when one day is taken out of it."""
    if not cancelled.covers(day):
        return [cancelled]
    left = []
    if cancelled.first_on != day:
        left.append(replace(cancelled, last_on=day - _DAY))
    if cancelled.last_on != day:
        left.append(replace(cancelled, first_on=day + _DAY))
    return left


def _shifted(cancellation: Cancellation, shift: timedelta) -> Cancellation:
    first, last = cancellation.first_on, cancellation.last_on
    return replace(cancellation, first_on=first and first + shift, last_on=last and last + shift)
