"""Where routines and sessions are: deleted, restored, and in which order."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.timetable import models
from almanac.timetable.domain.viewpoint import Viewpoint
from almanac.timetable.queries import rows
from almanac.timetable.schemas.routine import RoutineRead
from almanac.timetable.schemas.session import SessionBatch, SessionBulk, SessionRead
from almanac.timetable.service.lookup import (
    RoutineNotFound,
    SessionNotFound,
    find_routine,
    require_room,
    require_room_for_routine,
)
from almanac.timetable.service.reading import get_routine, get_sessions
from almanac.timetable.service.routines import touch


async def delete_routine(
    session: AsyncSession, user_id: UUID, routine_id: UUID, *, view: Viewpoint
) -> None:
    """Delete a routine with its sessions so that it can be restored; twice changes nothing."""
    routine = await rows.find_routine(session, user_id, routine_id, lock=True)
    if routine is None:
        raise RoutineNotFound
    if routine.deleted_at is None:
        routine.deleted_at = view.now
        routine.sequence += 1


async def restore_routine(
    session: AsyncSession, user_id: UUID, routine_id: UUID, *, view: Viewpoint
) -> RoutineRead:
    """Bring a deleted routine back where it was; one that is there stays as it is.

    Raises `RoutineNotFound`, `TooManyRoutines`, `TooManySessions`, `TooManyExceptions`.
    """
    routine = (await rows.lock_routines(session, user_id)).get(routine_id)
    if routine is None:
        raise RoutineNotFound
    if routine.deleted_at is not None:
        await require_room_for_routine(session, user_id, routine_id)
        routine.deleted_at = None
        touch(routine, view.now, is_seen=True)
    return await get_routine(session, user_id, routine_id, view=view)


async def order_routines(session: AsyncSession, user_id: UUID, ids: Sequence[UUID]) -> None:
    """Let routines share out the places that they hold in this order; all others keep theirs.

    Raises `RoutineNotFound` when one of them is not there, and then nothing changes.
    """
    named = list(dict.fromkeys(ids))
    routines = await rows.lock_routines(session, user_id)
    there = {each: row for each, row in routines.items() if row.deleted_at is None}
    if any(each not in there for each in named):
        raise RoutineNotFound
    last = -1
    for each, place in zip(named, sorted(there[each].position for each in named), strict=True):
        # Two may have come to hold the same place.
        last = max(place, last + 1)
        there[each].position = last


async def delete_session(
    session: AsyncSession, user_id: UUID, routine_id: UUID, session_id: UUID, *, view: Viewpoint
) -> None:
    """Delete a session so that it can be restored. Deleting twice changes nothing.

    Raises `RoutineNotFound`, `SessionNotFound`.
    """
    await find_routine(session, user_id, routine_id)
    found = await rows.lock_sessions(session, user_id, routine_id, [session_id])
    if session_id not in found:
        raise SessionNotFound
    _delete(list(found.values()), view)


async def restore_session(
    session: AsyncSession, user_id: UUID, routine_id: UUID, session_id: UUID, *, view: Viewpoint
) -> SessionRead:
    """Bring a deleted session back with its exceptions; one that is there stays as it is.

    Raises `RoutineNotFound`, `SessionNotFound`, `TooManySessions`, `TooManyExceptions`.
    """
    data = SessionBulk(ids=[session_id], action="restore")
    batch = await change_sessions(session, user_id, routine_id, data, view=view)
    return batch.data[0]


async def change_sessions(
    session: AsyncSession, user_id: UUID, routine_id: UUID, data: SessionBulk, *, view: Viewpoint
) -> SessionBatch:
    """Delete or restore all of the sessions, or none when one is not there.

    Raises `RoutineNotFound`, `SessionNotFound`, `TooManySessions`, `TooManyExceptions`.
    """
    ids = list(dict.fromkeys(data.ids))
    await find_routine(session, user_id, routine_id)
    if data.action == "restore":
        # Held before the sessions, as whoever adds one does.
        await rows.lock_routines(session, user_id)
    found = await rows.lock_sessions(session, user_id, routine_id, ids)
    if len(found) < len(ids):
        raise SessionNotFound
    if data.action == "delete":
        _delete(list(found.values()), view)
    else:
        await _restore(session, user_id, routine_id, list(found.values()), view)
    return SessionBatch(data=await get_sessions(session, user_id, routine_id, ids, view=view))


def _delete(sessions: Sequence[models.Session], view: Viewpoint) -> None:
    for row in sessions:
        if row.deleted_at is None:
            row.deleted_at = view.now
            row.sequence += 1


async def _restore(
    session: AsyncSession,
    user_id: UUID,
    routine_id: UUID,
    sessions: Sequence[models.Session],
    view: Viewpoint,
) -> None:
    gone = [row for row in sessions if row.deleted_at is not None]
    await require_room(
        session,
        user_id,
        routine_id,
        fresh=len(gone),
        kept=len(gone),
        exceptions=sum(len(row.cancellations) + len(row.moves) for row in gone),
    )
    for row in gone:
        row.deleted_at = None
        touch(row, view.now, is_seen=True)
