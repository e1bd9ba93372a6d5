"""Routines and sessions to be looked at: columns only, because a year's may be two thousand."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Text, cast, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.timetable import models

_ROUTINE, _SESSION = models.Routine, models.Session
_ROUTINE_COLUMNS = [
    getattr(_ROUTINE, column.key)
    for column in _ROUTINE.__mapper__.column_attrs
    if column.key not in {"user_id", "import_id", "import_key", "deleted_at"}
]
_SESSION_COLUMNS = [
    getattr(_SESSION, column.key)
    for column in _SESSION.__mapper__.column_attrs
    if column.key not in {"user_id", "import_id", "import_key", "deleted_at", "created_at"}
]


async def load_routines(session: AsyncSession, user_id: UUID) -> Sequence[Row[Any]]:
    """The routines that are not deleted, in their order."""
    statement = (
        select(*_ROUTINE_COLUMNS)
        .where(_ROUTINE.user_id == user_id, _ROUTINE.deleted_at.is_(None))
        .order_by(_ROUTINE.position, _ROUTINE.id)
    )
    return (await session.execute(statement)).all()


async def load_sessions(
    session: AsyncSession,
    user_id: UUID,
    routine_ids: Collection[UUID],
    *,
    moved_of: Collection[UUID] = (),
) -> Sequence[Row[Any]]:
    """The sessions of routines, and those of `moved_of` that a date was moved of; by age."""
    wanted: ColumnElement[bool] = _SESSION.routine_id.in_(routine_ids)
    if moved_of:
        moved = cast(_SESSION.moves, Text) != "[]"
        wanted = or_(wanted, _SESSION.routine_id.in_(moved_of) & moved)
    statement = (
        select(*_SESSION_COLUMNS)
        .where(_SESSION.user_id == user_id, _SESSION.deleted_at.is_(None), wanted)
        .order_by(_SESSION.id)
    )
    return (await session.execute(statement)).all()


async def find_share(session: AsyncSession, user_id: UUID, routine_id: UUID) -> str | None:
    """The token of a routine's link."""
    row = models.Share
    statement = select(row.token).where(row.user_id == user_id, row.routine_id == routine_id)
    return await session.scalar(statement)


async def list_shared(session: AsyncSession, user_id: UUID) -> set[UUID]:
    """The routines that have a link."""
    row = models.Share
    return set(await session.scalars(select(row.routine_id).where(row.user_id == user_id)))


async def list_ticks(
    session: AsyncSession, user_id: UUID, planned_on: Collection[date]
) -> set[tuple[UUID, date]]:
    """The sessions that were ticked on these planned dates, each with its date."""
    row = models.Tick
    statement = select(row.session_id, row.planned_on).where(
        row.user_id == user_id, row.planned_on.in_(planned_on)
    )
    return {(session_id, day) for session_id, day in await session.execute(statement)}
