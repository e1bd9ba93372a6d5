"""`almanac serve` as a process: how it starts, what stops the start, and how it ends."""

import re
import signal
import socket
import stat
import time
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest
from sqlalchemy import create_engine, text

from almanac.core.db import sqlite_url
from tests.conftest import PASSWORD
from tests.postgres import free_port
from tests.server import RunningServer, run_almanac, running_server, start_server

ACCOUNT = b'{"email": "alice@example.org", "password": "%s"}' % PASSWORD.encode()


def test_a_first_start_makes_everything_and_says_where(
    data_dir: Path, process_database_url: str | None
) -> None:
    with running_server(data_dir=data_dir, database_url=process_database_url) as server:
        said = server.log.read_text()
        assert httpx2.get(f"{server.url}/healthz/live").status_code == 200
    assert f"http://localhost:{urlsplit(server.url).port}" in said
    assert str(data_dir) in said
    assert ("PostgreSQL, almanac_process" if process_database_url else "SQLite") in said
    assert "the first one becomes administrator" in said
    assert stat.S_IMODE(data_dir.stat().st_mode) == 0o700
    assert stat.S_IMODE((data_dir / "secret_key").stat().st_mode) == 0o600


def test_a_second_start_keeps_the_key_the_data_and_the_sign_in(
    data_dir: Path, process_database_url: str | None
) -> None:
    with running_server(data_dir=data_dir, database_url=process_database_url) as server:
        cookies = sign_up(server)
        key = (data_dir / "secret_key").read_bytes()
    with running_server(data_dir=data_dir, database_url=process_database_url) as server:
        answer = httpx2.get(f"{server.api}/users/me", cookies=cookies)
        said = server.log.read_text()
    assert answer.json()["email"] == "alice@example.org"
    assert (data_dir / "secret_key").read_bytes() == key
    assert "no account yet" not in said


def sign_up(server: RunningServer) -> dict[str, str]:
    with httpx2.Client(headers={"Sec-Fetch-Site": "same-origin"}) as client:
        headers = {"Content-Type": "application/json"}
        client.post(f"{server.api}/auth/register", content=ACCOUNT, headers=headers)
        return {cookie.name: cookie.value or "" for cookie in client.cookies.jar}


