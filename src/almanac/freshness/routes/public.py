"""The public report of a batch, for anybody who has its code: `/b/CODE`, and its JSON.

The page is an ASGI application of its own, found before all routes: what comes in between for
people who are signed in would take most of the time of an answer that many ask for at once.
"""

from functools import lru_cache
from typing import cast

from fastapi import APIRouter, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from almanac.core.clock import Clock, Now
from almanac.core.db import Database, DatabaseDep
from almanac.core.http.revalidation import etag_of
from almanac.core.limits import LimitReached
from almanac.freshness.routes.public_page import KEPT, report_page
from almanac.freshness.schemas.public import PublicBatch
from almanac.freshness.service.public import (
    CodeUnknown,
    Report,
    find_report,
    read_report,
    report_view,
)
from almanac.freshness.service.scans import ScanCounter
from almanac.identity.deps.limits import limit_public
from almanac.pages.answers import Rendered, answer, not_found, too_many, visitor_writing

JSON = "application/json"
router = APIRouter(prefix="/public/batches", tags=["freshness"])


@router.get("/{code}")
async def read_public_batch(
    code: str, request: Request, database: DatabaseDep, now: Now
) -> PublicBatch:
    """The report of a batch, as its label tells it today."""
    await limit_public(request)
    return await read_report(database.lookups, code, now=now)


class ReportPage:
    """ASGI application: the page under a code, or its report as JSON for who accepts only that."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await _answer(Request(scope, receive))
        await response(scope, receive, send)


report_page_route = Route("/b/{code:path}", ReportPage(), methods=["GET"], name="report_page")


async def _answer(request: Request) -> Response:
    is_json = _wants_json(request)
    try:
        await limit_public(request)
    except LimitReached as exc:
        if is_json:
            raise
        return too_many(request, exc.headers)
    state = request.app.state
    lookups = cast("Database", state.database).lookups
    now = cast("Clock", state.clock)()
    report = await find_report(lookups, request.path_params["code"], now=now)
    if report is None:
        if is_json:
            raise CodeUnknown
        return not_found(request)
    if request.method == "GET":
        cast("ScanCounter", state.scans).count(report.row.code)
    if is_json:
        return answer(request, _as_json(report))
    return answer(request, report_page(report, visitor_writing(request).tag))


def _wants_json(request: Request) -> bool:
    accepted = request.headers.get("accept", "")
    return JSON in accepted and "text/html" not in accepted


@lru_cache(maxsize=KEPT)
def _as_json(report: Report) -> Rendered:
    body = report_view(report).model_dump_json().encode()
    headers = {
        "Cache-Control": "private, no-cache",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Content-Type": JSON,
        "ETag": etag_of(body),
        "Referrer-Policy": "no-referrer",
        "Vary": "Accept, Accept-Language",
        "X-Robots-Tag": "noindex, nofollow",
    }
    return Rendered(body, headers)
