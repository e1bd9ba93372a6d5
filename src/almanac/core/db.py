"""Engines, sessions and the one place where a transaction is committed.

SQLite: one writing connection (`BEGIN IMMEDIATE`, so no lost updates and no lock upgrade), several
reading ones that WAL never blocks. PostgreSQL: one pool, readers in READ ONLY transactions.
Beside them a few connections for lookups, which need no transaction. Every wait is bounded, and
errors hide the parameters of their statements: those are secrets, or people's own words.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, cast

from fastapi import Depends, Request
from sqlalchemy import Connection, MetaData, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.pool import ConnectionPoolEntry

from almanac.core.http.content import SAFE_METHODS
from almanac.core.lookups import Lookups

CONVENTION = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
# Pools do not overflow: a connection above the size would be made and closed for each request.
POSTGRES_CONNECTIONS = 20
SQLITE_READERS = 4
LOOKUP_CONNECTIONS = 4
BUSY_TIMEOUT_MS = 5000
# Whoever waits longer than this for a connection is told to come back (503).
POOL_TIMEOUT_SECONDS = 10
# A host that swallows packets would be waited for until the kernel gives up, some two minutes.
CONNECT_TIMEOUT_SECONDS = 5


class Base(DeclarativeBase):
    """Every table; constraint names come from one convention so that migrations can name them."""

    metadata = MetaData(naming_convention=CONVENTION)


@dataclass(frozen=True, slots=True)
class Database:
    """The engines of one database and their session makers."""

    write_engine: AsyncEngine
    read_engine: AsyncEngine
    writers: async_sessionmaker[AsyncSession]
    readers: async_sessionmaker[AsyncSession]
    lookups: Lookups

    async def dispose(self) -> None:
        """Close every connection; SQLite's threads would otherwise keep the process alive."""
        await self.lookups.engine.dispose()
        await self.read_engine.dispose()
        await self.write_engine.dispose()


def sqlite_url(path: Path) -> str:
    """The URL of an SQLite database file."""
    return f"sqlite+aiosqlite:///{path}"


def open_database(url: str) -> Database:
    """Engines for `url`: SQLite (`sqlite+aiosqlite`) or PostgreSQL (`postgresql+psycopg`)."""
    if make_url(url).get_backend_name() == "sqlite":
        write, read, lookup = _sqlite_engines(url)
    else:
        write, read, lookup = _postgresql_engines(url)
    return Database(write, read, _maker(write), _maker(read), Lookups(lookup))


def _maker(engine: AsyncEngine) -> async_sessionmaker[AsyncSession]:
    return async_sessionmaker(engine, expire_on_commit=False, close_resets_only=False)


def _postgresql_engines(url: str) -> tuple[AsyncEngine, AsyncEngine, AsyncEngine]:
    def engine(size: int, **options: Any) -> AsyncEngine:
        return create_async_engine(
            url,
            pool_size=size,
            max_overflow=0,
            pool_timeout=POOL_TIMEOUT_SECONDS,
            pool_pre_ping=False,
            pool_recycle=1800,
            hide_parameters=True,
            connect_args={
                # Server-side prepared statements break behind a transaction pooler.
                "prepare_threshold": None,
                "connect_timeout": CONNECT_TIMEOUT_SECONDS,
            },
            **options,
        )

    write = engine(POSTGRES_CONNECTIONS)
    read = write.execution_options(postgresql_readonly=True)
    lookup = engine(LOOKUP_CONNECTIONS, isolation_level="AUTOCOMMIT", pool_reset_on_return=None)
    return write, read, lookup


def _sqlite_engines(url: str) -> tuple[AsyncEngine, AsyncEngine, AsyncEngine]:
    def engine(size: int, *pragmas: str, **options: Any) -> AsyncEngine:
        made = create_async_engine(
            url,
            pool_size=size,
            max_overflow=0,
            pool_timeout=POOL_TIMEOUT_SECONDS,
            hide_parameters=True,
            **options,
        )
        _configure_sqlite(made, pragmas)
        return made

    write = engine(1, "synchronous=FULL", "journal_mode=WAL")
    read = engine(SQLITE_READERS, "query_only=ON")
    _begin_with(write, "BEGIN IMMEDIATE")
    _begin_with(read, "BEGIN")
    return write, read, engine(LOOKUP_CONNECTIONS, "query_only=ON", pool_reset_on_return=None)


def _configure_sqlite(engine: AsyncEngine, pragmas: tuple[str, ...]) -> None:
    """Take transactions out of the driver's hands: its legacy mode loses updates in silence."""

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        cast("Any", connection).isolation_level = None
        cursor = connection.cursor()
        for pragma in (f"busy_timeout={BUSY_TIMEOUT_MS}", "foreign_keys=ON", *pragmas):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()


def _begin_with(engine: AsyncEngine, statement: str) -> None:
    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)


def request_database(request: Request) -> Database:
    """The application's database."""
    return cast("Database", request.app.state.database)


async def get_session(request: Request) -> AsyncIterator[AsyncSession]:
    """This request's transaction: read-only for safe methods, else committed on return.

    Any error rolls back. No connection is taken before the first statement.
    """
    database = request_database(request)
    maker = database.readers if request.method in SAFE_METHODS else database.writers
    async with maker.begin() as session:
        yield session


async def get_read_session(request: Request) -> AsyncIterator[AsyncSession]:
    """A read-only transaction beside the writing one, for look-ups before slow work."""
    async with request_database(request).readers.begin() as session:
        yield session


DatabaseDep = Annotated[Database, Depends(request_database)]
# scope="function": the commit happens before the response is sent, so a 2xx is a promise.
SessionDep = Annotated[AsyncSession, Depends(get_session, scope="function")]
ReadSessionDep = Annotated[AsyncSession, Depends(get_read_session, scope="function")]
