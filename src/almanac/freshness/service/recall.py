"""Calling back all goods of a lot, or of a product that arrived on some days."""

from collections import Counter
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import Invalid, invalid_field
from almanac.freshness.domain.checks import MAX_BATCHES_AT_ONCE
from almanac.freshness.domain.events import EventKind
from almanac.freshness.domain.filters import BatchFilter
from almanac.freshness.domain.model import BatchState
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries import listing, rows
from almanac.freshness.schemas.several import RecallRequest, RecallResult
from almanac.freshness.service.auditing import record_recalls, states_of
from almanac.freshness.service.bulk import change_states
from almanac.freshness.service.listing import show_batches
from almanac.freshness.service.lookup import shop_today
from almanac.freshness.service.opening import open_shop
from almanac.freshness.service.states import Change
from almanac.identity.domain import Visitor


class RecallTooLarge(Invalid):
    code = "recall_too_large"
    title = "More than 1000 batches are meant; narrow it by lot, product or arrival"


async def recall_batches(
    session: AsyncSession,
    user_id: UUID,
    data: RecallRequest,
    *,
    dry_run: bool,
    view: Viewpoint,
    visitor: Visitor,
) -> RecallResult:
    """Recall all that is meant, sold and discarded goods too; a dry run only says what that is.

    Raises `Invalid` when neither a lot nor a product is named, `RecallTooLarge`.
    """
    _check(data)
    shop = (
        await rows.find_shop(session, user_id)
        if dry_run
        else await open_shop(session, user_id, view=view)
    )
    today = shop_today(shop, view)
    # One more than may be tells that there are too many; a whole shelf would hold everybody up.
    at_most = MAX_BATCHES_AT_ONCE + 1
    found = await listing.load_all(session, user_id, _filter(data), at_most=at_most)
    if len(found) > MAX_BATCHES_AT_ONCE:
        raise RecallTooLarge
    batches = [each.batch for each in found]
    states = Counter(batch.state for batch in batches)
    undo = None
    if not dry_run:
        change = Change(EventKind.RECALLED, today, data.reason)
        before = states_of(batches)
        undo = change_states(session, batches, change, view)
        record_recalls(session, user_id, batches, before, visitor=visitor, now=view.now)
        await session.flush()
    shown = await show_batches(session, user_id, [each.id for each in batches], shop, view=view)
    return RecallResult(
        dry_run=dry_run,
        data=shown,
        count=len(shown),
        already=states[BatchState.RECALLED],
        states={state: states[state] for state in BatchState},
        on=today,
        undo=undo,
    )


def _check(data: RecallRequest) -> None:
    if not data.lot and data.product_id is None:
        raise invalid_field("/body/lot", "nothing_named", "Name a lot or a product")
    if data.arrived_from and data.arrived_to and data.arrived_to < data.arrived_from:
        detail = "The end lies before the start"
        raise invalid_field("/body/arrived_to", "ends_before_start", detail)


def _filter(data: RecallRequest) -> BatchFilter:
    return BatchFilter(
        lot=data.lot,
        product_id=data.product_id,
        arrived_from=data.arrived_from,
        arrived_to=data.arrived_to,
    )
