"""Batches as tables for spreadsheets."""

from typing import Any

from fastapi import APIRouter, Response

from almanac.core.db import SessionDep
from almanac.freshness.deps import BatchFilterDep, ViewpointDep
from almanac.freshness.service import tables
from almanac.identity.deps import CurrentUser

router = APIRouter(prefix="/batches", tags=["freshness"])
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


def _table(content: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(BYTE_ORDER_MARK + content, media_type="text/csv", headers=headers)
