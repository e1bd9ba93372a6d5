"""A routine on paper."""

from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request, Response

from almanac.core.db import DatabaseDep
from almanac.core.fields import Day
from almanac.core.http.revalidation import etag_of, is_kept
from almanac.identity.deps import CurrentUser
from almanac.language.choice import LONGEST_TAG, preferred
from almanac.language.writing import writing
from almanac.timetable.service.printing import Paper, load_page, print_page

router = APIRouter(prefix="/routines", tags=["timetable"])
MISSING = "Almanac-Missing-Glyphs"
PDF: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
        "description": "One page, tagged (PDF/UA-1)",
        "headers": {
            MISSING: {
                "description": "Code points that no font has; each was replaced by U+FFFD",
                "schema": {"type": "string"},
            }
        },
    },
    304: {"description": "Unchanged since it was sent"},
}


@router.get("/{routine_id}/export.pdf", response_class=Response, responses=PDF)
async def print_routine_page(
    routine_id: UUID,
    request: Request,
    user: CurrentUser,
    database: DatabaseDep,
    paper: Paper = Paper.A4,
    lang: Annotated[
        str,
        Query(max_length=LONGEST_TAG, description="A language in place of the person's own"),
    ] = "",
    on: Annotated[
        Day | None,
        Query(alias="date", description="The week of this date as it is; without, the pattern"),
    ] = None,
    accept_language: Annotated[str, Header(include_in_schema=False)] = "",
) -> Response:
    """The routine on one page, with all weeks of its rotation or with one week's changes."""
    written = writing(preferred(accept_language, chosen=lang or user.locale))
    # Over before the page is set, which may take seconds and needs no connection.
    async with database.readers.begin() as session:
        name, data = await load_page(
            session,
            user.id,
            routine_id,
            week_start=user.week_start,
            written=written,
            paper=paper,
            on=on,
        )
    page = await print_page(user.id, data)
    etag = etag_of(page.pdf)
    headers = {"Cache-Control": "private, no-cache", "ETag": etag}
    if is_kept(request, etag):
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}.pdf"
    if page.missing:
        headers[MISSING] = page.missing_code_points
    return Response(page.pdf, headers=headers, media_type="application/pdf")
