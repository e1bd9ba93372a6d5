"""Batches to be shown: one, or a page of many."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.pagination import Paging, page_of
from almanac.freshness import models
from almanac.freshness.domain.filters import BatchFilter
from almanac.freshness.domain.model import BatchState, Status
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries import listing, rows
from almanac.freshness.schemas.batch import BatchCounts, BatchList, BatchRead
from almanac.freshness.service.lookup import BatchNotFound, at_shop
from almanac.freshness.service.views import batch_view


async def list_batches(
    session: AsyncSession, user_id: UUID, wanted: BatchFilter, paging: Paging, *, view: Viewpoint
) -> BatchList:
    """The batches that pass the filter, in the order wanted: three statements."""
    at = at_shop(await rows.find_shop(session, user_id), view)
    today = at.today
    counted = await listing.count_batches(session, user_id, wanted, today)
    found = await listing.list_batches(session, user_id, wanted, paging, today)
    statuses, states = wanted.statuses or set(Status), wanted.states or set(BatchState)
    by_status, by_state = dict.fromkeys(Status, 0), dict.fromkeys(BatchState, 0)
    count = 0
    for (state, status), number in counted.items():
        by_status[status] += number if state in states else 0
        by_state[state] += number if status in statuses else 0
        count += number if state in states and status in statuses else 0
    page = page_of([batch_view(each, at) for each in found], count, paging)
    return BatchList(
        data=page.data,
        count=page.count,
        next_cursor=page.next_cursor,
        counts=BatchCounts(status=by_status, state=by_state),
        today=today,
    )


async def get_batch(
    session: AsyncSession, user_id: UUID, batch_id: UUID, *, view: Viewpoint
) -> BatchRead:
    """One batch. Raises `BatchNotFound`."""
    shop = await rows.find_shop(session, user_id)
    found = await show_batches(session, user_id, [batch_id], shop, view=view)
    if not found:
        raise BatchNotFound
    return found[0]


async def show_batch(
    session: AsyncSession, batch: models.Batch, shop: models.Shop, *, view: Viewpoint
) -> BatchRead:
    """A batch after a change."""
    await session.flush()
    return (await show_batches(session, batch.user_id, [batch.id], shop, view=view))[0]


async def show_batches(
    session: AsyncSession,
    user_id: UUID,
    ids: Sequence[UUID],
    shop: models.Shop | None,
    *,
    view: Viewpoint,
) -> list[BatchRead]:
    """Those of `ids` that are there, in their order."""
    found = await listing.load_batches(session, user_id, ids)
    at = at_shop(shop, view)
    return [batch_view(found[each], at) for each in ids if each in found]
