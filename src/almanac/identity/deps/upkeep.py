"""Keeping login sessions alive beside the requests that use them.

Runs when the request's own transaction is over, with a short one of its own: so a rotated token is
committed before its cookie is sent, whatever the answer is, and nothing here can fail a request.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeVar, cast

import structlog
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from almanac.core.clock import Clock
from almanac.core.db import Database
from almanac.core.http.cookies import SESSION, cookie_headers, removal_headers
from almanac.core.security import client_address
from almanac.identity.domain import Visitor, needs_rotation, needs_touch
from almanac.identity.queries import FoundSession
from almanac.identity.service import login_sessions

log = structlog.get_logger(__name__)

Result = TypeVar("Result")
# Whoever waits longer than this for the database keeps the present token until the next request.
PATIENCE_SECONDS = 1
_LOCK_TIMEOUT = text(f"SET LOCAL lock_timeout = '{PATIENCE_SECONDS}s'")
USER_AGENT_LENGTH = 400
FOUND = "login_session"
EXTRA_HEADERS = "identity_headers"


def visitor_of(connection: HTTPConnection) -> Visitor:
    """Where a request comes from; a browser's name for itself is cut and cleaned."""
    user_agent = connection.headers.get("user-agent", "")[:USER_AGENT_LENGTH]
    printable = "".join(character for character in user_agent if character.isprintable())
    return Visitor(client_address(connection), printable)


def note_session(connection: HTTPConnection, found: FoundSession) -> None:
    """Have the session that was found kept alive once the response is on its way."""
    connection.scope.setdefault("state", {})[FOUND] = found


def forget_session(connection: HTTPConnection) -> None:
    """Leave the session alone: this request has ended or replaced it."""
    connection.scope.setdefault("state", {}).pop(FOUND, None)


def set_headers(connection: HTTPConnection, headers: list[tuple[str, str]]) -> None:
    """Send these with the response, be it a success or a problem, unless it has its own."""
    connection.scope.setdefault("state", {})[EXTRA_HEADERS] = headers


class SessionUpkeep:
    """Rotate tokens that are due, slide idle ends, end sessions whose old token was replayed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        connection = HTTPConnection(scope)

        async def send_kept(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in state.get(EXTRA_HEADERS, ()):
                    headers.setdefault(name, value)
                for name, value in await _before_response(connection, state.get(FOUND)):
                    headers.append(name, value)
            await send(message)

        await self.app(scope, receive, send_kept)
        await _after_response(connection, state.get(FOUND))


async def _before_response(
    connection: HTTPConnection, found: FoundSession | None
) -> list[tuple[str, str]]:
    """What has to be in the database before the answer is sent, and the cookies that go with it."""
    if found is None:
        return []
    now, visitor = _now(connection), visitor_of(connection)
    if login_sessions.is_replay(found, now):
        await _write(
            connection,
            lambda session: login_sessions.revoke_replayed(session, found, visitor, now),
        )
        return removal_headers(connection, SESSION)
    if found.retired_at is not None or not needs_rotation(found.token_issued_at, now):
        return []
    issued = await _write(
        connection, lambda session: login_sessions.rotate(session, found, visitor, now)
    )
    if issued is None:
        return []
    forget_session(connection)
    seconds = int((issued.ends_at - now).total_seconds())
    return cookie_headers(connection, SESSION, issued.token, seconds)


async def _after_response(connection: HTTPConnection, found: FoundSession | None) -> None:
    now = _now(connection)
    if found is None or login_sessions.is_replay(found, now):
        return
    if needs_touch(found.last_seen_at, now):
        visitor = visitor_of(connection)
        await _write(connection, lambda session: login_sessions.touch(session, found, visitor, now))


async def _write(
    connection: HTTPConnection, work: Callable[[AsyncSession], Awaitable[Result]]
) -> Result | None:
    """Run `work` in a short transaction; None when the database is too busy or away.

    Only the waits for a connection and for locks are bounded: a commit that is cut off may have
    taken place.
    """
    database = cast("Database", connection.app.state.database)
    try:
        async with database.writers.begin() as session:
            async with asyncio.timeout(PATIENCE_SECONDS):
                taken = await session.connection()
            if taken.dialect.name == "postgresql":
                await session.execute(_LOCK_TIMEOUT)
            return await work(session)
    except (SQLAlchemyError, TimeoutError, OSError) as exc:
        log.warning("session.upkeep_failed", error=exc.__class__.__name__)
        return None


def _now(connection: HTTPConnection) -> datetime:
    return cast("Clock", connection.app.state.clock)()
