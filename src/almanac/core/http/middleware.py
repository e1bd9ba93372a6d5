"""Pure ASGI layers around the application: request id, security headers, retried transactions.

Pure ASGI because they must also cover 404, 413 and 500, and because each layer of the convenient
kind costs about 90 µs a request.
"""

import re
from collections.abc import Awaitable, Iterable

import structlog
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from almanac.core.errors import AlmanacError, TooLarge, Unavailable
from almanac.core.http.problems import expected_problem
from almanac.core.ids import new_id

log = structlog.get_logger(__name__)

REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
READING = frozenset({"GET", "HEAD"})
ATTEMPTS = 3
TOO_LARGE = 413
# PostgreSQL: serialisation failure, deadlock, connection errors, administrator shutdown.
RETRYABLE_STATES = frozenset(
    {"40001", "40P01", "08000", "08003", "08006", "57P01", "57P02", "57P03"}
)


class DatabaseBusy(Unavailable):
    code, title = "database_unavailable", "The database does not answer right now"


class RequestIdMiddleware:
    """Give every request an id: a valid inbound one is kept, and every response carries it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        inbound = dict(scope["headers"]).get(b"x-request-id", b"").decode("latin-1")
        request_id = inbound if REQUEST_ID.fullmatch(inbound) else new_id().hex
        scope.setdefault("state", {})["request_id"] = request_id
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        header = (b"x-request-id", request_id.encode())

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), header]}
            await send(message)

        await self.app(scope, receive, send_with_id)


class HeadersMiddleware:
    """Set headers that the response has not set itself.

    `api` ones below `/api/` and `/healthz`, `https` ones where people come that way.
    """

    def __init__(
        self,
        app: ASGIApp,
        everywhere: Iterable[tuple[str, str]],
        api: Iterable[tuple[str, str]],
        https: Iterable[tuple[str, str]],
        *,
        is_https: bool,
    ) -> None:
        self.app = app
        self.everywhere = _encoded(everywhere)
        self.api = [*self.everywhere, *_encoded(api)]
        self.https = _encoded(https)
        self.is_https = is_https

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        defaults = self.api if scope["path"].startswith(("/api/", "/healthz")) else self.everywhere
        if self.is_https or scope["scheme"] == "https":
            defaults = [*defaults, *self.https]

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", ()))
                own = {name for name, _ in headers}
                missing = [header for header in defaults if header[0] not in own]
                message = {**message, "headers": [*headers, *missing]}
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _encoded(headers: Iterable[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    """Headers as they go over the wire, where names are in lower case."""
    return [(name.lower().encode(), value.encode("latin-1")) for name, value in headers]


class CrashMiddleware:
    """The last resort: nothing about an unknown error leaves the server; the log has it by id.

    Stands inside the layers that set headers, so that a 500 carries them too.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def watched_send(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive, watched_send)
        except Exception:
            log.exception("request.crashed")
            if started:
                raise
            crash = expected_problem(scope["state"]["request_id"], AlmanacError())
            await crash(scope, receive, send)


class ShortcutMiddleware:
    """Hand what is read below a prefix to an application that needs no layer further in.

    No coroutine, because it only shows the way: other requests pass at no cost.
    """

    def __init__(self, app: ASGIApp, prefix: str, to: ASGIApp) -> None:
        self.app = app
        self.prefix = prefix
        self.to = to

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        is_below = (
            scope["type"] == "http"
            and scope["path"].startswith(self.prefix)
            and scope["method"] in READING
        )
        return (self.to if is_below else self.app)(scope, receive, send)


class TooLargeMiddleware:
    """Answer a body over the limit as a problem; the framework's own limiter sends plain text."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        replaced = False

        async def send_as_problem(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and _is_plain_refusal(message):
                replaced = True
                refusal = expected_problem(scope["state"]["request_id"], TooLarge())
                await refusal(scope, receive, send)
            elif not replaced:
                await send(message)

        await self.app(scope, receive, send_as_problem)


def _is_plain_refusal(start: Message) -> bool:
    kind = MutableHeaders(scope=start).get("content-type", "")
    return start["status"] == TOO_LARGE and kind.startswith("text/plain")


class RetryMiddleware:
    """Run a request again when its transaction could not be carried out.

    Safe because nothing is sent before the commit, a failed transaction leaves nothing behind,
    and side effects outside the database do not happen inside a request. A connection lost while
    committing is not retried: nobody knows whether that commit took place.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        replay = _Replay(receive)
        started = False

        async def watched_send(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        for attempt in range(1, ATTEMPTS + 1):
            try:
                await self.app(dict(scope), replay.start(), watched_send)
            except (DBAPIError, PoolTimeout) as exc:
                if started or not _is_transient(exc):
                    raise
                log.warning("request.retried", attempt=attempt, error=str(exc.__class__.__name__))
                if attempt == ATTEMPTS or not _is_repeatable(exc):
                    break
            else:
                return
        busy = DatabaseBusy(headers={"Retry-After": "2"})
        await expected_problem(scope["state"]["request_id"], busy)(scope, receive, send)


def _is_transient(exc: DBAPIError | PoolTimeout) -> bool:
    return isinstance(exc, PoolTimeout) or _is_repeatable(exc) or _is_away(exc)


def _is_away(exc: DBAPIError) -> bool:
    """Whether the database is not there, or SQLite's lock was waited for in vain."""
    message = str(exc.orig).lower()
    return exc.connection_invalidated or "connection" in message or "is locked" in message


def _is_repeatable(exc: DBAPIError | PoolTimeout) -> bool:
    """Whether the failed attempt certainly changed nothing, and another may fare better."""
    if isinstance(exc, PoolTimeout):
        return False
    state = getattr(exc.orig, "sqlstate", None)
    before_commit = exc.statement is not None
    return before_commit and (state in RETRYABLE_STATES or exc.connection_invalidated)


class _Replay:
    """A `receive` that remembers the body, so that a further attempt can read it again."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._seen: list[Message] = []

    def start(self) -> Receive:
        position = 0

        async def receive() -> Message:
            nonlocal position
            if position == len(self._seen):
                message = await self._receive()
                if message["type"] != "http.request":
                    return message
                self._seen.append(message)
            position += 1
            return self._seen[position - 1]

        return receive
