"""What the shelf contributes to a day: goods that turn, to be sold or thrown away in time.

By the shop's calendar, which knows no day start. Days that are over are told nothing: how fresh
something was then is no matter any more.
"""

from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.day import EntryState, Urgency
from almanac.freshness.domain.day import Concern, concern
from almanac.freshness.domain.status import days_on_shelf, status_of
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries.day import Turning, list_turning
from almanac.freshness.schemas.day import BatchEntry
from almanac.freshness.schemas.product import ProductMark
from almanac.freshness.service.values import batch_of, from_thousandths
from almanac.schedules.times import zone_named

_URGENCY = {
    Concern.EXPIRED: Urgency.OVERDUE,
    Concern.CAUTION: Urgency.DUE,
    Concern.LEFT_TODAY: Urgency.DUE,
    Concern.TURNS_TOMORROW: Urgency.CAN_WAIT,
}


async def entries(session: AsyncSession, user_id: UUID, *, view: Viewpoint) -> list[BatchEntry]:
    """What is to be told of the shelf today, what expires first at the top: one statement."""
    by_person = view.today(None)
    found = [_entry(turning, view) for turning in await list_turning(session, user_id, by_person)]
    return [entry for entry in found if entry is not None]


def _entry(turning: Turning, view: Viewpoint) -> BatchEntry | None:
    row, batch = turning.batch, batch_of(turning.batch)
    today = _today(turning, view)
    why = concern(batch, row.left_on, today)
    if why is None:
        return None
    has_left = why is Concern.LEFT_TODAY
    return BatchEntry(
        id=row.id,
        title=turning.product_name,
        at=None,
        until=None,
        state=EntryState.DONE if has_left else EntryState.ATTENTION,
        urgency=_URGENCY[why],
        color=None,
        theme=None,
        actions=["undo"] if has_left else ["sold", "discarded"],
        product=ProductMark(
            id=row.product_id, name=turning.product_name, emoji=turning.product_emoji
        ),
        batch_identifier=row.identifier,
        batch_state=row.state,
        status=status_of(batch, today),
        caution_on=row.caution_on,
        expires_on=row.expires_on,
        days_on_shelf=days_on_shelf(batch, today),
        quantity=from_thousandths(row.quantity),
        unit=row.unit,
    )


def _today(turning: Turning, view: Viewpoint) -> date:
    return view.today(None if turning.timezone is None else zone_named(turning.timezone))
