"""Heads of requests that go on and on, sent by somebody who need not be signed in."""

import socket
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest

from tests.server import RunningServer, running_server

LENGTH = 4 * 1024 * 1024
PIECE = b"x" * 16 * 1024


def answer_to(server: RunningServer, start: bytes) -> bytes:
    """What the server says to a head of four megabytes that begins so and then ends properly."""
    with socket.create_connection(
        ("127.0.0.1", urlsplit(server.url).port or 0), timeout=10
    ) as connection:
        answer = b""
        # The server hangs up in the middle; what it said before may be lost with the connection.
        with suppress(ConnectionError):
            connection.sendall(start)
            for _ in range(LENGTH // len(PIECE)):
                connection.sendall(PIECE)
            connection.sendall(b"\r\nConnection: close\r\n\r\n")
        with suppress(ConnectionError):
            while received := connection.recv(65536):
                answer += received
        return answer


@pytest.mark.parametrize("start", [b"Cookie: almanac_session=", b"X-Long: "])
def test_a_head_without_end_is_cut_off(data_dir: Path, start: bytes) -> None:
    with running_server(data_dir=data_dir) as server:
        head = b"GET /healthz/live HTTP/1.1\r\nHost: localhost\r\n" + start
        answer = answer_to(server, head)
        assert answer == b"" or answer.startswith(b"HTTP/1.1 431 ")
        assert httpx2.get(f"{server.url}/healthz/live").status_code == 200


def test_a_long_head_and_a_long_body_are_taken(data_dir: Path) -> None:
    with (
        running_server(data_dir=data_dir) as server,
        httpx2.Client(base_url=server.api, headers={"Origin": server.url}) as client,
    ):
        long = {"Cookie": "theirs=" + "x" * 30_000}
        for _ in range(3):  # on one connection: each head is counted for itself
            answer = client.post("/auth/logout", json={"filler": "x" * 500_000}, headers=long)
            assert answer.status_code == 204
