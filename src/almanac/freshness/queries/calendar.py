"""The batches that a calendar may show."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.freshness import models
from almanac.freshness.domain.model import BatchState

# Each is two events at most, and every phone takes all of them at every poll.
MOST = 1000


class Shelved(NamedTuple):
    """A batch on the shelf with what is shown of its product."""

    batch: models.Batch
    product_name: str
    product_emoji: str
    product_updated_at: datetime


async def list_shelved(session: AsyncSession, user_id: UUID) -> list[Shelved]:
    """What is on the shelf, in the order in which it expires: of very many, what lasts longest."""
    batch, product = models.Batch, models.Product
    statement = (
        select(batch, product.name, product.emoji, product.updated_at)
        .join(product, and_(product.user_id == batch.user_id, product.id == batch.product_id))
        .where(
            batch.user_id == user_id,
            batch.state == BatchState.ON_SHELF,
            batch.deleted_at.is_(None),
        )
        .order_by(batch.expires_on.desc(), batch.id.desc())
        .limit(MOST)
    )
    return [Shelved(*row) for row in reversed((await session.execute(statement)).all())]
