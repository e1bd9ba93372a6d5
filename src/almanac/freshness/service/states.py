"""From state to state: what was sold, discarded or recalled, and taking that back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import Conflict, invalid_field
from almanac.freshness import models
from almanac.freshness.domain.events import CHANGES_OF_STATE, EventKind, Standing, before_last
from almanac.freshness.domain.model import BatchState
from almanac.freshness.domain.states import can_become
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries import rows
from almanac.freshness.schemas.batch import BatchLeave, BatchRead, BatchRecall, BatchRestore
from almanac.freshness.service.auditing import record_recalls, states_of
from almanac.freshness.service.events import record
from almanac.freshness.service.listing import show_batch
from almanac.freshness.service.lookup import find_batch, shop_today
from almanac.freshness.service.opening import open_shop
from almanac.identity.domain import Visitor


class StateConflict(Conflict):
    code, title = "state_conflict", "This batch cannot go there from where it is"


@dataclass(frozen=True, slots=True)
class Change:
    """What is done with a batch: sold, discarded or recalled, on a date at the shop, and why."""

    kind: EventKind
    on: date
    reason: str = ""

    @property
    def state(self) -> BatchState:
        """The state that it leads to."""
        return CHANGES_OF_STATE[self.kind]


async def leave_shelf(
    session: AsyncSession,
    user_id: UUID,
    batch_id: UUID,
    kind: EventKind,
    data: BatchLeave | BatchRecall,
    *,
    view: Viewpoint,
    visitor: Visitor,
) -> BatchRead:
    """Say that a batch was sold, discarded or recalled; said again it changes nothing.

    Raises `BatchNotFound`, `StateConflict`, `Invalid` for a day that it cannot have been.
    """
    shop = await open_shop(session, user_id, view=view)
    batch = await find_batch(session, user_id, batch_id)
    today = shop_today(shop, view)
    on = today
    if isinstance(data, BatchLeave):
        on = data.on or today
        require_day(batch, on, today)
    change = Change(kind, on, data.reason)
    if not may_change(batch, change):
        raise StateConflict
    before = states_of([batch])
    change_state(session, batch, change, view)
    record_recalls(session, user_id, [batch], before, visitor=visitor, now=view.now)
    return await show_batch(session, batch, shop, view=view)


async def restore_batch(
    session: AsyncSession,
    user_id: UUID,
    batch_id: UUID,
    data: BatchRestore,
    *,
    view: Viewpoint,
    visitor: Visitor,
) -> BatchRead:
    """Take the last change of state back; on the shelf there is none. Raises `BatchNotFound`."""
    shop = await open_shop(session, user_id, view=view)
    batch = await find_batch(session, user_id, batch_id)
    if data.state in {None, batch.state}:
        events = await rows.changes_of_state(session, user_id, [batch_id])
        before = states_of([batch])
        take_back(session, batch, events[batch_id], shop_today(shop, view), view)
        record_recalls(session, user_id, [batch], before, visitor=visitor, now=view.now)
    return await show_batch(session, batch, shop, view=view)


def require_day(batch: models.Batch, on: date, today: date, pointer: str = "/body/on") -> None:
    """Refuse a day on which a batch cannot have left the shelf."""
    if on > today:
        raise invalid_field(pointer, "date_in_future", "That day has not begun at the shop yet")
    if on < batch.arrived_on:
        raise invalid_field(pointer, "before_arrival", "It had not arrived by that day")


def may_change(batch: models.Batch, change: Change) -> bool:
    """Whether a batch can go there, or is there already."""
    return batch.state is change.state or can_become(batch.state, change.state)


def change_state(
    session: AsyncSession, batch: models.Batch, change: Change, view: Viewpoint
) -> bool:
    """Carry a change out that may be; false when the batch is there already."""
    if batch.state is change.state:
        return False
    _stand(batch, Standing(change.state, change.on, change.reason))
    record(session, batch, change.kind, on=change.on, now=view.now, reason=change.reason)
    return True


def take_back(
    session: AsyncSession,
    batch: models.Batch,
    events: list[models.BatchEvent],
    today: date,
    view: Viewpoint,
) -> bool:
    """Let a batch stand as it did before its last change; false when it never changed."""
    before = before_last((event.kind, event.on, event.reason) for event in events)
    if before is None:
        return False
    _stand(batch, before)
    record(session, batch, EventKind.RESTORED, on=today, now=view.now)
    return True


def _stand(batch: models.Batch, standing: Standing) -> None:
    batch.state, batch.left_on = standing.state, standing.left_on
    batch.recall_reason = standing.reason if standing.state is BatchState.RECALLED else ""
