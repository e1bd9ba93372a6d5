"""Statements that stand alone, straight on the driver: for the few reads that every request makes.

A session with its transaction costs ten times such a statement. What needs two statements, or one
transaction with something else, goes through the sessions of `core.db`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self, cast

from sqlalchemy import Dialect, Select
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import QueuePool

from almanac.core.joined import Joined

Processor = Callable[[Any], Any] | None


@dataclass(frozen=True, slots=True)
class CompiledLookup:
    """A statement in a driver's words, with what its column types do to values on the way."""

    sql: str
    writers: Mapping[str, Processor]
    readers: Sequence[Processor]
    # For drivers that take parameters in order.
    order: Sequence[str] | None

    @classmethod
    def of(cls, statement: Select[Any], dialect: Dialect) -> Self:
        """Compile a statement whose parameters are all named and given with each call."""
        compiled: Any = statement.compile(dialect=dialect)
        return cls(
            sql=str(compiled),
            writers={
                name: parameter.type.dialect_impl(dialect).bind_processor(dialect)
                for name, parameter in compiled.binds.items()
            },
            readers=[
                column.type.dialect_impl(dialect).result_processor(dialect, None)
                for column in statement.selected_columns
            ],
            order=compiled.positiontup,
        )

    def parameters(self, values: Mapping[str, Any]) -> Any:
        """The values as the driver takes them."""
        written = {
            name: values[name] if write is None else write(values[name])
            for name, write in self.writers.items()
        }
        return written if self.order is None else [written[name] for name in self.order]

    def row(self, found: Sequence[Any]) -> tuple[Any, ...]:
        """What the driver found, as the column types give it to us."""
        return tuple(
            [
                value if read is None else read(value)
                for read, value in zip(self.readers, found, strict=True)
            ]
        )


class Lookups:
    """Connections for such statements, none of which is ever inside a transaction.

    `engine` must hand out connections in autocommit, and leave them alone when they come back.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._fetch = _fetch_sqlite if engine.dialect.name == "sqlite" else _fetch_postgresql
        self._compiled: dict[Select[Any], CompiledLookup] = {}
        # A file does not go away; what it refuses, it refuses on each connection.
        is_file = engine.dialect.name == "sqlite"
        self._dead_at_once = 0 if is_file else cast("QueuePool", engine.pool).size()
        self._together = Joined(self._first_by_items)

    async def first(
        self, statement: Select[Any], values: Mapping[str, Any]
    ) -> tuple[Any, ...] | None:
        """The first row in the order of the select, or None.

        Each statement is compiled once and kept, so it must be one that lives as long as we do.
        Raises `OperationalError` with `connection_invalidated`, which makes a request run again.
        """
        compiled = self._compiled.get(statement)
        if compiled is None:
            compiled = CompiledLookup.of(statement, self.engine.dialect)
            self._compiled[statement] = compiled
        try:
            found = await self._run_anywhere(compiled.sql, compiled.parameters(values))
        except self.engine.dialect.loaded_dbapi.Error as exc:
            # Without the parameters: they are secrets, or stand for them.
            raise OperationalError(compiled.sql, None, exc, connection_invalidated=True) from exc
        return None if found is None else compiled.row(found)

    async def first_together(
        self, statement: Select[Any], values: Mapping[str, Any]
    ) -> tuple[Any, ...] | None:
        """As `first`, run once for all who ask the same before it begins; values are hashable."""
        return await self._together((statement, tuple(values.items())))

    async def _first_by_items(
        self, asked: tuple[Select[Any], tuple[tuple[str, Any], ...]]
    ) -> tuple[Any, ...] | None:
        statement, values = asked
        return await self.first(statement, dict(values))

    async def _run_anywhere(self, sql: str, parameters: Any) -> Sequence[Any] | None:
        """Run it on a connection that is alive: a server that restarts ends them all at once."""
        for _ in range(self._dead_at_once):
            try:
                return await self._run(sql, parameters)
            except self.engine.dialect.loaded_dbapi.OperationalError:
                continue
        return await self._run(sql, parameters)

    async def _run(self, sql: str, parameters: Any) -> Sequence[Any] | None:
        lent = await self.engine.raw_connection()
        is_sound = False
        try:
            found = await self._fetch(lent.driver_connection, sql, parameters)
            is_sound = True
        finally:
            # A connection that failed, or was left in the middle, is replaced when next asked for.
            if not is_sound:
                lent.invalidate(soft=True)
            lent.close()
        return found


async def _fetch_sqlite(connection: Any, sql: str, parameters: Any) -> Sequence[Any] | None:
    # One call, because each is a message to the connection's thread and back.
    rows: list[Sequence[Any]] = await connection.execute_fetchall(sql, parameters)
    return rows[0] if rows else None


async def _fetch_postgresql(connection: Any, sql: str, parameters: Any) -> Sequence[Any] | None:
    cursor = await connection.execute(sql, parameters)
    row: Sequence[Any] | None = await cursor.fetchone()
    return row
