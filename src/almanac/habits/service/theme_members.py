"""Habits as members of themes: counted, taken out of one that is deleted, put back."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.habits import models
from almanac.themes.service import Counts

area = "habits"


async def counts(session: AsyncSession, user_id: UUID) -> Mapping[UUID, Counts]:
    """How many habits each theme has, and how many of them are not archived."""
    row = models.Habit
    statement = (
        select(
            row.theme_id,
            func.count(),
            func.count().filter(row.archived_on.is_(None)),
        )
        .where(row.user_id == user_id, row.deleted_at.is_(None), row.theme_id.is_not(None))
        .group_by(row.theme_id)
    )
    found = await session.execute(statement)
    return {theme_id: Counts(*numbers) for theme_id, *numbers in found if theme_id is not None}


async def leave(session: AsyncSession, user_id: UUID, theme_id: UUID) -> list[UUID]:
    """Take all habits out of a theme, deleted ones too, for they can be restored."""
    ids = await _lock(session, user_id, models.Habit.theme_id == theme_id)
    await _move(session, user_id, ids, None)
    return ids


async def rejoin(session: AsyncSession, user_id: UUID, theme_id: UUID, ids: Sequence[UUID]) -> None:
    """Put back those habits that have no other theme meanwhile."""
    row = models.Habit
    free = await _lock(session, user_id, row.id.in_(ids) & row.theme_id.is_(None))
    await _move(session, user_id, free, theme_id)


async def _lock(session: AsyncSession, user_id: UUID, which: ColumnElement[bool]) -> list[UUID]:
    """In the order of ids, as everybody does who locks several."""
    row = models.Habit
    statement = select(row.id).where(row.user_id == user_id, which).order_by(row.id)
    return list(await session.scalars(statement.with_for_update()))


async def _move(
    session: AsyncSession, user_id: UUID, ids: Sequence[UUID], theme_id: UUID | None
) -> None:
    row = models.Habit
    await session.execute(
        update(row)
        .where(row.user_id == user_id, row.id.in_(ids))
        .values(theme_id=theme_id)
        .execution_options(synchronize_session=False)
    )
