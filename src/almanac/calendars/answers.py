"""Responses of calendars: revalidated, kept out of indexes and of other people's caches."""

import asyncio
from collections.abc import Iterable
from urllib.parse import quote
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import Response

from almanac.calendars.events import CalendarEvent
from almanac.calendars.writing import write_calendar
from almanac.core.http.revalidation import etag_of, is_kept

MEDIA_TYPE = "text/calendar; charset=utf-8"


async def calendar_answer(
    request: Request,
    name: str,
    events: Iterable[CalendarEvent],
    zone: ZoneInfo,
    *,
    as_file: bool = False,
) -> Response:
    """The calendar as a response, or 304 for whoever has it; `as_file` for one that is kept.

    Thousands of events take a while to write; others are served meanwhile.
    """
    body = await asyncio.to_thread(write_calendar, name, events, zone)
    etag = etag_of(body)
    headers = {
        "Cache-Control": "private, no-cache",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "ETag": etag,
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex, nofollow",
    }
    if is_kept(request, etag):
        return Response(status_code=304, headers=headers)
    kind = "attachment" if as_file else "inline"
    headers["Content-Disposition"] = f"{kind}; filename*=UTF-8''{quote(name, safe='')}.ics"
    return Response(body, headers=headers, media_type=MEDIA_TYPE)
