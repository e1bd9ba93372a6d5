"""Writing many rows by few statements, past the unit of work."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Table, insert
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.db import Base

# A statement takes 32,766 parameters on SQLite and 65,535 on PostgreSQL.
VALUES_PER_STATEMENT = 15_000


async def insert_rows(
    session: AsyncSession, model: type[Base], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert rows that all name the same columns."""
    if not rows:
        return
    table = cast("Table", model.__table__)
    # With RETURNING the driver's one-by-one execution is replaced by statements of many rows.
    statement = insert(table).returning(table.c.user_id)
    options = {"insertmanyvalues_page_size": VALUES_PER_STATEMENT // len(table.c)}
    await session.execute(statement, list(rows), execution_options=options)
