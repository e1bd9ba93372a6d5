"""The batches that a day may show."""

from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.freshness import models
from almanac.freshness.domain.day import EXPIRED_FOR
from almanac.freshness.domain.model import BatchState

_DAY = timedelta(days=1)
# At one moment two places can have dates that lie two days apart.
_BETWEEN_ZONES = timedelta(days=2)
# A shelf that nobody looked after for long would bury the day.
MOST = 100


class Turning(NamedTuple):
    """A batch with what is shown of its product, and the zone of its shop."""

    batch: models.Batch
    product_name: str
    product_emoji: str
    timezone: str | None


async def list_turning(session: AsyncSession, user_id: UUID, day: date) -> list[Turning]:
    """Batches that turn or turned near `day`, and those of them that left the shelf on it.

    One statement. By the shop's calendar it may be another day than the person's: two more
    are read on either side. Those that expire first come first.
    """
    batch, product, shop = models.Batch, models.Product, models.Shop
    first, last = day - _BETWEEN_ZONES, day + _BETWEEN_ZONES
    statement = (
        select(batch, product.name, product.emoji, shop.timezone)
        .join(product, and_(product.user_id == batch.user_id, product.id == batch.product_id))
        .join(shop, shop.user_id == batch.user_id)
        .where(
            batch.user_id == user_id,
            batch.deleted_at.is_(None),
            batch.arrived_on <= last,
            batch.caution_on <= last + _DAY,
            or_(
                and_(batch.state == BatchState.ON_SHELF, batch.expires_on > first - EXPIRED_FOR),
                batch.left_on.between(first, last),
            ),
        )
        .order_by(batch.expires_on, batch.created_at, batch.id)
        .limit(MOST)
    )
    return [Turning(*row) for row in await session.execute(statement)]
