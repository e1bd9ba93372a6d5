"""Batches and their turnover as tables for spreadsheets."""

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, File, Query, Response, UploadFile

from almanac.core.db import SessionDep
from almanac.core.fields import Day
from almanac.freshness.deps import BatchFilterDep, ViewpointDep
from almanac.freshness.domain.turnover import Step
from almanac.freshness.schemas.imports import BatchImportResult
from almanac.freshness.service import imports, tables
from almanac.identity.deps import CurrentUser
from almanac.identity.deps.uploads import ENVELOPE_BYTES, SignedInFirst

router = APIRouter(prefix="/batches", tags=["freshness"])
MAX_FILE_BYTES = 2 * 1024 * 1024
# Takes files, which the JSON routes do not.
uploads = APIRouter(
    tags=["freshness"],
    route_class=SignedInFirst,
    max_body_size=MAX_FILE_BYTES + ENVELOPE_BYTES,
)
# Without it the most used spreadsheet reads umlauts wrongly.
BYTE_ORDER_MARK = "\ufeff"
CSV: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/csv": {"schema": {"type": "string"}}}}
}


@router.get("/export.csv", response_class=Response, responses=CSV)
async def export_batches(
    user: CurrentUser, session: SessionDep, view: ViewpointDep, wanted: BatchFilterDep
) -> Response:
    """Every batch that passes the filters of the list, as a table that can be brought in again."""
    return _table(await tables.write_batches(session, user.id, wanted, view=view), "batches")


@router.get("/recall.csv", response_class=Response, responses=CSV)
async def export_recall(
    user: CurrentUser, session: SessionDep, view: ViewpointDep, wanted: BatchFilterDep
) -> Response:
    """What is recalled, to hand over: all of it, or of a lot, a product, some arrivals."""
    return _table(await tables.write_recall(session, user.id, wanted, view=view), "recall")


@router.get("/turnover.csv", response_class=Response, responses=CSV)
async def export_turnover(
    user: CurrentUser,
    session: SessionDep,
    first: Annotated[Day, Query(alias="from")],
    last: Annotated[Day, Query(alias="to")],
    by: Annotated[Step, Query()] = Step.WEEK,
) -> Response:
    """What arrived, was sold and was wasted, a row for each period and product."""
    table = await tables.write_turnover(
        session, user.id, first, last, by, week_start=user.week_start
    )
    return _table(table, "turnover")


@uploads.post("/import/batches")
async def import_batches(
    file: Annotated[UploadFile, File(description="A table with headings, up to 2 MiB")],
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    dry_run: Annotated[bool, Query(description="Only say what would be added")] = False,
) -> BatchImportResult:
    """Bring a table of batches in. What has the identifier of one that is there is left alone."""
    table = await asyncio.to_thread(imports.read_table, await file.read())
    return await imports.bring_in(session, user.id, table, dry_run=dry_run, view=view)


def _table(content: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(BYTE_ORDER_MARK + content, media_type="text/csv", headers=headers)
