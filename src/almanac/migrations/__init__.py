"""The history of the schema, and the functions that carry a database along it.

Inside the package so that an installed wheel can migrate. One upgrade is one transaction on both
databases: a process killed half-way leaves the old schema.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from almanac.core.db import CONNECT_TIMEOUT_SECONDS

# Any constant will do; it must only be the same in every process that migrates.
ADVISORY_LOCK = 0x416C6D616E6163


class SchemaTooNew(Exception):
    """The database was written by a newer version of Almanac than this one."""


class BrokenReferences(Exception):
    """A migration would have left rows that point to nothing."""


@dataclass(frozen=True, slots=True)
class SchemaState:
    """Where a database stands: its revision (None when empty) and the newest this program knows."""

    revision: str | None
    head: str
    known: bool

    @property
    def is_current(self) -> bool:
        return self.revision == self.head


def head_revision() -> str:
    """The newest revision that this program knows."""
    return ScriptDirectory(str(Path(__file__).parent)).get_current_head() or ""


def schema_state(url: str) -> SchemaState:
    """Compare the database at `url` with the migrations of this program."""
    engine = _sync_engine(url)
    try:
        with engine.connect() as connection:
            return _state(connection)
    finally:
        engine.dispose()


def upgrade(url: str, revision: str = "head") -> SchemaState:
    """Bring the database at `url` to `revision`, under a lock, in one transaction.

    Raises `SchemaTooNew` when the database has a revision that this program does not know, and
    `BrokenReferences` (rolled back) when a row would be left without its parent.
    """
    engine = _sync_engine(url)
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(
                    text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK}
                )
            before = _state(connection)
            if not before.known:
                raise SchemaTooNew(before.revision)
            if before.revision != revision:
                command.upgrade(_config(connection), revision)
            if connection.dialect.name == "sqlite":
                _check_references(connection)
            return _state(connection)
    finally:
        engine.dispose()


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise BrokenReferences(str(tuple(broken)))


def _state(connection: Connection) -> SchemaState:
    scripts = ScriptDirectory(str(Path(__file__).parent))
    revision = MigrationContext.configure(connection).get_current_revision()
    known = revision is None or revision in {script.revision for script in scripts.walk_revisions()}
    return SchemaState(revision, head_revision(), known)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config


def _sync_engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(
            parsed,
            poolclass=NullPool,
            hide_parameters=True,
            connect_args={"connect_timeout": CONNECT_TIMEOUT_SECONDS},
        )
    engine = create_engine(parsed.set(drivername="sqlite"), poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def on_connect(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        # Foreign keys stay off (the default): rebuilding a table would delete its children.
        cast("Any", connection).isolation_level = None
        cursor = connection.cursor()
        for pragma in ("busy_timeout=30000", "journal_mode=WAL", "synchronous=FULL"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
