"""PostgreSQL restarts or goes away under a running server, which says so and then goes on."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import psycopg
import pytest
from sqlalchemy import make_url

from tests.conftest import fresh_postgres_database
from tests.server import RunningServer, running_server

PASSWORD = "a quiet harbour at dusk"
MORE_THAN_ALL_POOLS = 60


@contextmanager
def maintenance(server: str) -> Iterator[psycopg.Connection[Any]]:
    """The server's own database, from which the application's can be shut."""
    url = make_url(server).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


def end_connections(connection: psycopg.Connection[Any], name: str) -> None:
    query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
    connection.execute(query, (name,)).fetchall()


@pytest.fixture
def name(worker: str) -> str:
    return f"almanac_away_{worker}"


@pytest.fixture
def server(postgres_server: str, name: str, data_dir: Path) -> Iterator[RunningServer]:
    with (
        fresh_postgres_database(postgres_server, name) as url,
        running_server(data_dir=data_dir, database_url=url) as running,
    ):
        yield running


@pytest.fixture
def alice(server: RunningServer) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=server.api, headers={"Origin": server.url}, timeout=60) as client:
        body = {"email": "alice@example.org", "password": PASSWORD}
        assert client.post("/auth/register", json=body).status_code == 201
        yield client


def change(alice: httpx2.Client, minutes: int) -> int:
    return alice.patch("/users/me", json={"day_start": minutes}).status_code


def test_a_restart_that_ends_every_connection_fails_no_request(
    postgres_server: str, name: str, alice: httpx2.Client
) -> None:
    with ThreadPoolExecutor(MORE_THAN_ALL_POOLS) as threads:
        opened = list(threads.map(lambda minutes: change(alice, minutes), range(120)))
    assert set(opened) == {200}
    with maintenance(postgres_server) as connection:
        end_connections(connection, name)
    assert change(alice, 7) == 200
    assert alice.get("/users/me").json()["day_start"] == 7


def test_a_database_that_is_away_is_503_until_it_is_back(
    postgres_server: str, name: str, server: RunningServer, alice: httpx2.Client
) -> None:
    with maintenance(postgres_server) as connection:
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        end_connections(connection, name)
        for answer in (
            alice.get("/users/me"),
            alice.patch("/users/me", json={"day_start": 5}),
            # Which most layers do not stand before.
            httpx2.get(f"{server.url}/b/0123456789AB", timeout=60),
            alice.post("/auth/login", json={"email": "alice@example.org", "password": PASSWORD}),
        ):
            assert (answer.status_code, answer.json()["code"]) == (503, "database_unavailable")
            assert answer.headers["retry-after"] == "2"
        assert httpx2.get(f"{server.url}/healthz/ready").status_code == 503
        assert httpx2.get(f"{server.url}/healthz/live").status_code == 200
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    assert change(alice, 7) == 200
    assert httpx2.get(f"{server.url}/healthz/ready").status_code == 200
    assert "crashed" not in server.log.read_text()
