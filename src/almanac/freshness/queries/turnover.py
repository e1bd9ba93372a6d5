"""What became of the goods, to be counted."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.freshness import models
from almanac.freshness.domain.turnover import Stay
from almanac.freshness.schemas.product import ProductMark


async def list_stays(
    session: AsyncSession, user_id: UUID, first: date, last: date
) -> Sequence[Stay]:
    """Every batch that arrived or left between two dates, both included."""
    row = models.Batch
    statement = select(row.product_id, row.arrived_on, row.state, row.left_on).where(
        row.user_id == user_id,
        row.deleted_at.is_(None),
        or_(row.arrived_on.between(first, last), row.left_on.between(first, last)),
    )
    return [Stay(*found) for found in await session.execute(statement)]


async def product_marks(session: AsyncSession, user_id: UUID) -> dict[UUID, ProductMark]:
    """What is shown of each product, deleted ones too, in their order."""
    row = models.Product
    statement = select(row.id, row.name, row.emoji).where(row.user_id == user_id)
    found = await session.execute(statement.order_by(row.position, row.id))
    return {mark.id: ProductMark.model_validate(mark) for mark in found}
