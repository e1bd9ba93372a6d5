"""Products to be shown."""

from uuid import UUID

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.freshness import models
from almanac.freshness.domain.model import BatchState


async def list_with_counts(
    session: AsyncSession, user_id: UUID, product_id: UUID | None = None
) -> list[tuple[models.Product, int]]:
    """Products in their order, or the one of an id, each with its batches on the shelf."""
    row, batch = models.Product, models.Batch
    on_shelf = (
        select(func.count())
        .where(
            and_(
                batch.user_id == row.user_id,
                batch.product_id == row.id,
                batch.state == BatchState.ON_SHELF,
                batch.deleted_at.is_(None),
            )
        )
        .correlate(row)
        .scalar_subquery()
    )
    statement = select(row, on_shelf).where(row.user_id == user_id, row.deleted_at.is_(None))
    if product_id is not None:
        statement = statement.where(row.id == product_id)
    found = await session.execute(statement.order_by(row.position, row.id))
    return [(product, count) for product, count in found]
