"""Who is asking: the only part of identity that other features' routes import.

`CurrentUser` and `AdminUser` for routes, `admit` for the web app's pages, `install` for the
application, `SessionUpkeep` for its middleware.
"""

from typing import Annotated, cast

from fastapi import Depends, FastAPI, Request
from starlette.requests import HTTPConnection

from almanac.core.clock import request_now
from almanac.core.db import request_database
from almanac.core.errors import Forbidden, Unauthorized
from almanac.core.http.cookies import SESSION, read_cookie
from almanac.core.limits import Limiter
from almanac.identity.deps.upkeep import SessionUpkeep, note_session
from almanac.identity.domain import IdentityConfig, SignedIn
from almanac.identity.service import login_sessions
from almanac.identity.service.accounts import WeekStartFollower
from almanac.identity.service.passwords import PasswordPool

__all__ = [
    "AdminUser",
    "CurrentUser",
    "FollowersDep",
    "OptionalUser",
    "SessionUpkeep",
    "admit",
    "get_current_user",
    "get_optional_user",
    "identity_config",
    "install",
    "password_pool",
]


class AdministratorsOnly(Forbidden):
    code, title = "administrators_only", "Only administrators may do this"


def install(app: FastAPI, config: IdentityConfig) -> None:
    """Give the application what identity keeps between requests; may be done again to reset it."""
    app.state.identity = config
    app.state.secret_key = config.secret_key
    app.state.passwords = PasswordPool()
    app.state.limiter = Limiter(config.rate_limit_factor)


async def get_optional_user(request: Request) -> SignedIn | None:
    """Who is signed in, or None. Looked up beside the request's own transaction.

    That one is the only writer on SQLite, and nobody should hold it who may not even be signed in.
    """
    token = read_cookie(request, SESSION)
    if token is None:
        return None
    now = request_now(request)
    found = await login_sessions.find(request_database(request).lookups, token, now)
    if found is None:
        return None
    note_session(request, found)
    return None if login_sessions.is_replay(found, now) else found.person


async def get_current_user(
    person: Annotated[SignedIn | None, Depends(get_optional_user)],
) -> SignedIn:
    """Who is signed in. Raises `Unauthorized` (401 `not_signed_in`)."""
    if person is None:
        raise Unauthorized
    return person


OptionalUser = Annotated[SignedIn | None, Depends(get_optional_user)]
CurrentUser = Annotated[SignedIn, Depends(get_current_user)]


async def get_admin_user(person: CurrentUser) -> SignedIn:
    """The administrator who is signed in. Raises `AdministratorsOnly` for anybody else."""
    if not person.is_superuser:
        raise AdministratorsOnly
    return person


AdminUser = Annotated[SignedIn, Depends(get_admin_user)]


async def admit(request: Request) -> bool:
    """Whether this browser is signed in, for pages outside the API."""
    return await get_optional_user(request) is not None


def identity_config(connection: HTTPConnection) -> IdentityConfig:
    """What the operator decided about accounts."""
    return cast("IdentityConfig", connection.app.state.identity)


def password_pool(connection: HTTPConnection) -> PasswordPool:
    """The threads in which passwords are hashed."""
    return cast("PasswordPool", connection.app.state.passwords)


def _followers(request: Request) -> tuple[WeekStartFollower, ...]:
    return cast("tuple[WeekStartFollower, ...]", request.app.state.week_start_followers)


FollowersDep = Annotated[tuple[WeekStartFollower, ...], Depends(_followers)]
