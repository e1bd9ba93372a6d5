"""Fixtures for use cases: one application per database and worker, emptied before each test.

People in tests are alice (an owner), bob (a stranger to her things) and admin.
"""

import os
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient
from hypothesis import settings as hypothesis_settings
from sqlalchemy import create_engine, make_url, text

from almanac.app import create_app
from almanac.core.db import Base, Database, sqlite_url
from almanac.core.settings import Settings
from almanac.identity import deps as identity_deps
from almanac.migrations import upgrade
from almanac.observability.logs import configure_logs
from tests.postgres import ensure_server

ORIGIN = "https://almanac.test"
SECRET_KEY = b"0123456789abcdef0123456789abcdef"
PASSWORD = "a quiet harbour at dusk"
configure_logs("json", "warning")
# No test asserts a time; and a run that decides about a change should decide the same twice.
hypothesis_settings.register_profile("almanac", deadline=None, derandomize="CI" in os.environ)
hypothesis_settings.load_profile("almanac")
NOON = datetime(2026, 3, 18, 12, 0, tzinfo=UTC)
BACKENDS = ("sqlite", "postgresql")
# Seconds since the epoch, at the beginning of a minute.
STILL = 1_800_000_000.0


@dataclass
class MovableClock:
    """The application's clock in tests."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def advance(self, by: timedelta) -> None:
        self.now += by


@pytest.fixture(autouse=True)
def still_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the minute of the limits from rolling over in the middle of a test.

    The library counts by the system's clock and has no other.
    """
    clock = SimpleNamespace(time=lambda: STILL)
    for module in (
        "almanac.core.window_counts",
        "limits.aio.strategies",
        "almanac.core.limits",
    ):
        monkeypatch.setattr(f"{module}.time", clock)


@pytest.fixture(scope="session")
def worker() -> str:
    return os.environ.get("PYTEST_XDIST_WORKER", "gw0")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL server on which databases may be made."""
    with ensure_server() as url:
        yield url


@pytest.fixture(scope="session", params=BACKENDS)
def migrated_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, worker: str
) -> Iterator[str]:
    """The URL of a migrated, empty database of this worker."""
    if request.param == "sqlite":
        url = sqlite_url(tmp_path_factory.mktemp("sqlite") / "almanac.db")
        upgrade(url)
        yield url
        return
    server = request.getfixturevalue("postgres_server")
    with fresh_postgres_database(server, f"almanac_{worker}") as url:
        upgrade(url)
        yield url


class fresh_postgres_database:  # noqa: N801 - used as a function
    """A database of this name, made anew on entry and dropped on exit."""

    def __init__(self, server: str, name: str) -> None:
        self.server, self.name = server, name

    def __enter__(self) -> str:
        self._run(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")
        self._run(f"CREATE DATABASE {self.name}")
        return make_url(self.server).set(database=self.name).render_as_string(hide_password=False)

    def __exit__(self, *_: object) -> None:
        self._run(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        engine = create_engine(self.server, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()


@pytest.fixture(params=BACKENDS)
def process_database_url(request: pytest.FixtureRequest, worker: str) -> Iterator[str | None]:
    """An empty database for server processes; None is the file in their data directory."""
    if request.param == "sqlite":
        yield None
        return
    server = request.getfixturevalue("postgres_server")
    with fresh_postgres_database(server, f"almanac_process_{worker}") as url:
        yield url


@pytest.fixture(scope="session")
async def shared_app(
    migrated_url: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[FastAPI]:
    settings = Settings(
        database_url=migrated_url, data_dir=tmp_path_factory.mktemp("data"), _env_file=None
    )
    app = create_app(settings, secret_key=SECRET_KEY, clock=MovableClock())
    yield app
    await app.state.database.dispose()


@pytest.fixture
async def app(shared_app: FastAPI) -> FastAPI:
    """The application over an empty database, its clock at noon UTC on Wednesday, 2026-03-18."""
    shared_app.state.clock.now = NOON
    identity_deps.install(shared_app, shared_app.state.identity)
    database: Database = shared_app.state.database
    async with database.writers.begin() as session:
        connection = await session.connection()
        tables = [table.name for table in reversed(Base.metadata.sorted_tables)]
        if connection.dialect.name == "postgresql":
            await session.execute(text(f"TRUNCATE {', '.join(tables)} CASCADE"))
        else:
            for table in tables:
                await session.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - our own names
    return shared_app


@pytest.fixture
def clock(app: FastAPI) -> MovableClock:
    return cast("MovableClock", app.state.clock)


@pytest.fixture
def database(app: FastAPI) -> Database:
    return cast("Database", app.state.database)


def browser(app: FastAPI, **headers: str) -> AsyncClient:
    """A client with a cookie jar of its own that sends what a browser's own page would send."""
    return AsyncClient(
        transport=ASGITransport(app, client=("192.0.2.1", 50000)),
        base_url=f"{ORIGIN}/api/v1",
        headers={"Sec-Fetch-Site": "same-origin", **headers},
    )


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[AsyncClient]:
    """Somebody who has not signed in."""
    async with browser(app) as anonymous:
        yield anonymous


async def sign_up(client: AsyncClient, email: str, **fields: Any) -> None:
    """Register and stay signed in."""
    body = {"email": email, "password": PASSWORD, "timezone": "Europe/Berlin", **fields}
    response = await client.post("/auth/register", json=body)
    assert response.status_code == 201, response.text


@pytest.fixture
async def admin(app: FastAPI) -> AsyncIterator[AsyncClient]:
    """The first account of the installation."""
    async with browser(app) as client:
        await sign_up(client, "admin@example.org")
        yield client


@pytest.fixture
async def alice(
    admin: AsyncClient,
    app: FastAPI,
) -> AsyncIterator[AsyncClient]:
    """A person in Berlin, signed in; not an administrator."""
    async with browser(app) as client:
        await sign_up(client, "alice@example.org", full_name="Alice")
        yield client


@pytest.fixture
async def bob(
    admin: AsyncClient,
    app: FastAPI,
) -> AsyncIterator[AsyncClient]:
    """Another person, signed in."""
    async with browser(app) as client:
        await sign_up(client, "bob@example.org", full_name="Bob")
        yield client


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"
