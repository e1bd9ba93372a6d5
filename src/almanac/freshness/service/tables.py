"""Batches as tables: all that pass a filter, and what was recalled, to be handed over."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.freshness.domain.filters import BatchFilter
from almanac.freshness.domain.model import BatchState
from almanac.freshness.domain.table import write_table
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries import listing, rows
from almanac.freshness.schemas.batch import BatchRead
from almanac.freshness.service.lookup import at_shop
from almanac.freshness.service.views import batch_view

RECALL_COLUMNS = (
    "identifier",
    "product",
    "lot",
    "butcher_date",
    "arrival_date",
    "use_by",
    "quantity",
    "unit",
    "reason",
    "public_url",
)


async def write_batches(
    session: AsyncSession, user_id: UUID, wanted: BatchFilter, *, view: Viewpoint
) -> str:
    """Every batch that passes the filter, as a table that can be brought in again."""
    return write_table(_cells(batch) for batch in await _load(session, user_id, wanted, view))


async def write_recall(
    session: AsyncSession, user_id: UUID, wanted: BatchFilter, *, view: Viewpoint
) -> str:
    """What is recalled of the batches that pass the filter."""
    batches = await _load(session, user_id, wanted, view)
    recalled = (batch for batch in batches if batch.state is BatchState.RECALLED)
    return write_table((_recall_cells(batch) for batch in recalled), RECALL_COLUMNS)


async def _load(
    session: AsyncSession, user_id: UUID, wanted: BatchFilter, view: Viewpoint
) -> list[BatchRead]:
    at = at_shop(await rows.find_shop(session, user_id), view)
    found = await listing.load_all(session, user_id, wanted)
    shown = [batch_view(each, at) for each in found]
    return [batch for batch in shown if not wanted.statuses or batch.status in wanted.statuses]


def _cells(batch: BatchRead) -> Iterator[object]:
    yield from _goods(batch)
    yield from (batch.state.value, batch.status.value, batch.days_on_shelf, batch.left_on)
    yield from (batch.recall_reason, batch.note)
    yield from (batch.limits.fresh_days, batch.limits.caution_days, batch.limits.use_by_days)
    yield from (batch.code_grouped, batch.public_url)


def _recall_cells(batch: BatchRead) -> Iterator[object]:
    yield from _goods(batch)
    yield from (batch.recall_reason, batch.public_url)


def _goods(batch: BatchRead) -> Iterator[object]:
    yield from (batch.batch_identifier, batch.product.name, batch.lot)
    yield from (batch.butcher_date, batch.arrival_date, batch.use_by)
    yield from (batch.quantity, batch.unit)
