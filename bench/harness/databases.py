"""Databases to measure on: an SQLite file and a PostgreSQL database, migrated and thrown away."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine, make_url, text

from almanac.core.db import sqlite_url
from almanac.migrations import upgrade
from tests.postgres import ensure_server

NAME = "almanac_bench"


@contextmanager
def sqlite() -> Iterator[str]:
    """A migrated SQLite database in a temporary directory."""
    with TemporaryDirectory(prefix="almanac-bench-") as directory:
        url = sqlite_url(Path(directory) / "almanac.db")
        upgrade(url)
        yield url


@contextmanager
def postgresql() -> Iterator[str]:
    """A migrated PostgreSQL database, on the server that tests use."""
    with ensure_server() as server:
        _run(server, f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
        _run(server, f"CREATE DATABASE {NAME}")
        url = make_url(server).set(database=NAME).render_as_string(hide_password=False)
        upgrade(url)
        yield url
        _run(server, f"DROP DATABASE {NAME} WITH (FORCE)")


DATABASES = {"PostgreSQL": postgresql, "SQLite": sqlite}


def _run(server: str, statement: str) -> None:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
