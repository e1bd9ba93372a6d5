"""The least there can be: an ASGI application that runs one statement and writes JSON.

Answers every request with the account whose session token is in the cookie, in the same bytes as
Almanac, after the same statement on the same driver: no framework, no routing, no rules, no log.
The database is `REFERENCE_URL`.
"""

import hashlib
import os
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import aiosqlite
import orjson
import psycopg
from sqlalchemy import make_url
from starlette.types import Receive, Scope, Send

from almanac.core.clock import utc_now

CONNECTIONS = 16
FIELDS = (
    *("id", "email", "full_name", "is_active", "is_superuser", "timezone", "week_start"),
    *("day_start", "locale", "units", "created_at"),
)
STATEMENT = """
    SELECT users.id, users.email, users.full_name, users.is_active, users.is_superuser,
           users.timezone, users.week_start, users.day_start, users.locale, users.units,
           users.created_at, login_sessions.id, login_sessions.method, login_sessions.proved_at,
           login_sessions.token_hash, login_sessions.token_issued_at,
           login_sessions.last_seen_at, login_sessions.absolute_ends_at
    FROM users JOIN login_sessions ON login_sessions.user_id = users.id
    WHERE users.is_active AND login_sessions.idle_ends_at > {0}
      AND login_sessions.absolute_ends_at > {0} AND login_sessions.token_hash = {1}
"""
Row = Iterable[Any]
FindRow = Callable[[bytes], Awaitable[Row]]
URL = make_url(os.environ.get("REFERENCE_URL", "sqlite+aiosqlite://"))


async def connect_postgresql() -> FindRow:
    """Look a session up through psycopg, without prepared statements, as Almanac does."""
    address = URL.set(drivername="postgresql").render_as_string(hide_password=False)
    idle = [
        await psycopg.AsyncConnection.connect(address, autocommit=True, prepare_threshold=None)
        for _ in range(CONNECTIONS)
    ]
    statement = STATEMENT.format("%s", "%s").encode()

    async def find(token_hash: bytes) -> Row:
        connection, now = idle.pop(), utc_now()
        try:
            cursor = await connection.execute(statement, (now, now, token_hash))
            return await cursor.fetchone() or ()
        finally:
            idle.append(connection)

    return find


async def connect_sqlite() -> FindRow:
    """Look a session up through aiosqlite, whose connections live in threads of their own."""
    idle = [await aiosqlite.connect(URL.database or "") for _ in range(CONNECTIONS)]
    statement = STATEMENT.format("?", "?")

    async def find(token_hash: bytes) -> Row:
        connection, now = idle.pop(), utc_now().isoformat(" ").partition("+")[0]
        try:
            rows = list(await connection.execute_fetchall(statement, (now, now, token_hash)))
            row = list(rows[0])
        finally:
            idle.append(connection)
        return (_uuid(row[0]), *row[1:3], bool(row[3]), bool(row[4]), *row[5:10], _instant(row[10]))

    return find


def _uuid(text: str) -> str:
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _instant(text: str) -> str:
    return text.replace(" ", "T") + "Z"


class Application:
    """One route, one statement."""

    find: FindRow

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await receive()
            sqlite = URL.get_backend_name() == "sqlite"
            self.find = await (connect_sqlite() if sqlite else connect_postgresql())
            await send({"type": "lifespan.startup.complete"})
            await receive()
            # The process ends here, and with it its connections.
            os._exit(0)
        cookie = dict(scope["headers"]).get(b"cookie", b"").partition(b"=")[2]
        row = await self.find(hashlib.sha256(cookie).digest())
        body = orjson.dumps(dict(zip(FIELDS, row, strict=False)), option=orjson.OPT_UTC_Z)
        headers = [
            (b"content-type", b"application/json"),
            (b"content-length", str(len(body)).encode()),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})


app = Application()
