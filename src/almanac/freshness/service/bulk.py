"""One change to several batches at once, all of them or none, and what undoes it."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import FieldError
from almanac.freshness import models
from almanac.freshness.domain.events import CHANGES_OF_STATE, EventKind
from almanac.freshness.domain.model import BatchState
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries import rows
from almanac.freshness.schemas.several import BatchBulk, BatchBulkResult, BulkAction
from almanac.freshness.service.auditing import record_recalls, states_of
from almanac.freshness.service.deletion import delete_batches, undelete_batches
from almanac.freshness.service.listing import show_batches
from almanac.freshness.service.lookup import BatchNotFound, shop_today
from almanac.freshness.service.opening import open_shop
from almanac.freshness.service.states import (
    Change,
    StateConflict,
    change_state,
    may_change,
    require_day,
    take_back,
)
from almanac.identity.domain import Visitor

MAY_BE_DELETED = frozenset({BulkAction.DELETE, BulkAction.UNDELETE})
_ACTIONS = {state: BulkAction(kind.value) for kind, state in CHANGES_OF_STATE.items()}


async def change_batches(
    session: AsyncSession, user_id: UUID, data: BatchBulk, *, view: Viewpoint, visitor: Visitor
) -> BatchBulkResult:
    """Change all of the batches, or none when one is not there or cannot go there.

    Raises `BatchNotFound`, `StateConflict`, `Invalid`, `IdentifierTaken`, `TooManyBatches`.
    """
    shop = await open_shop(session, user_id, view=view)
    ids = list(dict.fromkeys(data.ids))
    found = await rows.find_batches(session, user_id, ids)
    may_be_deleted = data.action in MAY_BE_DELETED
    batches = [
        found[each]
        for each in ids
        if each in found and (may_be_deleted or found[each].deleted_at is None)
    ]
    if len(batches) < len(ids):
        raise BatchNotFound
    before = states_of(batches)
    undo = await _carry_out(session, shop, data, batches, view)
    record_recalls(session, user_id, batches, before, visitor=visitor, now=view.now)
    await session.flush()
    return BatchBulkResult(
        data=await show_batches(session, user_id, ids, shop, view=view), undo=undo
    )


def change_states(
    session: AsyncSession, batches: Sequence[models.Batch], change: Change, view: Viewpoint
) -> BatchBulk | None:
    """Take batches to another state, all or none; answers what undoes it.

    Raises `StateConflict` naming each that cannot go there.
    """
    stuck = [
        FieldError(f"/body/ids/{place}", StateConflict.code, StateConflict.title)
        for place, batch in enumerate(batches)
        if not may_change(batch, change)
    ]
    if stuck:
        raise StateConflict(errors=tuple(stuck))
    changed = [batch.id for batch in batches if change_state(session, batch, change, view)]
    if not changed:
        return None
    # Taken back late, it must not take back what was done since: a recall least of all.
    return BatchBulk(ids=changed, action=BulkAction.RESTORED, state=change.state)


async def _carry_out(
    session: AsyncSession,
    shop: models.Shop,
    data: BatchBulk,
    batches: Sequence[models.Batch],
    view: Viewpoint,
) -> BatchBulk | None:
    match data.action:
        case BulkAction.DELETE:
            return _undo(delete_batches(session, shop, batches, view), BulkAction.UNDELETE)
        case BulkAction.UNDELETE:
            back = await undelete_batches(session, shop, batches, view)
            return _undo(back, BulkAction.DELETE)
        case BulkAction.RESTORED:
            as_seen = [batch for batch in batches if data.state in {None, batch.state}]
            return await _restore(session, shop, as_seen, view)
    today = shop_today(shop, view)
    on = today
    if data.action is not BulkAction.RECALLED:
        on = data.on or today
        for batch in batches:
            require_day(batch, on, today)
    return change_states(session, batches, Change(EventKind(data.action), on, data.reason), view)


async def _restore(
    session: AsyncSession, shop: models.Shop, batches: Sequence[models.Batch], view: Viewpoint
) -> BatchBulk | None:
    """Take the last change of each back. One change undoes that if they all came from one."""
    ids = [batch.id for batch in batches]
    events = await rows.changes_of_state(session, shop.user_id, ids)
    came_from: set[tuple[BatchState, str]] = set()
    days, changed, today = set(), [], shop_today(shop, view)
    for batch in batches:
        before = batch.state, batch.recall_reason, batch.left_on
        if take_back(session, batch, events[batch.id], today, view):
            changed.append(batch.id)
            came_from.add(before[:2])
            days.add(before[2])
    if len(came_from) != 1 or len(days) != 1:
        return None
    [(state, reason)], [on] = came_from, days
    return BatchBulk(ids=changed, action=_ACTIONS[state], reason=reason, on=on)


def _undo(changed: list[UUID], action: BulkAction) -> BatchBulk | None:
    return BatchBulk(ids=changed, action=action) if changed else None
