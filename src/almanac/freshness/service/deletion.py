"""Deleting batches so that they can be brought back."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.freshness import models
from almanac.freshness.domain.events import EventKind
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries import rows
from almanac.freshness.schemas.batch import BatchRead
from almanac.freshness.service.events import record
from almanac.freshness.service.listing import show_batch
from almanac.freshness.service.lookup import (
    BatchNotFound,
    identifier_taken,
    require_room,
    shop_today,
)
from almanac.freshness.service.opening import open_shop


async def delete_batch(
    session: AsyncSession, user_id: UUID, batch_id: UUID, *, view: Viewpoint
) -> None:
    """Delete a batch; nothing is found under its code meanwhile, unless it is recalled.

    Twice changes nothing.
    """
    shop = await open_shop(session, user_id, view=view)
    batch = (await rows.find_batches(session, user_id, [batch_id])).get(batch_id)
    if batch is None:
        raise BatchNotFound
    delete_batches(session, shop, [batch], view)


async def undelete_batch(
    session: AsyncSession, user_id: UUID, batch_id: UUID, *, view: Viewpoint
) -> BatchRead:
    """Bring a deleted batch back; one that is there stays as it is.

    Raises `BatchNotFound`, `IdentifierTaken`, `TooManyBatches`.
    """
    shop = await open_shop(session, user_id, view=view)
    batch = (await rows.find_batches(session, user_id, [batch_id])).get(batch_id)
    if batch is None:
        raise BatchNotFound
    await undelete_batches(session, shop, [batch], view)
    return await show_batch(session, batch, shop, view=view)


def delete_batches(
    session: AsyncSession, shop: models.Shop, batches: Sequence[models.Batch], view: Viewpoint
) -> list[UUID]:
    """Delete those that are there, and answer which."""
    there = [batch for batch in batches if batch.deleted_at is None]
    for batch in there:
        batch.deleted_at = view.now
        record(session, batch, EventKind.DELETED, on=shop_today(shop, view), now=view.now)
    return [batch.id for batch in there]


async def undelete_batches(
    session: AsyncSession, shop: models.Shop, batches: Sequence[models.Batch], view: Viewpoint
) -> list[UUID]:
    """Bring back those that were deleted, and answer which."""
    gone = [batch for batch in batches if batch.deleted_at is not None]
    if not gone:
        return []
    await require_room(session, shop.user_id, fresh=len(gone), kept=len(gone))
    _, taken = await rows.identifiers_in_use(session, shop.user_id)
    for batch in gone:
        if batch.identifier_key in taken:
            raise identifier_taken()
        taken.add(batch.identifier_key)
        batch.deleted_at = None
        record(session, batch, EventKind.UNDELETED, on=shop_today(shop, view), now=view.now)
    return [batch.id for batch in gone]
