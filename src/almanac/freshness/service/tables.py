"""Tables: batches that pass a filter, what was recalled, to be handed over, and the turnover."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.freshness.domain.filters import BatchFilter
from almanac.freshness.domain.model import BatchState
from almanac.freshness.domain.table import write_table
from almanac.freshness.domain.turnover import Step
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries import listing, rows
from almanac.freshness.schemas.batch import BatchRead
from almanac.freshness.schemas.turnover import TurnoverReport
from almanac.freshness.service.lookup import at_shop
from almanac.freshness.service.turnover import report_turnover
from almanac.freshness.service.views import batch_view
from almanac.schedules.rules import Weekday

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
TURNOVER_COLUMNS = (
    "from",
    "to",
    "product",
    "arrived",
    "sold",
    "discarded",
    "waste_share",
    "mean_days",
)


async def write_batches(
    session: AsyncSession, user_id: UUID, wanted: BatchFilter, *, view: Viewpoint
) -> str:
    """Every batch that passes the filter, as a table that can be brought in again."""
    batches = await _load(session, user_id, wanted, view)
    # Ten thousand take a second, which nobody else should wait.
    return await asyncio.to_thread(lambda: write_table(map(_cells, batches)))


async def write_recall(
    session: AsyncSession, user_id: UUID, wanted: BatchFilter, *, view: Viewpoint
) -> str:
    """What is recalled of the batches that pass the filter."""
    recalled = replace(wanted, states=frozenset({BatchState.RECALLED}))
    batches = await _load(session, user_id, recalled, view)
    return await asyncio.to_thread(lambda: write_table(map(_recall_cells, batches), RECALL_COLUMNS))


async def write_turnover(
    session: AsyncSession,
    user_id: UUID,
    first: date,
    last: date,
    step: Step,
    *,
    week_start: Weekday,
) -> str:
    """A row for each period and each product of which it has anything to tell."""
    report = await report_turnover(session, user_id, first, last, step, week_start=week_start)
    return write_table(_turnover_cells(report), TURNOVER_COLUMNS)


async def _load(
    session: AsyncSession, user_id: UUID, wanted: BatchFilter, view: Viewpoint
) -> Iterator[BatchRead]:
    """What passes the filter, made ready while it is taken."""
    at = at_shop(await rows.find_shop(session, user_id), view)
    found = await listing.load_all(session, user_id, wanted)
    shown = (batch_view(each, at) for each in found)
    return (batch for batch in shown if not wanted.statuses or batch.status in wanted.statuses)


def _cells(batch: BatchRead) -> Iterator[object]:
    yield from _goods(batch)
    yield from (batch.state.value, batch.status.value, batch.days_on_shelf, batch.left_on)
    yield from (batch.recall_reason, batch.note)
    yield from (batch.limits.fresh_days, batch.limits.caution_days, batch.limits.use_by_days)
    yield from (batch.code_grouped, batch.public_url)


def _recall_cells(batch: BatchRead) -> Iterator[object]:
    yield from _goods(batch)
    yield from (batch.recall_reason, batch.public_url)


def _turnover_cells(report: TurnoverReport) -> Iterator[tuple[object, ...]]:
    for period in report.periods:
        for each in period.products:
            share = None if each.waste_share is None else round(each.waste_share, 4)
            days = None if each.mean_days is None else round(each.mean_days, 2)
            counts = (each.arrived, each.sold, each.discarded)
            yield (period.first_on, period.last_on, each.product.name, *counts, share, days)


def _goods(batch: BatchRead) -> Iterator[object]:
    yield from (batch.batch_identifier, batch.product.name, batch.lot)
    yield from (batch.butcher_date, batch.arrival_date, batch.use_by)
    yield from (batch.quantity, batch.unit)
