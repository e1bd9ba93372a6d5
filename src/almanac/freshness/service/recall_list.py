"""The list of what is recalled, on paper: to hang up, or to hand to an authority or a supplier."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.freshness.domain.checks import MAX_BATCHES_AT_ONCE
from almanac.freshness.domain.filters import BatchFilter
from almanac.freshness.domain.model import BatchState
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries import listing, rows
from almanac.freshness.schemas.batch import BatchRead
from almanac.freshness.service.labels import document, template
from almanac.freshness.service.lookup import at_shop
from almanac.freshness.service.recall import RecallTooLarge
from almanac.freshness.service.views import batch_view
from almanac.language.writing import Writing
from almanac.typesetting.glyphs import Json
from almanac.typesetting.press import Page, typeset

_COLUMNS = (
    "freshness.batch",
    "recall.product",
    "freshness.cut",
    "freshness.arrived",
    "freshness.use_by",
    "recall.quantity",
    "recall.code",
)


@dataclass(frozen=True, slots=True)
class RecallList:
    """What is recalled, whose it is, and the date at the shop."""

    shop: str
    contact: str
    today: date
    batches: Sequence[BatchRead]


async def load_recall(
    session: AsyncSession, user_id: UUID, wanted: BatchFilter, *, view: Viewpoint
) -> RecallList:
    """What is recalled of the batches that pass the filter. Raises `RecallTooLarge`."""
    shop = await rows.find_shop(session, user_id)
    at = at_shop(shop, view)
    recalled = replace(wanted, states=frozenset({BatchState.RECALLED}))
    # One more than may be tells that there are too many; a whole shelf would hold everybody up.
    at_most = MAX_BATCHES_AT_ONCE + 1
    found = await listing.load_all(session, user_id, recalled, at_most=at_most)
    if len(found) > MAX_BATCHES_AT_ONCE:
        raise RecallTooLarge
    batches = [batch_view(each, at) for each in found]
    name, contact = ("", "") if shop is None else (shop.name, shop.contact)
    return RecallList(name, contact, at.today, sorted(batches, key=_apart))


async def print_recall(user_id: UUID, recalled: RecallList, written: Writing) -> Page:
    """Pages with a table for each lot and reason, in the order of the filter. As `typeset`."""
    return await typeset(template("recall"), recall_data(recalled, written), owner=user_id)


def recall_data(recalled: RecallList, written: Writing) -> dict[str, Json]:
    """What the template of the list is given."""
    groups: list[Json] = [
        {
            "lot": f"{written.text('freshness.lot')}: {lot}" if lot else "",
            "reason": f"{written.text('freshness.reason')}: {reason}" if reason else "",
            "rows": [_cells(batch, written) for batch in batches],
        }
        for (lot, reason), batches in groupby(recalled.batches, key=_apart)
    ]
    return {
        **document(written, written.text("recall.title")),
        "shop": recalled.shop,
        "contact": [line for line in recalled.contact.splitlines() if line.strip()],
        "as_of": written.text("freshness.as_of", date=written.long_date(recalled.today)),
        "columns": [written.text(key) for key in _COLUMNS],
        "groups": groups,
    }


def _apart(batch: BatchRead) -> tuple[str, str]:
    return batch.lot, batch.recall_reason


def _cells(batch: BatchRead, written: Writing) -> list[Json]:
    days = (batch.butcher_date, batch.arrival_date, batch.use_by)
    quantity = "" if batch.quantity is None else f"{written.number(batch.quantity)} {batch.unit}"
    return [
        batch.batch_identifier,
        f"{batch.product.emoji} {batch.product.name}".strip(),
        *("" if day is None else written.medium_date(day) for day in days),
        quantity.strip(),
        batch.code_grouped,
    ]