@pytest.mark.parametrize("signal_number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_lets_a_running_request_finish(data_dir: Path, signal_number: int) -> None:
    server = start_server(data_dir=data_dir)
    address = urlsplit(server.url)
    head = (
        b"POST /api/v1/auth/register HTTP/1.1\r\nHost: almanac.test\r\n"
        b"Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n"
        b"Content-Length: %d\r\n\r\n" % len(ACCOUNT)
    )
    with socket.create_connection((address.hostname, address.port), timeout=15) as connection:
        connection.sendall(head + ACCOUNT[:20])
        time.sleep(0.3)  # the server has begun to answer it
        server.process.send_signal(signal_number)
        time.sleep(0.3)  # and has been told to end
        connection.sendall(ACCOUNT[20:])
        answer = connection.recv(65536)
    assert answer.startswith(b"HTTP/1.1 201")
    assert server.process.wait(15) == 0
    assert "Traceback" not in server.log.read_text()


def test_a_connection_that_rests_is_kept_for_the_next_request(data_dir: Path) -> None:
    request = b"GET /healthz/live HTTP/1.1\r\nHost: almanac.test\r\n\r\n"
    with running_server(data_dir=data_dir) as server:
        address = urlsplit(server.url)
        with socket.create_connection((address.hostname, address.port), timeout=6) as connection:
            connection.sendall(request)
            assert connection.recv(65536).startswith(b"HTTP/1.1 200")
            with pytest.raises(TimeoutError):  # neither an answer nor an end
                connection.recv(1)
            connection.sendall(request)
            assert connection.recv(65536).startswith(b"HTTP/1.1 200")


def test_a_request_that_never_ends_does_not_keep_the_server_alive(data_dir: Path) -> None:
    server = start_server(data_dir=data_dir)
    address = urlsplit(server.url)
    with socket.create_connection((address.hostname, address.port), timeout=30) as connection:
        connection.sendall(
            b"POST /api/v1/auth/register HTTP/1.1\r\nHost: almanac.test\r\n"
            b"Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n"
            b"Content-Length: 100\r\n\r\n{"
        )
        time.sleep(0.3)  # the server has begun to answer it
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(20) == 0


def test_a_taken_port_is_one_clear_line(data_dir: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ended = run_almanac("serve", "--port", str(port), data_dir=data_dir)
    assert ended.returncode == 1
    assert re.fullmatch(rf"almanac: Port {port} is taken .*--port.*\n", ended.stderr)
    assert not data_dir.exists(), "a server that cannot listen leaves nothing behind"


def test_a_file_in_the_place_of_the_data_directory_is_one_clear_line(data_dir: Path) -> None:
    data_dir.write_text("")
    ended = run_almanac("serve", "--port", str(free_port()), data_dir=data_dir)
    assert ended.returncode == 1
    assert ended.stderr == (
        f"almanac: The data directory {data_dir} cannot be made: a file is there\n"
    )


def test_a_database_of_a_newer_version_is_one_clear_line(
    data_dir: Path, process_database_url: str | None
) -> None:
    migrated = run_almanac("migrate", data_dir=data_dir, database_url=process_database_url)
    assert migrated.returncode == 0, migrated.stderr
    url = process_database_url or sqlite_url(data_dir / "almanac.db")
    engine = create_engine(url.replace("+aiosqlite", ""))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    port = str(free_port())
    ended = run_almanac(
        "serve", "--port", port, data_dir=data_dir, database_url=process_database_url
    )
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "written by a newer version of Almanac (migration 9999)" in ended.stderr


def test_an_unreachable_database_is_one_clear_line_without_its_password(data_dir: Path) -> None:
    port = free_port()
    url = f"postgresql://almanac:hidden-word@127.0.0.1:{port}/almanac"
    ended = run_almanac("serve", "--port", str(free_port()), data_dir=data_dir, database_url=url)
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert f"PostgreSQL, almanac at 127.0.0.1:{port}" in ended.stderr
    assert "hidden-word" not in ended.stderr


def test_a_file_that_is_no_database_is_one_clear_line(data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "almanac.db").write_text("a shopping list, much longer than a header " * 20)
    ended = run_almanac("serve", "--port", str(free_port()), data_dir=data_dir)
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "file is not a database" in ended.stderr


def test_two_servers_share_one_sqlite_file(data_dir: Path) -> None:
    with (
        running_server(data_dir=data_dir) as first,
        running_server(data_dir=data_dir) as second,
    ):
        cookies = sign_up(first)
        seen = httpx2.get(f"{second.api}/users/me", cookies=cookies)
    assert seen.json()["email"] == "alice@example.org"


@pytest.mark.parametrize(
    ("given", "warns"),
    [
        ({}, False),
        ({"ALMANAC_PUBLIC_URL": "https://almanac.example.org"}, False),
        ({"ALMANAC_PUBLIC_URL": "http://localhost:8000"}, False),
        ({"ALMANAC_PUBLIC_URL": "http://almanac.example.org"}, True),
    ],
)
def test_plain_http_on_a_public_address_is_warned_about(
    data_dir: Path, given: dict[str, str], warns: bool
) -> None:
    with running_server(data_dir=data_dir, env=given) as server:
        said = server.log.read_text()
    assert ("Warning: ALMANAC_PUBLIC_URL is plain http" in said) is warns


def test_a_database_host_that_swallows_packets_is_not_waited_for_long(data_dir: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"127.0.0.1:{silent.getsockname()[1]}"
        url = f"postgresql://almanac:hidden-word@{address}/almanac"
        started = time.monotonic()
        ended = run_almanac(
            "serve", "--port", str(free_port()), data_dir=data_dir, database_url=url
        )
    assert time.monotonic() - started < 20
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert f"PostgreSQL, almanac at {address}" in ended.stderr
