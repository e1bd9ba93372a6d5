"""Identifiers of batches that are free."""

from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.freshness.domain.identifiers import next_identifier
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries import rows
from almanac.freshness.schemas.batch import NextIdentifier
from almanac.freshness.service.lookup import shop_today


async def get_next_identifier(
    session: AsyncSession, user_id: UUID, *, view: Viewpoint
) -> NextIdentifier:
    """The identifier that the next batch gets unless it brings its own."""
    shop = await rows.find_shop(session, user_id)
    identifier = await following_identifier(session, user_id, shop_today(shop, view))
    return NextIdentifier(batch_identifier=identifier)


async def following_identifier(session: AsyncSession, user_id: UUID, today: date) -> str:
    """The next free identifier; stays free only while the shop is held."""
    last, taken = await rows.identifiers_in_use(session, user_id)
    return next_identifier(last, taken, today)
