"""What kinds of body the JSON routes accept, and under which address the server is reached."""

from typing import cast

from fastapi import Request
from starlette.requests import HTTPConnection

from almanac.core.errors import AlmanacError

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class UnsupportedMediaType(AlmanacError):
    status, code, title = 415, "unsupported_media_type", "This route takes JSON only"


async def json_only(request: Request) -> None:
    """Refuse a body that does not call itself `application/json`.

    A form that another site makes a browser send cannot carry that type without a preflight.
    """
    if request.method in SAFE_METHODS:
        return
    has_body = request.headers.get("content-length", "0") != "0" or (
        "transfer-encoding" in request.headers
    )
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if has_body and media_type != "application/json":
        raise UnsupportedMediaType


def public_origin(request: HTTPConnection) -> str:
    """Scheme and host as people reach this server: the configured ones, else the request's."""
    configured = cast("str | None", request.app.state.public_url)
    return configured or f"{request.url.scheme}://{request.url.netloc}"
