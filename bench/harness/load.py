"""Load over loopback: `wrk` where it is installed, else a bounded client of our own.

Both keep a number of connections busy for a few seconds and count answers; every answer that is
not 200 is an error.
"""

import asyncio
import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

import httptools

CONNECTIONS = 16
LONGEST_SECONDS = 10


class LoadFailed(Exception):
    """The load could not be made, or was answered with errors."""


@dataclass(frozen=True, slots=True)
class Request:
    """A GET that is sent again and again."""

    url: str
    headers: tuple[tuple[str, str], ...]


def requests_per_second(request: Request, seconds: float) -> float:
    """How many answers came in a second. Raises `LoadFailed` when one of them was an error."""
    seconds = min(seconds, LONGEST_SECONDS)
    wrk = shutil.which("wrk")
    if wrk is not None:
        return _with_wrk(wrk, request, seconds)
    return asyncio.run(_with_own_client(request, seconds))


def _with_wrk(wrk: str, request: Request, seconds: float) -> float:
    headers = [word for name, value in request.headers for word in ("-H", f"{name}: {value}")]
    done = subprocess.run(
        [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{round(seconds)}s", *headers, request.url],
        capture_output=True,
        text=True,
        timeout=seconds + 30,
        check=False,
    )
    rate = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    if rate is None or "Non-2xx" in done.stdout or "Socket errors" in done.stdout:
        raise LoadFailed(f"{request.url}\n{done.stdout}{done.stderr}")
    return float(rate[1])


async def _with_own_client(request: Request, seconds: float) -> float:
    begun = time.perf_counter()
    until = begun + seconds
    async with asyncio.timeout(seconds + 30):
        counts = await asyncio.gather(*(_ask(request, until) for _ in range(CONNECTIONS)))
    return sum(counts) / (time.perf_counter() - begun)


async def _ask(request: Request, until: float) -> int:
    parts = urlsplit(request.url)
    lines = [f"GET {parts.path or '/'} HTTP/1.1", f"Host: {parts.netloc}"]
    lines += [f"{name}: {value}" for name, value in request.headers]
    sent = ("\r\n".join(lines) + "\r\n\r\n").encode()
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    answers = 0
    try:
        while time.perf_counter() < until:
            writer.write(sent)
            await _read_answer(request, reader)
            answers += 1
    finally:
        writer.close()
    return answers


async def _read_answer(request: Request, reader: asyncio.StreamReader) -> None:
    answer = _Answer()
    parser = httptools.HttpResponseParser(answer)
    while not answer.is_over:
        data = await reader.read(65536)
        if not data:
            raise LoadFailed(f"{request.url}: the connection was closed")
        parser.feed_data(data)
    if parser.get_status_code() != 200:  # noqa: PLR2004 - OK
        raise LoadFailed(f"{request.url}: {parser.get_status_code()}")


class _Answer:
    """What the parser tells: here only that the answer is over."""

    is_over = False

    def on_message_complete(self) -> None:
        self.is_over = True
