"""A small real provider of quotes: answers right, wrong, slowly or never, as a test asks it to."""

import gzip
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

MIB = 1024 * 1024


class Exchange(BaseHTTPRequestHandler):
    """One request; the provider's present way of answering decides what comes of it."""

    server: "Provider"
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.close_connection = True
        self.server.note(self.path, dict(self.headers))
        # Whoever asked may have gone meanwhile.
        with suppress(BrokenPipeError, ConnectionResetError):
            self.server.answer(self)

    def log_message(self, *_: Any) -> None:
        """Tests print no access log."""

    def reply(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


Answer = Callable[[Exchange], None]


class Provider(ThreadingHTTPServer):
    """Listens on a free port of this machine. `answer` may be exchanged at any time."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.answer: Answer = quotes()
        self.asked: list[str] = []
        self.headers: dict[str, str] = {}
        self.was_asked = threading.Event()
        self.ends = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/api/quotes"

    def note(self, path: str, headers: dict[str, str]) -> None:
        self.asked.append(path)
        self.headers = headers
        self.was_asked.set()


@contextmanager
def running_provider() -> Iterator[Provider]:
    """A provider that listens while the block lasts."""
    provider = Provider()
    thread = threading.Thread(target=provider.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield provider
    finally:
        provider.ends.set()
        provider.shutdown()
        thread.join()
        provider.server_close()


def texts(*names: str) -> list[dict[str, str]]:
    """Entries in ZenQuotes' form. They are no quotations, only texts to tell apart."""
    return [
        {"q": f"Text {name}", "a": "Writer of tests", "h": f"<blockquote>{name}</blockquote>"}
        for name in names
    ]


def quotes(*names: str) -> Answer:
    """Answers as a provider should."""
    return with_json(texts(*(names or ("one", "two", "three"))))


def with_json(value: Any) -> Answer:
    return with_body(json.dumps(value).encode(), Content_Type="application/json")


def with_body(body: bytes, status: int = 200, **headers: str) -> Answer:
    return lambda exchange: exchange.reply(status, body, **headers)


def in_parts(parts: Sequence[bytes], pause: float, announced: int | None = None) -> Answer:
    """Sends a body bit by bit with a pause after each; `announced` may be more than comes."""

    def answer(exchange: Exchange) -> None:
        exchange.send_response(200)
        if announced is not None:
            exchange.send_header("Content-Length", str(announced))
        exchange.end_headers()
        for part in parts:
            exchange.wfile.write(part)
            if exchange.server.ends.wait(pause):
                return

    return answer


def endless(exchange: Exchange) -> None:
    """A list that does not stop."""
    exchange.send_response(200)
    exchange.end_headers()
    exchange.wfile.write(b"[")
    while not exchange.server.ends.is_set():
        exchange.wfile.write(b'{"q": "a", "a": "b"},' * 4096)


def never(exchange: Exchange) -> None:
    """Takes the request and says nothing."""
    exchange.server.ends.wait()


def cut(exchange: Exchange) -> None:
    """Ends the connection in the middle of the body."""
    exchange.send_response(200)
    exchange.send_header("Content-Length", "1000")
    exchange.end_headers()
    exchange.wfile.write(b'[{"q": "Text')


def bomb(exchange: Exchange) -> None:
    """Few bytes that would be 64 MiB when unpacked."""
    exchange.reply(200, gzip.compress(b" " * (64 * MIB)), Content_Encoding="gzip")
