"""What a request leaves in the access log."""

from typing import cast

import pytest
from starlette.types import Message, Receive, Scope, Send
from structlog.testing import CapturingLogger

from almanac.app import SECRET_PATHS
from almanac.observability.logs import AccessLogMiddleware


async def answered(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})


async def log_of(path: str) -> dict[str, object]:
    layer = AccessLogMiddleware(answered, secret_below=SECRET_PATHS)
    layer.log = CapturingLogger()

    async def send(message: Message) -> None:
        assert message["status"] == 200

    await layer({"type": "http", "method": "GET", "path": path}, None, send)  # type: ignore[arg-type] # nothing is received
    (call,) = layer.log.calls
    return cast("dict[str, object]", call.kwargs)


async def test_a_request_leaves_its_path() -> None:
    line = await log_of("/api/v1/today")
    assert (line["method"], line["path"], line["status"]) == ("GET", "/api/v1/today", 200)


@pytest.mark.parametrize("below", SECRET_PATHS)
@pytest.mark.parametrize("rest", ["key", "key/more", "/key", "key.ics"])
async def test_a_path_that_is_a_key_leaves_none_of_it(below: str, rest: str) -> None:
    assert (await log_of(below + rest))["path"] == f"{below}***"
    assert (await log_of("/" + below + rest))["path"] == f"{below}***"


async def test_a_path_that_only_begins_alike_is_kept() -> None:
    assert (await log_of("/routines"))["path"] == "/routines"
