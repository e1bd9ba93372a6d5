"""The statements that a request sends to the database, to be counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, event

from almanac.core.db import Database


@contextmanager
def counted_statements(database: Database) -> Iterator[list[str]]:
    """Every statement sent to the database meanwhile, without those that begin transactions."""
    seen: list[str] = []

    def remember(_c: Connection, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith("BEGIN"):
            seen.append(statement)

    engines = [database.write_engine.sync_engine]
    if engines[0].dialect.name == "sqlite":  # PostgreSQL's reading engine shares the events
        engines.append(database.read_engine.sync_engine)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", remember)
    try:
        yield seen
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", remember)
