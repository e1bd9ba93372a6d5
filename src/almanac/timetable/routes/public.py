"""The page under a shared routine's link, for anybody. Outside the API, and no part of it."""

from fastapi import APIRouter, Request, Response

from almanac.core.clock import Now
from almanac.core.db import SessionDep
from almanac.core.http.paths import REST
from almanac.core.limits import LimitReached
from almanac.identity.deps.limits import limit_public
from almanac.pages.answers import not_found, too_many
from almanac.timetable.routes.shared_page import shared_page
from almanac.timetable.service.sharing import follow_link

router = APIRouter(include_in_schema=False)


# Whatever stands below: a link that was cut or lengthened on its way is as good as none.
@router.api_route(f"/r/{{token:{REST}}}", methods=["GET", "HEAD"])
async def read_shared_routine(
    token: str, request: Request, session: SessionDep, now: Now
) -> Response:
    """The page, or the one for links that do not work, whatever is the matter with this one."""
    try:
        await limit_public(request)
    except LimitReached as exc:
        return too_many(request, exc.headers)
    shared = await follow_link(session, token, now=now)
    return not_found(request) if shared is None else shared_page(request, shared)
