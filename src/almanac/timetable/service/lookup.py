"""Finding routines and sessions to be changed, and whether there is room for more."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import Conflict, FieldError, Invalid, NotFound
from almanac.timetable import models
from almanac.timetable.domain.checks import MAX_EXCEPTIONS_OF_ALL, Fault
from almanac.timetable.queries import rows
from almanac.timetable.schemas.session import MAX_SESSIONS

MAX_ROUTINES = 50
MAX_SESSIONS_OF_ALL = 2000
# With those that were deleted, which are kept so that they can be restored.
MAX_KEPT_ROUTINES = 500
MAX_KEPT_SESSIONS = 10_000


class RoutineNotFound(NotFound):
    code, title = "routine_not_found", "No such routine"


class RoutineDeleted(NotFound):
    code, title = "routine_deleted", "This routine was deleted; restore it first"


class SessionNotFound(NotFound):
    code, title = "session_not_found", "No such session"


class SessionDeleted(NotFound):
    code, title = "session_deleted", "This session was deleted; restore it first"


class SessionElsewhere(Conflict):
    code, title = "session_elsewhere", "This session belongs to another routine"


class TooManyRoutines(Invalid):
    code, title = "too_many_routines", "There are 50 routines already; delete some first"


class TooManySessions(Invalid):
    code = "too_many_sessions"
    title = "A routine has room for 500 sessions, all routines together for 2000"


class TooManyExceptions(Invalid):
    code = "too_many_exceptions"
    title = (
        "A session can have 200 cancellations and 200 moves, all sessions together 5000;"
        " take some back first"
    )


class TooManyDeleted(Invalid):
    code = "too_many_deleted"
    title = "There is no room for more beside all that was deleted; restore some of it instead"


async def lock_routine(session: AsyncSession, user_id: UUID, routine_id: UUID) -> models.Routine:
    """The routine, held until the commit, or `RoutineNotFound` also when it was deleted."""
    return _there(await rows.find_routine(session, user_id, routine_id, lock=True))


async def find_routine(session: AsyncSession, user_id: UUID, routine_id: UUID) -> models.Routine:
    """The routine, or `RoutineNotFound` also when it was deleted."""
    return _there(await rows.find_routine(session, user_id, routine_id))


async def lock_session(
    session: AsyncSession, user_id: UUID, routine_id: UUID, session_id: UUID
) -> tuple[models.Routine, models.Session]:
    """The session, held until the commit, and its routine, which is not.

    Raises `RoutineNotFound` or `SessionNotFound` also for what was deleted.
    """
    routine = await find_routine(session, user_id, routine_id)
    row = await rows.find_session(session, user_id, session_id, lock=True)
    if row is None or row.routine_id != routine_id or row.deleted_at is not None:
        raise SessionNotFound
    return routine, row


async def require_room(
    session: AsyncSession,
    user_id: UUID,
    routine_id: UUID,
    *,
    fresh: int = 1,
    kept: int = 0,
    exceptions: int = 0,
) -> models.Routine:
    """The routine, if it has room for `fresh` sessions, `kept` of which are there but deleted.

    `exceptions` is how many they bring along. All of the person's routines are held until the
    commit, so that nobody adds to them meanwhile. Raises `RoutineNotFound`, `TooManySessions`,
    `TooManyExceptions`, `TooManyDeleted`.
    """
    routines = await rows.lock_routines(session, user_id)
    routine = _there(routines.get(routine_id))
    await _require_room(session, user_id, routines, routine_id, fresh=fresh, kept=kept)
    if exceptions:
        await require_room_for_exceptions(session, user_id, exceptions)
    return routine


async def require_room_for_routine(
    session: AsyncSession, user_id: UUID, routine_id: UUID, *, fresh: int = 0, exceptions: int = 0
) -> int:
    """The place behind all routines for one more that may be there but deleted.

    It brings along the sessions it has with their exceptions, and `fresh` new ones with so many.
    Raises `TooManyRoutines`, `TooManySessions`, `TooManyExceptions`, `TooManyDeleted`.
    """
    routines = await rows.lock_routines(session, user_id)
    there = [each.position for each in routines.values() if each.deleted_at is None]
    if len(there) >= MAX_ROUTINES:
        raise TooManyRoutines
    if routine_id not in routines and len(routines) >= MAX_KEPT_ROUTINES:
        raise TooManyDeleted
    await _require_room(session, user_id, routines, routine_id, fresh=fresh)
    if exceptions or routine_id in routines:
        await require_room_for_exceptions(session, user_id, exceptions, restored=[routine_id])
    return max(there, default=-1) + 1


async def require_room_for_exceptions(
    session: AsyncSession, user_id: UUID, fresh: int, *, restored: Collection[UUID] = ()
) -> None:
    """Raise `TooManyExceptions` unless there is room for `fresh` more.

    Those of deleted routines do not count, but for those that are being `restored`.
    """
    there = await rows.count_exceptions(session, user_id, restored=restored)
    if there + fresh > MAX_EXCEPTIONS_OF_ALL:
        raise TooManyExceptions


async def _require_room(
    session: AsyncSession,
    user_id: UUID,
    routines: Mapping[UUID, models.Routine],
    routine_id: UUID,
    *,
    fresh: int,
    kept: int = 0,
) -> None:
    counts = await rows.count_sessions(session, user_id)
    # Those of the routine count that is just being restored too.
    there = {
        each: count
        for each, (count, _) in counts.items()
        if each == routine_id or routines[each].deleted_at is None
    }
    if there.get(routine_id, 0) + fresh > MAX_SESSIONS:
        raise TooManySessions
    if sum(there.values()) + fresh > MAX_SESSIONS_OF_ALL:
        raise TooManySessions
    if sum(every for _, every in counts.values()) + fresh - kept > MAX_KEPT_SESSIONS:
        raise TooManyDeleted


def refuse(faults: list[Fault], places: Mapping[str, str] | None = None) -> None:
    """Raise `Invalid` with everything that cannot be.

    A field is one of the body, unless `places` says where its request has it.
    """
    if faults:
        errors = tuple(
            FieldError((places or {}).get(f.field, f"/body/{f.field}"), f.code, f.detail)
            for f in faults
        )
        raise Invalid(errors[0].detail if len(errors) == 1 else None, errors=errors)


def _there(routine: models.Routine | None) -> models.Routine:
    if routine is None or routine.deleted_at is not None:
        raise RoutineNotFound
    return routine
