"""What was done with a batch."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.pagination import Paging
from almanac.freshness import models


async def count_events(session: AsyncSession, user_id: UUID, batch_id: UUID) -> int | None:
    """How many events a batch has, deleted or not; None without such a batch."""
    row = models.Batch
    return await session.scalar(
        select(row.events_count).where(row.user_id == user_id, row.id == batch_id)
    )


async def list_events(
    session: AsyncSession, user_id: UUID, batch_id: UUID, paging: Paging
) -> Sequence[models.BatchEvent]:
    """A page of its events, the latest first."""
    row = models.BatchEvent
    statement = (
        select(row)
        .where(row.user_id == user_id, row.batch_id == batch_id)
        .order_by(row.number.desc())
        .offset(paging.skip)
        .limit(paging.limit)
    )
    return (await session.scalars(statement)).all()
