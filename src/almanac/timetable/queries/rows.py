"""Routines and sessions, to be changed.

Whoever locks both takes the routines first; several routines are locked by age, several sessions
in the order of their ids, so that nobody waits for each other. Themes are locked before either.
"""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import delete, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.bulk_insert import insert_rows
from almanac.timetable import models


async def find_routine(
    session: AsyncSession, user_id: UUID, routine_id: UUID, *, lock: bool = False
) -> models.Routine | None:
    """One routine of this person, deleted ones too; `lock` holds it until the commit."""
    row = models.Routine
    statement = select(row).where(row.user_id == user_id, row.id == routine_id)
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    return await session.scalar(statement)


async def lock_routines(session: AsyncSession, user_id: UUID) -> dict[UUID, models.Routine]:
    """All routines of this person, deleted ones too, held until the commit.

    Of several who add something at once each so waits for the one before, and counts it. The
    oldest comes first, because what is added meanwhile is the youngest.
    """
    row = models.Routine
    every = select(row).where(row.user_id == user_id).order_by(row.created_at, row.id)
    # A statement that waited does not see what was added meanwhile; the next one does.
    await session.execute(every.with_only_columns(row.id).limit(1).with_for_update())
    held = every.with_for_update().execution_options(populate_existing=True)
    return {routine.id: routine for routine in await session.scalars(held)}


async def add_routine(session: AsyncSession, routine: models.Routine) -> bool:
    """Insert a routine unless its id is taken, which on PostgreSQL may have happened just now."""
    connection = await session.connection()
    insert = (
        postgresql.insert(models.Routine)
        if connection.dialect.name == "postgresql"
        else sqlite.insert(models.Routine)
    )
    columns = [column.key for column in models.Routine.__mapper__.column_attrs]
    values = {name: getattr(routine, name) for name in columns}
    added = await session.scalar(
        insert.values(values).on_conflict_do_nothing().returning(models.Routine.id)
    )
    return added is not None


async def find_session(
    session: AsyncSession, user_id: UUID, session_id: UUID, *, lock: bool = False
) -> models.Session | None:
    """One session of this person, deleted ones too; `lock` holds it until the commit."""
    row = models.Session
    statement = select(row).where(row.user_id == user_id, row.id == session_id)
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    return await session.scalar(statement)


async def lock_sessions(
    session: AsyncSession, user_id: UUID, routine_id: UUID, ids: Collection[UUID]
) -> dict[UUID, models.Session]:
    """Those of `ids` that belong to the routine, deleted ones too, held until the commit."""
    row = models.Session
    statement = (
        select(row)
        .where(row.user_id == user_id, row.routine_id == routine_id, row.id.in_(ids))
        .order_by(row.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return {each.id: each for each in await session.scalars(statement)}


async def list_sessions(
    session: AsyncSession, user_id: UUID, routine_id: UUID
) -> Sequence[models.Session]:
    """The sessions of a routine that are not deleted, oldest first."""
    row = models.Session
    statement = select(row).where(
        row.user_id == user_id, row.routine_id == routine_id, row.deleted_at.is_(None)
    )
    fresh = statement.order_by(row.id).execution_options(populate_existing=True)
    return (await session.scalars(fresh)).all()


async def count_sessions(session: AsyncSession, user_id: UUID) -> dict[UUID, tuple[int, int]]:
    """How many sessions each routine has, and how many with those that are deleted."""
    row = models.Session
    statement = (
        select(row.routine_id, func.count().filter(row.deleted_at.is_(None)), func.count())
        .where(row.user_id == user_id)
        .group_by(row.routine_id)
    )
    return {routine: (there, all_) for routine, there, all_ in await session.execute(statement)}


async def count_exceptions(
    session: AsyncSession, user_id: UUID, *, restored: Collection[UUID] = ()
) -> int:
    """The cancellations and moves of all sessions that are not deleted.

    Those of deleted routines do not count, unless these are among `restored`.
    """
    connection = await session.connection()
    is_postgresql = connection.dialect.name == "postgresql"
    length = func.jsonb_array_length if is_postgresql else func.json_array_length
    row, routine = models.Session, models.Routine
    is_there = or_(routine.deleted_at.is_(None), routine.id.in_(restored))
    statement = (
        select(func.sum(length(row.cancellations) + length(row.moves)))
        .join(routine, (routine.user_id == row.user_id) & (routine.id == row.routine_id))
        .where(row.user_id == user_id, row.deleted_at.is_(None), is_there)
    )
    return await session.scalar(statement) or 0


async def find_tick(
    session: AsyncSession, user_id: UUID, session_id: UUID, planned_on: date
) -> models.Tick | None:
    """The tick of a planned date."""
    return await session.get(models.Tick, (user_id, session_id, planned_on))


async def shift_ticks(
    session: AsyncSession, user_id: UUID, session_id: UUID, by: timedelta
) -> None:
    """Let every tick of a session be of a date so much later."""
    row = models.Tick
    condition = (row.user_id == user_id) & (row.session_id == session_id)
    columns = select(row.planned_on, row.done_on, row.done_at).where(condition)
    ticks = (await session.execute(columns)).all()
    # Not updated in place: one would come to stand on the date of the next, which has yet to go.
    await session.execute(
        delete(row).where(condition), execution_options={"synchronize_session": False}
    )
    shifted = [
        {
            "user_id": user_id,
            "session_id": session_id,
            "planned_on": planned_on + by,
            "done_on": done_on,
            "done_at": done_at,
        }
        for planned_on, done_on, done_at in ticks
    ]
    await insert_rows(session, row, shifted)
