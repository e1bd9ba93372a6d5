"""HTTP of one batch."""

from uuid import UUID

from fastapi import APIRouter, Response, status

from almanac.core.db import SessionDep
from almanac.core.pagination import PagingDep
from almanac.freshness.deps import ViewpointDep
from almanac.freshness.schemas.batch import (
    BatchCreate,
    BatchDuplicate,
    BatchRead,
    BatchUpdate,
    History,
)
from almanac.freshness.service import batches, codes, deletion, events, listing
from almanac.identity.deps import CurrentUser
from almanac.identity.deps.once import OnceDep

router = APIRouter(prefix="/batches", tags=["freshness"])


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_batch(
    data: BatchCreate, user: CurrentUser, session: SessionDep, view: ViewpointDep, once: OnceDep
) -> BatchRead:
    """Put goods on the shelf, under the next identifier unless they bring their own."""
    return await once(
        lambda: batches.create_batch(session, user.id, data, view=view),
        status=status.HTTP_201_CREATED,
    )


@router.get("/{batch_id}")
async def read_batch(
    batch_id: UUID, user: CurrentUser, session: SessionDep, view: ViewpointDep
) -> BatchRead:
    return await listing.get_batch(session, user.id, batch_id, view=view)


@router.put(
    "/{batch_id}", responses={201: {"model": BatchRead, "description": "A new batch was written"}}
)
async def put_batch(
    batch_id: UUID,
    data: BatchCreate,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    response: Response,
) -> BatchRead:
    """Write a batch under an id that the client made: 201 the first time, 200 afterwards."""
    batch, is_new = await batches.put_batch(session, user.id, batch_id, data, view=view)
    if is_new:
        response.status_code = status.HTTP_201_CREATED
    return batch


@router.patch("/{batch_id}")
async def update_batch(
    batch_id: UUID,
    data: BatchUpdate,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    once: OnceDep,
) -> BatchRead:
    """Change the given fields."""
    return await once(lambda: batches.update_batch(session, user.id, batch_id, data, view=view))


@router.delete("/{batch_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_batch(
    batch_id: UUID, user: CurrentUser, session: SessionDep, view: ViewpointDep
) -> None:
    """Delete a batch, also when it is gone already. `undelete` brings it back."""
    await deletion.delete_batch(session, user.id, batch_id, view=view)


@router.post("/{batch_id}/undelete")
async def undelete_batch(
    batch_id: UUID, user: CurrentUser, session: SessionDep, view: ViewpointDep, once: OnceDep
) -> BatchRead:
    """Bring a batch back from deletion, with its state and its code."""
    return await once(lambda: deletion.undelete_batch(session, user.id, batch_id, view=view))


@router.post("/{batch_id}/duplicate", status_code=status.HTTP_201_CREATED)
async def duplicate_batch(
    batch_id: UUID,
    data: BatchDuplicate,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    once: OnceDep,
) -> BatchRead:
    """Add a copy on the shelf that arrives today, or on another day, without a lot."""
    return await once(
        lambda: batches.duplicate_batch(session, user.id, batch_id, data, view=view),
        status=status.HTTP_201_CREATED,
    )


@router.post("/{batch_id}/code")
async def replace_code(
    batch_id: UUID, user: CurrentUser, session: SessionDep, view: ViewpointDep, once: OnceDep
) -> BatchRead:
    """Give the batch another public code. Labels with the old one lead nowhere any more."""
    return await once(lambda: codes.replace_code(session, user.id, batch_id, view=view))


@router.get("/{batch_id}/history")
async def read_history(
    batch_id: UUID, user: CurrentUser, session: SessionDep, paging: PagingDep
) -> History:
    """What was done with the batch, the latest first."""
    return await events.list_history(session, user.id, batch_id, paging)
