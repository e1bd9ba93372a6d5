"""Structured logs: one line of JSON or a readable line per event, with the request's id.

No secrets: headers and bodies are never logged, and a path is logged without its query. Where the
path itself is a key, as that of a shared page is, it is logged up to the key.
"""

import logging
import re
import sys
import time
from collections.abc import MutableMapping
from typing import Any, Literal

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# What repeats our own lines, and clients that would write whole addresses, keys included.
QUIET = ("uvicorn.access", "apscheduler", "alembic", "httpx2", "httpcore2")
# What would make a value look like two, or like none.
_DIVIDING = re.compile(r"""[\s="']|^$""")


def configure_logs(form: Literal["console", "json"], level: str) -> None:
    """Have structlog and the standard library's loggers write the same kind of lines to stderr."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer: Any = structlog.processors.JSONRenderer() if form == "json" else readable_line
    endings = [structlog.processors.format_exc_info, renderer]
    # Our own lines take the short way: one for each request through `logging` costs three times it.
    structlog.configure(
        processors=[*shared, *endings],
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(level),
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *endings],
    )
    handler = logging.StreamHandler()
    handler.setFormatter(formatter)
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def readable_line(_logger: object, _name: str, event: MutableMapping[str, Any]) -> str:
    """An event as one line, and its traceback below; the library's takes thrice the time."""
    words = [event.pop("timestamp"), f"[{event.pop('level'):8}]", f"{event.pop('event')!s:24}"]
    traceback = event.pop("exception", None)
    words += [f"{name}={_readable(value)}" for name, value in event.items()]
    return " ".join(words) if traceback is None else f"{' '.join(words)}\n{traceback}"


def _readable(value: object) -> str:
    """A value that cannot be taken for two, and that writes nothing but itself on a terminal."""
    text = str(value)
    is_one = text.isprintable() and not _DIVIDING.search(text)
    return text if is_one else repr(text)


class AccessLogMiddleware:
    """One line for each request: method, path, status and duration in milliseconds.

    Below the prefixes `secret_below` everything is a key and stays out of the log.
    """

    def __init__(self, app: ASGIApp, secret_below: tuple[str, ...] = ()) -> None:
        self.app = app
        self.secret_below = secret_below
        self.log = structlog.get_logger("almanac.access")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = _milliseconds()
        status = 500

        async def watched_send(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, watched_send)
        finally:
            self.log.info(
                "request",
                method=scope["method"],
                path=self._loggable(scope["path"]),
                status=status,
                ms=round(_milliseconds() - started, 1),
            )

    def _loggable(self, path: str) -> str:
        # Whatever was typed around it, such as a second slash in front.
        local = f"/{path.lstrip('/')}"
        found = (prefix for prefix in self.secret_below if local.startswith(prefix))
        prefix = next(found, None)
        return path if prefix is None else f"{prefix}***"


def _milliseconds() -> float:
    return time.perf_counter() * 1000
