"""Codes as pictures; labels and the list of a recall on paper."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request, Response

from almanac.core.db import DatabaseDep, SessionDep
from almanac.core.http.revalidation import etag_of, is_kept
from almanac.freshness.deps import BatchFilterDep, ViewpointDep
from almanac.freshness.schemas.labels import LabelsPrint
from almanac.freshness.service import labels, qr, recall_list
from almanac.identity.deps import CurrentUser
from almanac.language.choice import LONGEST_TAG, preferred
from almanac.language.writing import writing
from almanac.typesetting.press import Page

router = APIRouter(prefix="/batches", tags=["freshness"])
MISSING = "Almanac-Missing-Glyphs"


def _file(kind: str, description: str) -> dict[int | str, dict[str, Any]]:
    content = {kind: {"schema": {"type": "string", "format": "binary"}}}
    return {
        200: {"content": content, "description": description},
        304: {"description": "Unchanged since it was sent"},
    }


PDF: dict[int | str, dict[str, Any]] = {
    200: {
        **_file("application/pdf", "Tagged pages (PDF/UA-1); labels on the stock's paper")[200],
        "headers": {
            MISSING: {
                "description": "Code points that no font has; each was replaced by U+FFFD",
                "schema": {"type": "string"},
            }
        },
    }
}
Language = Annotated[
    str, Query(max_length=LONGEST_TAG, description="A language in place of the person's own")
]
Accepted = Annotated[str, Header(alias="accept-language", include_in_schema=False)]


@router.get(
    "/{batch_id}/qr.svg", response_class=Response, responses=_file("image/svg+xml", "The code")
)
async def draw_code(
    batch_id: UUID, request: Request, user: CurrentUser, session: SessionDep, view: ViewpointDep
) -> Response:
    """The code of a batch's public page, as large as it is wanted."""
    address = await labels.find_address(session, user.id, batch_id, view=view)
    return _picture(request, qr.svg(address).encode(), "image/svg+xml")


@router.get("/{batch_id}/qr.png", response_class=Response, responses=_file("image/png", "The code"))
async def draw_code_in_pixels(
    batch_id: UUID,
    request: Request,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    size: Annotated[int, Query(ge=qr.MIN_PIXELS, le=qr.MAX_PIXELS)] = 512,
) -> Response:
    """The code of a batch's public page, so many pixels wide and high."""
    address = await labels.find_address(session, user.id, batch_id, view=view)
    return _picture(request, qr.png(address, size), "image/png")


@router.post("/labels.pdf", response_class=Response, responses=PDF)
async def print_labels(
    data: LabelsPrint,
    user: CurrentUser,
    database: DatabaseDep,
    view: ViewpointDep,
    lang: Language = "",
    accept_language: Accepted = "",
) -> Response:
    """Sheets of labels. While codes would lead to this machine only: `public_address_needed`."""
    placing = labels.Placing(
        labels.stock_of(data.stock, "/body/stock"), data.start_at, data.offset_mm
    )
    labels.check_print(placing, len(data.batch_ids))
    written = writing(preferred(accept_language, chosen=lang or user.locale))
    # Over before the pages are set, which may take seconds and needs no connection.
    async with database.readers.begin() as session:
        found = await labels.load_labels(
            session, user.id, data.batch_ids, view=view, written=written
        )
    return _pdf(await labels.print_labels(user.id, found, placing, written), "labels")


@router.get("/calibration.pdf", response_class=Response, responses=PDF)
async def print_calibration(
    user: CurrentUser,
    stock: Annotated[str, Query(max_length=40, examples=["L7160"])],
    lang: Language = "",
    accept_language: Accepted = "",
) -> Response:
    """Outlines, crosses and rulers where the labels of a stock are expected, to be compared."""
    written = writing(preferred(accept_language, chosen=lang or user.locale))
    outlined = labels.stock_of(stock, "/query/stock")
    return _pdf(await labels.print_calibration(user.id, outlined, written), "calibration")


@router.get("/recall.pdf", response_class=Response, responses=PDF)
async def print_recall(
    user: CurrentUser,
    database: DatabaseDep,
    view: ViewpointDep,
    wanted: BatchFilterDep,
    lang: Language = "",
    accept_language: Accepted = "",
) -> Response:
    """What is recalled, with whose it is and why: all of it, or of a lot, a product, arrivals."""
    written = writing(preferred(accept_language, chosen=lang or user.locale))
    async with database.readers.begin() as session:
        found = await recall_list.load_recall(session, user.id, wanted, view=view)
    return _pdf(await recall_list.print_recall(user.id, found, written), "recall")


def _picture(request: Request, body: bytes, kind: str) -> Response:
    etag = etag_of(body)
    headers = {"Cache-Control": "private, no-cache", "ETag": etag}
    if is_kept(request, etag):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type=kind)


def _pdf(page: Page, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"'}
    if page.missing:
        headers[MISSING] = page.missing_code_points
    return Response(page.pdf, headers=headers, media_type="application/pdf")
