"""Unsafe requests must come from our own pages, or prove that they do not come from a browser.

In this order: a bearer token without cookies is exempt; `Sec-Fetch-Site` must say `same-origin`;
without it `Origin` must be the public origin; without both `X-CSRF-Token` must be the token that
`GET /auth/csrf` handed out for this session. Signing in and up are not exempt.
"""

from collections.abc import Awaitable
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from almanac.core.errors import Forbidden
from almanac.core.http.content import SAFE_METHODS, public_origin
from almanac.core.http.cookies import BEFORE_SIGN_IN, SESSION, read_cookie
from almanac.core.http.problems import expected_problem
from almanac.core.security import is_signature, new_token, secret_key, signature

HEADER = "X-CSRF-Token"
PURPOSE = "csrf"
DEFAULT_PORTS = {"http": 80, "https": 443}


class CsrfFailed(Forbidden):
    code, title = "csrf_failed", "This request did not come from Almanac's own pages"


class CsrfMiddleware:
    """Refuse unsafe requests that another site may have made a browser send.

    No coroutine of its own, so that safe requests pass at no cost.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if (
            scope["type"] != "http"
            or scope["method"] in SAFE_METHODS
            or _is_own(HTTPConnection(scope))
        ):
            return self.app(scope, receive, send)
        request_id = scope.get("state", {}).get("request_id", "")
        return expected_problem(request_id, CsrfFailed())(scope, receive, send)


def csrf_token(key: bytes, bound_to: str) -> str:
    """A fresh token for the session (or the state before signing in) whose cookie is `bound_to`."""
    nonce = new_token()
    return f"{nonce}.{signature(key, PURPOSE, nonce, bound_to)}"


def csrf_binding(connection: HTTPConnection) -> str | None:
    """The cookie to which a token of this client is bound."""
    return read_cookie(connection, SESSION) or read_cookie(connection, BEFORE_SIGN_IN)


def _is_own(connection: HTTPConnection) -> bool:
    headers = connection.headers
    if headers.get("authorization", "").lower().startswith("bearer ") and "cookie" not in headers:
        return True
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = headers.get("origin")
    if origin is not None:
        return _same_origin(origin, public_origin(connection))
    return _has_token(connection)


def _same_origin(origin: str, expected: str) -> bool:
    parts = _origin_parts(origin)
    return parts is not None and parts == _origin_parts(expected)


def _origin_parts(origin: str) -> tuple[str, str, int | None] | None:
    """Scheme, host and port of an origin, or None for `null` and anything malformed."""
    try:
        parts = urlsplit(origin)
        port = parts.port or DEFAULT_PORTS.get(parts.scheme)
    except ValueError:
        return None
    bare = not (parts.path or parts.query or parts.fragment or parts.username)
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname or not bare:
        return None
    return parts.scheme, parts.hostname, port


def _has_token(connection: HTTPConnection) -> bool:
    nonce, _, signed = connection.headers.get(HEADER, "").partition(".")
    bound_to = csrf_binding(connection)
    if not nonce or bound_to is None:
        return False
    return is_signature(signed, secret_key(connection), PURPOSE, nonce, bound_to)
