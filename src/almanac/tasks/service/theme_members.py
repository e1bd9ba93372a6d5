"""Tasks as members of themes: how many a theme has, and what happens when one is deleted."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.tasks import models
from almanac.tasks.domain.model import TaskStatus
from almanac.themes.service import Counts

area = "tasks"


async def counts(session: AsyncSession, user_id: UUID) -> Mapping[UUID, Counts]:
    """How many tasks there are by theme, and how many of them are open: one statement."""
    row = models.Task
    statement = (
        select(row.theme_id, func.count(), func.count().filter(row.status == TaskStatus.OPEN))
        .where(row.user_id == user_id, row.theme_id.is_not(None), row.deleted_at.is_(None))
        .group_by(row.theme_id)
    )
    return {
        theme_id: Counts(everything, still_open)
        for theme_id, everything, still_open in await session.execute(statement)
        if theme_id is not None
    }


async def leave(session: AsyncSession, user_id: UUID, theme_id: UUID) -> list[UUID]:
    """Take all tasks out of a theme, deleted ones too, and answer which."""
    ids = await _lock(session, user_id, models.Task.theme_id == theme_id)
    await _move(session, user_id, ids, None)
    return ids


async def rejoin(session: AsyncSession, user_id: UUID, theme_id: UUID, ids: Sequence[UUID]) -> None:
    """Put those back that have no other theme meanwhile."""
    row = models.Task
    free = await _lock(session, user_id, row.id.in_(ids) & row.theme_id.is_(None))
    await _move(session, user_id, free, theme_id)


async def _lock(session: AsyncSession, user_id: UUID, which: ColumnElement[bool]) -> list[UUID]:
    """In the order of ids, as everybody does who locks several."""
    row = models.Task
    statement = select(row.id).where(row.user_id == user_id, which).order_by(row.id)
    return list(await session.scalars(statement.with_for_update()))


async def _move(
    session: AsyncSession, user_id: UUID, ids: Sequence[UUID], theme_id: UUID | None
) -> None:
    row = models.Task
    await session.execute(
        update(row).where(row.user_id == user_id, row.id.in_(ids)).values(theme_id=theme_id),
        execution_options={"synchronize_session": False},
    )
