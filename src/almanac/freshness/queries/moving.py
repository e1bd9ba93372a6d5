"""What an import of a whole shelf has to know of what is there."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import exists, func, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.freshness import models

# A statement takes 32,766 parameters on SQLite.
_CODES_AT_ONCE = 10_000


async def all_products(session: AsyncSession, user_id: UUID) -> Sequence[models.Product]:
    """All products of this person, deleted ones too."""
    row = models.Product
    return (await session.scalars(select(row).where(row.user_id == user_id))).all()


async def known_batches(session: AsyncSession, user_id: UUID) -> Sequence[models.Batch]:
    """All batches of this person, deleted ones too."""
    row = models.Batch
    return (await session.scalars(select(row).where(row.user_id == user_id))).all()


async def hold_codes(session: AsyncSession) -> None:
    """Let who brings codes in wait for each other: people may bring the same file at once.

    SQLite has one writer anyway.
    """
    connection = await session.connection()
    if connection.dialect.name == "postgresql":
        key = func.hashtextextended("batch codes", 0)
        await session.execute(select(func.pg_advisory_xact_lock(key)))


async def codes_in_use(session: AsyncSession, codes: Sequence[str]) -> set[str]:
    """Those of `codes` that some batch has or had, whoever's: each is given once for all."""
    found: set[str] = set()
    for start in range(0, len(codes), _CODES_AT_ONCE):
        some = codes[start : start + _CODES_AT_ONCE]
        batch, retired = models.Batch, models.RetiredCode
        statement = union_all(
            select(batch.code).where(batch.code.in_(some)),
            select(retired.code).where(retired.code.in_(some)),
        )
        found.update(await session.scalars(statement))
    return found


async def batches_of_import(
    session: AsyncSession, user_id: UUID, import_id: UUID
) -> Sequence[models.Batch]:
    """The batches that an import added and that are not deleted."""
    row = models.Batch
    statement = select(row).where(
        row.user_id == user_id, row.import_id == import_id, row.deleted_at.is_(None)
    )
    return (await session.scalars(statement)).all()


async def unused_products_of_import(
    session: AsyncSession, user_id: UUID, import_id: UUID
) -> Sequence[models.Product]:
    """The products that an import added and no batch is of."""
    row, batch = models.Product, models.Batch
    is_used = exists().where(
        batch.user_id == row.user_id, batch.product_id == row.id, batch.deleted_at.is_(None)
    )
    statement = select(row).where(
        row.user_id == user_id, row.import_id == import_id, row.deleted_at.is_(None), ~is_used
    )
    return (await session.scalars(statement)).all()
