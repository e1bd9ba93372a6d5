"""The calendar under a link, for whoever has it. Outside the API, and no part of it."""

from fastapi import APIRouter, Request, Response

from almanac.calendars.answers import calendar_answer
from almanac.core.db import DatabaseDep
from almanac.core.http.paths import REST
from almanac.core.limits import LimitReached
from almanac.feeds.service.contents import follow_feed
from almanac.identity.deps.limits import limit_public
from almanac.pages.answers import not_found, too_many

SUFFIX = ".ics"

router = APIRouter(include_in_schema=False)


# Whatever stands below: a link that was cut or lengthened on its way is as good as none.
@router.api_route(f"/feeds/{{name:{REST}}}", methods=["GET", "HEAD"])
async def read_feed(name: str, request: Request, database: DatabaseDep) -> Response:
    """The calendar, or the page for links that do not work, whatever is the matter with it."""
    try:
        await limit_public(request)
    except LimitReached as exc:
        return too_many(request, exc.headers)
    token = name.removesuffix(SUFFIX) if name.endswith(SUFFIX) else ""
    # Over before the calendar is written, which may take a while and needs no connection.
    async with database.readers.begin() as session:
        found = await follow_feed(session, token)
    if found is None:
        return not_found(request)
    return await calendar_answer(request, found.name, found.events, found.zone)
