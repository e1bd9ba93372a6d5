"""Asks a provider, within bounds of time and size. Nobody holds a database meanwhile.

The address is the operator's, so it may lie in the operator's own network. No redirect is followed:
whoever answers there cannot send the server elsewhere. No error says more than its reason, because
the address may hold a key.
"""

import asyncio

import httpx2

import almanac

CONNECT_SECONDS = 5
TOTAL_SECONDS = 10
MAX_BYTES = 1024 * 1024
HEADERS = {
    "Accept": "application/json",
    # What is not packed cannot burst when it is unpacked.
    "Accept-Encoding": "identity",
    "User-Agent": f"almanac/{almanac.__version__}",
}


class ProviderFailed(Exception):
    """A provider gave nothing usable; `retry_after` is when it wants to be asked again."""

    def __init__(self, reason: str, retry_after: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after


async def fetch(url: str, *, seconds: float = TOTAL_SECONDS) -> bytes:
    """The body that the provider answers within that time. Raises `ProviderFailed`."""
    limits = httpx2.Timeout(seconds, connect=min(seconds, CONNECT_SECONDS))
    try:
        async with (
            asyncio.timeout(seconds),
            httpx2.AsyncClient(headers=HEADERS, timeout=limits, follow_redirects=False) as client,
            client.stream("GET", url) as response,
        ):
            _accept(response)
            return await _read(response)
    except (TimeoutError, httpx2.TimeoutException):
        raise ProviderFailed("timed_out") from None  # the cause would name the address
    except httpx2.ConnectError:
        raise ProviderFailed("unreachable") from None  # likewise
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise ProviderFailed(type(error).__name__) from None  # likewise


def _accept(response: httpx2.Response) -> None:
    """Refuse what need not be read."""
    if response.has_redirect_location:
        raise ProviderFailed("redirected")
    if response.status_code != httpx2.codes.OK:
        raise ProviderFailed(f"status_{response.status_code}", response.headers.get("Retry-After"))
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise ProviderFailed("compressed")


async def _read(response: httpx2.Response) -> bytes:
    body = bytearray()
    async for part in response.aiter_raw():
        body += part
        if len(body) > MAX_BYTES:
            raise ProviderFailed("too_large")
    return bytes(body)
