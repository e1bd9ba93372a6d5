"""HTTP of where a batch is: sold, discarded, recalled, and back."""

from uuid import UUID

from fastapi import APIRouter

from almanac.core.db import SessionDep
from almanac.freshness.deps import ViewpointDep, VisitorDep
from almanac.freshness.domain.events import EventKind
from almanac.freshness.schemas.batch import BatchLeave, BatchRead, BatchRecall, BatchRestore
from almanac.freshness.service import states
from almanac.identity.deps import CurrentUser
from almanac.identity.deps.once import OnceDep

router = APIRouter(prefix="/batches/{batch_id}", tags=["freshness"])


@router.post("/sold")
async def sell_batch(
    batch_id: UUID,
    data: BatchLeave,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    visitor: VisitorDep,
    once: OnceDep,
) -> BatchRead:
    """Say that the batch was sold. Its label goes on telling how fresh it is."""
    return await once(
        lambda: states.leave_shelf(
            session, user.id, batch_id, EventKind.SOLD, data, view=view, visitor=visitor
        )
    )


@router.post("/discarded")
async def discard_batch(
    batch_id: UUID,
    data: BatchLeave,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    visitor: VisitorDep,
    once: OnceDep,
) -> BatchRead:
    """Say that the batch was thrown away. Its label tells that it is expired."""
    return await once(
        lambda: states.leave_shelf(
            session, user.id, batch_id, EventKind.DISCARDED, data, view=view, visitor=visitor
        )
    )


@router.post("/recalled")
async def recall_batch(
    batch_id: UUID,
    data: BatchRecall,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    visitor: VisitorDep,
    once: OnceDep,
) -> BatchRead:
    """Call the batch back, wherever it is. Its label says so at the next look."""
    return await once(
        lambda: states.leave_shelf(
            session, user.id, batch_id, EventKind.RECALLED, data, view=view, visitor=visitor
        )
    )


@router.post("/restored")
async def restore_batch(
    batch_id: UUID,
    data: BatchRestore,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    visitor: VisitorDep,
    once: OnceDep,
) -> BatchRead:
    """Take the last change of state back: what was sold and then recalled is sold again."""
    return await once(
        lambda: states.restore_batch(session, user.id, batch_id, data, view=view, visitor=visitor)
    )
