"""Writes of a person that are sent again: carried out once, if the request says how to know it."""

from typing import Annotated

from fastapi import Depends, Request

from almanac.core.db import SessionDep
from almanac.core.idempotency import IdempotencyKeyHeader, Once, fingerprint
from almanac.identity.deps import CurrentUser


async def request_once(
    request: Request, user: CurrentUser, session: SessionDep, key: IdempotencyKeyHeader = None
) -> Once:
    """How this request is carried out once, if it says how to know it again."""
    return Once(session, user.id, key, await fingerprint(request), user.now)


OnceDep = Annotated[Once, Depends(request_once)]
