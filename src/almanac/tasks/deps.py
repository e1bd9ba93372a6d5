"""What the routes of tasks depend on: the moment as the person sees it, and writes sent again."""

from typing import Annotated

from fastapi import Depends, Request

from almanac.core.db import SessionDep
from almanac.core.idempotency import IdempotencyKeyHeader, Once, fingerprint
from almanac.identity.deps import CurrentUser
from almanac.schedules.times import zone_named
from almanac.tasks.domain.model import Moment


def present_moment(user: CurrentUser) -> Moment:
    """Now, by the person's date and the clock on their wall."""
    return Moment(user.now, user.today, zone_named(user.timezone))


async def request_once(
    request: Request, user: CurrentUser, session: SessionDep, key: IdempotencyKeyHeader = None
) -> Once:
    """How this request is carried out once, if it says how to know it again."""
    return Once(session, user.id, key, await fingerprint(request), user.now)


MomentDep = Annotated[Moment, Depends(present_moment)]
OnceDep = Annotated[Once, Depends(request_once)]
