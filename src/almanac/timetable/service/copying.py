"""Copies: a routine with its sessions, a day onto another."""

from dataclasses import fields, replace
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import invalid_field
from almanac.core.ids import new_id
from almanac.themes.service.transfer import hold_themes
from almanac.timetable import models
from almanac.timetable.domain.copying import PatternDay, as_pattern, copy_day
from almanac.timetable.domain.model import Session
from almanac.timetable.domain.viewpoint import Viewpoint
from almanac.timetable.queries import rows
from almanac.timetable.schemas.routine import RoutineDuplicate, RoutineRead
from almanac.timetable.schemas.session import DayCopy, SessionBatch
from almanac.timetable.service.lookup import (
    RoutineDeleted,
    find_routine,
    require_room,
    require_room_for_routine,
)
from almanac.timetable.service.reading import get_routine, get_sessions
from almanac.timetable.service.values import exception_values, session_of

COPIED = (
    "day_starts",
    "day_ends",
    "hidden_days",
    "session_minutes",
    "breaks",
    "holidays",
    "valid_from",
    "valid_to",
    "rotation_weeks",
)


async def duplicate_routine(
    session: AsyncSession,
    user_id: UUID,
    routine_id: UUID,
    data: RoutineDuplicate,
    *,
    view: Viewpoint,
) -> RoutineRead:
    """Add a copy of a routine with its sessions, without their dates cancelled and moved.

    Under an id that is there already nothing is added. Raises `RoutineNotFound`,
    `RoutineDeleted`, `TooManyRoutines`, `TooManySessions`, `TooManyExceptions`.
    """
    original = await find_routine(session, user_id, routine_id)
    await _hold_themes(session, user_id, routine_id)
    copy_id = data.id or new_id()
    there = (await rows.lock_routines(session, user_id)).get(copy_id)
    if there is not None and there.deleted_at is not None:
        raise RoutineDeleted
    if there is None:
        sessions = await rows.list_sessions(session, user_id, routine_id)
        copies = [as_pattern(session_of(row)) for row in sessions]
        position = await require_room_for_routine(
            session,
            user_id,
            copy_id,
            fresh=len(copies),
            exceptions=sum(each.exceptions_count for each in copies),
        )
        copy = _copy_of(original, copy_id, data.name or original.name, position, view)
        session.add(copy)
        await session.flush()
        for each in copies:
            value = replace(each, id=new_id(), routine_id=copy_id)
            session.add(_row_of(user_id, value, view))
    return await get_routine(session, user_id, copy_id, view=view)


async def copy_sessions(
    session: AsyncSession, user_id: UUID, routine_id: UUID, data: DayCopy, *, view: Viewpoint
) -> SessionBatch:
    """Copy the sessions of one day onto another and answer the new ones.

    Raises `RoutineNotFound`, `Invalid` for weeks that the rotation does not have,
    `TooManySessions`, `TooManyExceptions`.
    """
    _check_weeks(await find_routine(session, user_id, routine_id), data)
    await _hold_themes(session, user_id, routine_id)
    await rows.lock_routines(session, user_id)
    found = await rows.list_sessions(session, user_id, routine_id)
    source = PatternDay(data.source.weekday, data.source.week)
    target = PatternDay(data.target.weekday, data.target.week)
    ids = iter(new_id, None)
    copies = copy_day([session_of(row) for row in found], source, target, ids)
    exceptions = sum(copy.exceptions_count for copy in copies)
    await require_room(session, user_id, routine_id, fresh=len(copies), exceptions=exceptions)
    session.add_all(_row_of(user_id, copy, view) for copy in copies)
    await session.flush()
    new = [copy.id for copy in copies]
    return SessionBatch(data=await get_sessions(session, user_id, routine_id, new, view=view))


async def _hold_themes(session: AsyncSession, user_id: UUID, routine_id: UUID) -> None:
    """Hold the themes of a routine's sessions before these are read and copied.

    Whoever deletes one of them meanwhile waits, and finds the copies as well.
    """
    found = await rows.list_sessions(session, user_id, routine_id)
    themes = {row.theme_id for row in found if row.theme_id is not None}
    if themes:
        await hold_themes(session, user_id, themes)


def _check_weeks(routine: models.Routine, data: DayCopy) -> None:
    for field, day in (("from", data.source), ("to", data.target)):
        if day.week is not None and day.week > routine.rotation_weeks:
            detail = f"The rotation has {routine.rotation_weeks} weeks"
            raise invalid_field(f"/body/{field}/week", "no_such_week", detail)


def _copy_of(
    original: models.Routine, copy_id: UUID, name: str, position: int, view: Viewpoint
) -> models.Routine:
    return models.Routine(
        user_id=original.user_id,
        id=copy_id,
        name=name,
        position=position,
        sequence=0,
        created_on=original.created_on,
        created_at=view.now,
        updated_at=view.now,
        **{field: getattr(original, field) for field in COPIED},
    )


def _row_of(user_id: UUID, value: Session, view: Viewpoint) -> models.Session:
    plain = {field.name: getattr(value, field.name) for field in fields(value)}
    return models.Session(
        user_id=user_id,
        sequence=0,
        created_at=view.now,
        updated_at=view.now,
        **{**plain, **exception_values(value)},
    )
