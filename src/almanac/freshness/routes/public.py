"""The public report of a batch, for anybody who has its code: `/b/CODE`, and its JSON.

The page is an ASGI application of its own, which stands before the layers and routes for people
who are signed in: those would take most of the time of an answer that many ask for at once.
"""

from functools import lru_cache
from typing import cast

from fastapi import APIRouter, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from almanac.core.clock import Clock, Now
from almanac.core.db import Database, DatabaseDep
from almanac.core.errors import AlmanacError
from almanac.core.http.problems import expected_problem
from almanac.core.limits import LimitReached
from almanac.freshness.routes.public_page import CHOSEN_BY, KEPT, report_page
from almanac.freshness.schemas.public import PublicBatch
from almanac.freshness.service.marks import find_mark
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

# What follows is a code as somebody typed it.
BELOW = "/b/"
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
        request = Request(scope, receive)
        try:
            allowance = await limit_public(request)
        except LimitReached as exc:
            response = _refused(request, exc)
        else:
            response = await _report(request)
            response.raw_headers.extend(
                (name.encode(), value.encode()) for name, value in allowance.headers()
            )
        await response(scope, receive, send)


async def _report(request: Request) -> Response:
    state = request.app.state
    lookups = cast("Database", state.database).lookups
    now = cast("Clock", state.clock)()
    code = request.scope["path"].removeprefix(BELOW)
    report = await find_report(lookups, code, now=now)
    if report is None:
        return _unknown(request)
    if request.method == "GET":
        cast("ScanCounter", state.scans).count(report.row.code)
    if _wants_json(request):
        return answer(request, _as_json(report))
    mark = await find_mark(lookups, report.row)
    return answer(request, report_page(report, visitor_writing(request).tag, mark))


def _unknown(request: Request) -> Response:
    return _problem(request, CodeUnknown()) if _wants_json(request) else not_found(request)


def _refused(request: Request, exc: LimitReached) -> Response:
    return _problem(request, exc) if _wants_json(request) else too_many(request, exc.headers)


def _problem(request: Request, exc: AlmanacError) -> Response:
    return expected_problem(request.state.request_id, exc)


def _wants_json(request: Request) -> bool:
    accepted = request.headers.get("accept", "")
    return JSON in accepted and "text/html" not in accepted


@lru_cache(maxsize=KEPT)
def _as_json(report: Report) -> Rendered:
    body = report_view(report).model_dump_json().encode()
    headers = {
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Content-Type": JSON,
        "Vary": CHOSEN_BY,
    }
    return Rendered.of(body, headers)
