"""Cookies that carry secrets: how they are named, set, read and removed. No feature's rules.

Over https the name begins with `__Host-`, so that neither a sibling host nor a path can plant it.
Over plain http browsers refuse such cookies: there the name is bare and `Secure` is missing. On
`http://localhost` both are set, because most browsers and curl take `Secure` cookies there, and
Safari and most HTTP libraries do not.
"""

from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from almanac.core.http.content import public_origin

SESSION = "almanac_session"
# State from before somebody signs in, which is no identity.
BEFORE_SIGN_IN = "almanac_pre"
DEVICE = "almanac_device"
BEFORE_SIGN_IN_SECONDS = 600
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
PREFIX = "__Host-"


def read_cookie(connection: HTTPConnection, name: str) -> str | None:
    """The value of the cookie under the names that this origin may use; the prefixed one wins."""
    cookies = connection.cookies
    for full_name in _names(connection, name):
        value = cookies.get(full_name)
        if value:
            return value
    return None


def cookie_headers(
    connection: HTTPConnection, name: str, value: str, max_age_seconds: int
) -> list[tuple[str, str]]:
    """The `Set-Cookie` headers that store the cookie."""
    return [
        ("set-cookie", _render(full_name, value, max_age_seconds))
        for full_name in _names(connection, name)
    ]


def removal_headers(connection: HTTPConnection, name: str) -> list[tuple[str, str]]:
    """The `Set-Cookie` headers that remove the cookie."""
    return cookie_headers(connection, name, "", 0)


def _render(full_name: str, value: str, max_age_seconds: int) -> str:
    secure = "; Secure" if full_name.startswith(PREFIX) else ""
    return f"{full_name}={value}; Path=/; Max-Age={max_age_seconds}; HttpOnly; SameSite=Lax{secure}"


def _names(connection: HTTPConnection, name: str) -> tuple[str, ...]:
    origin = urlsplit(public_origin(connection))
    if origin.scheme == "https":
        return (PREFIX + name,)
    host = origin.hostname or ""
    if host in LOCAL_HOSTS or host.endswith(".localhost"):
        return (PREFIX + name, name)
    return (name,)
