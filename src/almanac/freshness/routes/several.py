"""HTTP of several batches at once: lists, one change to many, recalls."""

from typing import Annotated

from fastapi import APIRouter, Query

from almanac.core.db import SessionDep
from almanac.core.pagination import PagingDep
from almanac.freshness.deps import BatchFilterDep, ViewpointDep, VisitorDep
from almanac.freshness.schemas.batch import BatchList, NextIdentifier
from almanac.freshness.schemas.several import (
    BatchBulk,
    BatchBulkResult,
    RecallRequest,
    RecallResult,
)
from almanac.freshness.service import bulk, identifiers, listing, recall
from almanac.identity.deps import CurrentUser
from almanac.identity.deps.once import OnceDep

router = APIRouter(prefix="/batches", tags=["freshness"])


@router.get("")
async def list_batches(
    user: CurrentUser,
    session: SessionDep,
    paging: PagingDep,
    view: ViewpointDep,
    wanted: BatchFilterDep,
) -> BatchList:
    """Batches by status and state (one of several), product, words, lot and arrival."""
    return await listing.list_batches(session, user.id, wanted, paging, view=view)


@router.get("/next-identifier")
async def read_next_identifier(
    user: CurrentUser, session: SessionDep, view: ViewpointDep
) -> NextIdentifier:
    """The identifier that the next batch gets unless it brings its own."""
    return await identifiers.get_next_identifier(session, user.id, view=view)


@router.post("/bulk")
async def change_batches(
    data: BatchBulk,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    visitor: VisitorDep,
    once: OnceDep,
) -> BatchBulkResult:
    """Change several batches, all or none; the answer holds what undoes it."""
    return await once(
        lambda: bulk.change_batches(session, user.id, data, view=view, visitor=visitor)
    )


@router.post("/recall")
async def recall_batches(
    data: RecallRequest,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    visitor: VisitorDep,
    once: OnceDep,
    dry_run: Annotated[bool, Query(description="Only say what is meant")] = False,
) -> RecallResult:
    """Call back all goods of a lot, or of a product by its arrival, sold ones too."""
    return await once(
        lambda: recall.recall_batches(
            session, user.id, data, dry_run=dry_run, view=view, visitor=visitor
        )
    )
