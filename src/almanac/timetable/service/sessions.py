"""Creating and changing sessions."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.ids import new_id
from almanac.themes.service import require_theme
from almanac.timetable import models
from almanac.timetable.domain.changes import carried_by, carry_exceptions
from almanac.timetable.domain.viewpoint import Viewpoint
from almanac.timetable.queries import rows
from almanac.timetable.schemas.session import SessionCreate, SessionRead, SessionUpdate
from almanac.timetable.schemas.times import minutes_of
from almanac.timetable.service.lookup import (
    SessionDeleted,
    SessionElsewhere,
    find_routine,
    lock_session,
    require_room,
)
from almanac.timetable.service.reading import get_sessions
from almanac.timetable.service.routines import touch
from almanac.timetable.service.theme_members import THEMED_SESSIONS
from almanac.timetable.service.values import exception_values, routine_of, session_of, write

UNSEEN_BY_CALENDARS = frozenset({"color", "theme_id"})


async def create_session(
    session: AsyncSession, user_id: UUID, routine_id: UUID, data: SessionCreate, *, view: Viewpoint
) -> SessionRead:
    """Add a session. Raises `RoutineNotFound`, `Invalid`, `TooManySessions`."""
    await find_routine(session, user_id, routine_id)
    if data.theme_id is not None:
        await require_theme(session, user_id, data.theme_id)
    routine = await require_room(session, user_id, routine_id)
    row = _new_session(routine, new_id(), _values(data, SessionCreate.model_fields), view)
    session.add(row)
    return await show(session, row, view)


async def put_session(
    session: AsyncSession,
    user_id: UUID,
    routine_id: UUID,
    session_id: UUID,
    data: SessionCreate,
    *,
    view: Viewpoint,
) -> tuple[SessionRead, bool]:
    """Write a session under an id that the client made; also answers whether it is new.

    What is cancelled and moved of it stays. Raises `SessionDeleted`, `SessionElsewhere` for one of
    another routine, and what `create_session` raises.
    """
    routine = await find_routine(session, user_id, routine_id)
    values = await _writable(
        session, user_id, session_id, _values(data, SessionCreate.model_fields)
    )
    row = await rows.find_session(session, user_id, session_id, lock=True)
    if row is None:
        routine = await require_room(session, user_id, routine_id)
        # Another request may have made it since we looked.
        row = await rows.find_session(session, user_id, session_id, lock=True)
    if row is None:
        row = _new_session(routine, session_id, values, view)
        session.add(row)
        return await show(session, row, view), True
    if row.routine_id != routine_id:
        raise SessionElsewhere
    if row.deleted_at is not None:
        raise SessionDeleted
    await _change(session, row, routine, _complete(values, routine), view)
    return await show(session, row, view), False


async def update_session(
    session: AsyncSession,
    user_id: UUID,
    routine_id: UUID,
    session_id: UUID,
    data: SessionUpdate,
    *,
    view: Viewpoint,
) -> SessionRead:
    """Change the given fields. Raises `RoutineNotFound`, `SessionNotFound`, `Invalid`."""
    await find_routine(session, user_id, routine_id)
    values = await _writable(session, user_id, session_id, _values(data, data.model_fields_set))
    routine, row = await lock_session(session, user_id, routine_id, session_id)
    await _change(session, row, routine, values, view)
    return await show(session, row, view)


async def show(session: AsyncSession, row: models.Session, view: Viewpoint) -> SessionRead:
    """A session after a change."""
    await session.flush()
    found = await get_sessions(session, row.user_id, row.routine_id, [row.id], view=view)
    return found[0]


def _new_session(
    routine: models.Routine, session_id: UUID, values: dict[str, Any], view: Viewpoint
) -> models.Session:
    return models.Session(
        user_id=routine.user_id,
        id=session_id,
        routine_id=routine.id,
        cancellations=[],
        moves=[],
        sequence=0,
        created_at=view.now,
        updated_at=view.now,
        **_complete(values, routine),
    )


async def _change(
    session: AsyncSession,
    row: models.Session,
    routine: models.Routine,
    values: dict[str, Any],
    view: Viewpoint,
) -> None:
    """Write new values. On another weekday or in another week its dates go along."""
    before = session_of(row)
    changed = write(row, values)
    if changed & {"weekday", "week"}:
        within, after = routine_of(routine, (), view.week_start), session_of(row)
        write(row, exception_values(carry_exceptions(before, after, within)))
        if shift := carried_by(before, after, within):
            await rows.shift_ticks(session, row.user_id, row.id, shift)
    if changed:
        touch(row, view.now, is_seen=not changed <= UNSEEN_BY_CALENDARS)


async def _writable(
    session: AsyncSession, user_id: UUID, session_id: UUID, values: dict[str, Any]
) -> dict[str, Any]:
    """The values to write: not the theme that the session has left with its deletion.

    A body that names it is one from before; any other theme that is not there is refused.
    """
    theme_id = values.get("theme_id")
    if theme_id is None:
        return values
    member = (THEMED_SESSIONS.area, session_id)
    if await require_theme(session, user_id, theme_id, member=member):
        return values
    return {name: value for name, value in values.items() if name != "theme_id"}


def _complete(values: dict[str, Any], routine: models.Routine) -> dict[str, Any]:
    """The values with the routine's length where none was given."""
    return values if values["minutes"] else {**values, "minutes": routine.session_minutes}


def _values(data: SessionCreate | SessionUpdate, fields: Iterable[str]) -> dict[str, Any]:
    """The given fields as the columns hold them."""
    values = {name: getattr(data, name) for name in fields}
    return values if "starts" not in values else {**values, "starts": minutes_of(values["starts"])}
