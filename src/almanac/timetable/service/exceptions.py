"""Cancelling and moving dates of a session, and taking both back.

The session is held while its exceptions are read and written, so that of two changes at once none
is lost. Doing something twice is doing it once.
"""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.timetable.domain.changes import (
    cancel,
    move_back,
    move_date,
    restore_date,
    uncancel,
)
from almanac.timetable.domain.checks import MAX_EXCEPTIONS, cancellation_faults, move_faults
from almanac.timetable.domain.model import Cancellation, CancelScope, Move, Routine, Session
from almanac.timetable.domain.viewpoint import Viewpoint
from almanac.timetable.schemas.session import DateCancel, DateMove, SeriesCancel, SessionRead
from almanac.timetable.schemas.times import minutes_of
from almanac.timetable.service.lookup import (
    TooManyExceptions,
    lock_session,
    refuse,
    require_room_for_exceptions,
)
from almanac.timetable.service.routines import touch
from almanac.timetable.service.sessions import show
from almanac.timetable.service.values import (
    exception_values,
    routine_of,
    session_of,
    write,
)

IN_PATH = {"first_on": "/path/date", "planned_on": "/path/date", "last_on": "/body/until"}


async def cancel_series(
    session: AsyncSession,
    user_id: UUID,
    routine_id: UUID,
    session_id: UUID,
    data: SeriesCancel,
    *,
    view: Viewpoint,
) -> SessionRead:
    """Cancel every date, or replace the reason. Raises `RoutineNotFound`, `SessionNotFound`."""
    off = Cancellation(CancelScope.SERIES, reason=data.reason)
    return await _change(
        session, user_id, routine_id, session_id, lambda of, _: cancel(of, off), view=view
    )


async def uncancel_series(
    session: AsyncSession, user_id: UUID, routine_id: UUID, session_id: UUID, *, view: Viewpoint
) -> SessionRead:
    """Take the cancellation of every date back. Raises `RoutineNotFound`, `SessionNotFound`."""
    off = Cancellation(CancelScope.SERIES)
    return await _change(
        session, user_id, routine_id, session_id, lambda of, _: uncancel(of, off), view=view
    )


async def cancel_date(
    session: AsyncSession,
    user_id: UUID,
    routine_id: UUID,
    session_id: UUID,
    data: DateCancel,
    *,
    day: date,
    view: Viewpoint,
) -> SessionRead:
    """Cancel one planned date, or with `until` a range of days; again, replace the reason.

    Raises `RoutineNotFound`, `SessionNotFound`, `Invalid` for days without the session,
    `TooManyExceptions`.
    """
    off = _of_days(day, data.until, data.reason)

    def change(of: Session, within: Routine) -> Session:
        refuse(cancellation_faults(of, within, off), IN_PATH)
        return cancel(of, off)

    return await _change(session, user_id, routine_id, session_id, change, view=view)


async def uncancel_date(
    session: AsyncSession,
    user_id: UUID,
    routine_id: UUID,
    session_id: UUID,
    *,
    day: date,
    until: date | None,
    view: Viewpoint,
) -> SessionRead:
    """Let one planned date take place, out of ranges too; with `until` take that range back.

    Raises `RoutineNotFound`, `SessionNotFound`, `TooManyExceptions` for a range cut in two.
    """

    def change(of: Session, _: Routine) -> Session:
        return restore_date(of, day) if until is None else uncancel(of, _of_days(day, until))

    return await _change(session, user_id, routine_id, session_id, change, view=view)


async def move(
    session: AsyncSession,
    user_id: UUID,
    routine_id: UUID,
    session_id: UUID,
    data: DateMove,
    *,
    day: date,
    view: Viewpoint,
) -> SessionRead:
    """Let one planned date take place elsewhere; again, somewhere else.

    Raises `RoutineNotFound`, `SessionNotFound`, `Invalid` for a day without the session,
    `TooManyExceptions`.
    """

    def change(of: Session, within: Routine) -> Session:
        length = of.minutes if data.minutes is None else data.minutes
        moved = Move(day, data.on, minutes_of(data.starts), length, data.location)
        refuse(move_faults(of, within, moved), IN_PATH)
        return move_date(of, moved)

    return await _change(session, user_id, routine_id, session_id, change, view=view)


async def unmove(
    session: AsyncSession,
    user_id: UUID,
    routine_id: UUID,
    session_id: UUID,
    *,
    day: date,
    view: Viewpoint,
) -> SessionRead:
    """Let one date take place as the pattern has it.

    Raises `RoutineNotFound`, `SessionNotFound`.
    """
    return await _change(
        session, user_id, routine_id, session_id, lambda of, _: move_back(of, day), view=view
    )


async def _change(
    session: AsyncSession,
    user_id: UUID,
    routine_id: UUID,
    session_id: UUID,
    change: Callable[[Session, Routine], Session],
    *,
    view: Viewpoint,
) -> SessionRead:
    routine, row = await lock_session(session, user_id, routine_id, session_id)
    before = session_of(row)
    after = change(before, routine_of(routine, (), view.week_start))
    for ours, theirs in ((before.cancellations, after.cancellations), (before.moves, after.moves)):
        if len(theirs) > max(len(ours), MAX_EXCEPTIONS):
            raise TooManyExceptions
    grown = after.exceptions_count - before.exceptions_count
    if grown > 0:
        await require_room_for_exceptions(session, user_id, grown)
    if write(row, exception_values(after)):
        touch(row, view.now, is_seen=True)
    return await show(session, row, view)


def _of_days(first: date, until: date | None, reason: str = "") -> Cancellation:
    if until is None:
        return Cancellation(CancelScope.DATE, first, first, reason)
    return Cancellation(CancelScope.RANGE, first, until, reason)
