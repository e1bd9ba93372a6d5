"""Shops, products and batches, to be changed.

Whoever changes any of them holds the shop first, so that nobody waits for each other and what was
counted stays so until the commit.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.freshness import models


async def find_shop(
    session: AsyncSession, user_id: UUID, *, lock: bool = False
) -> models.Shop | None:
    """The person's shop without its logo; `lock` holds it until the commit."""
    statement = select(models.Shop).where(models.Shop.user_id == user_id)
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    return await session.scalar(statement)


async def add_shop(session: AsyncSession, values: dict[str, Any]) -> bool:
    """Add a shop unless it is there, which on PostgreSQL may have happened just now."""
    connection = await session.connection()
    insert = (
        postgresql.insert(models.Shop)
        if connection.dialect.name == "postgresql"
        else sqlite.insert(models.Shop)
    )
    added = await session.scalar(
        insert.values(values).on_conflict_do_nothing().returning(models.Shop.user_id)
    )
    return added is not None


async def find_product(
    session: AsyncSession, user_id: UUID, product_id: UUID
) -> models.Product | None:
    """One product of this person, deleted ones too."""
    row = models.Product
    return await session.scalar(select(row).where(row.user_id == user_id, row.id == product_id))


async def list_products(session: AsyncSession, user_id: UUID) -> Sequence[models.Product]:
    """All products of this person that are not deleted, in their order."""
    row = models.Product
    statement = select(row).where(row.user_id == user_id, row.deleted_at.is_(None))
    return (await session.scalars(statement.order_by(row.position, row.id))).all()


async def count_kept_products(session: AsyncSession, user_id: UUID) -> int:
    """How many products there are with those that were deleted."""
    statement = select(func.count()).where(models.Product.user_id == user_id)
    return await session.scalar(statement) or 0


async def find_batches(
    session: AsyncSession, user_id: UUID, ids: Collection[UUID]
) -> dict[UUID, models.Batch]:
    """Those of `ids` that are this person's, deleted ones too, as they are now."""
    row = models.Batch
    statement = select(row).where(row.user_id == user_id, row.id.in_(ids))
    fresh = statement.execution_options(populate_existing=True)
    return {batch.id: batch for batch in await session.scalars(fresh)}


async def count_batches(session: AsyncSession, user_id: UUID) -> tuple[int, int]:
    """How many batches there are, and how many with those that were deleted."""
    row = models.Batch
    statement = select(func.count().filter(row.deleted_at.is_(None)), func.count()).where(
        row.user_id == user_id
    )
    there, kept = (await session.execute(statement)).one()
    return there, kept


async def find_by_identifier(session: AsyncSession, user_id: UUID, key: str) -> UUID | None:
    """The batch that is not deleted with an identifier like this."""
    row = models.Batch
    return await session.scalar(
        select(row.id).where(
            row.user_id == user_id, row.identifier_key == key, row.deleted_at.is_(None)
        )
    )


async def identifiers_in_use(session: AsyncSession, user_id: UUID) -> tuple[str | None, set[str]]:
    """The identifier of the batch that was made last, and what all of them are alike by."""
    row = models.Batch
    there = (row.user_id == user_id, row.deleted_at.is_(None))
    last = await session.scalar(
        select(row.identifier).where(*there).order_by(row.created_at.desc(), row.id.desc()).limit(1)
    )
    keys = await session.scalars(select(row.identifier_key).where(*there))
    return last, set(keys)


async def changes_of_state(
    session: AsyncSession, user_id: UUID, ids: Collection[UUID]
) -> dict[UUID, list[models.BatchEvent]]:
    """What each batch went through, oldest first."""
    row = models.BatchEvent
    statement = (
        select(row).where(row.user_id == user_id, row.batch_id.in_(ids)).order_by(row.number)
    )
    found: dict[UUID, list[models.BatchEvent]] = {batch_id: [] for batch_id in ids}
    for event in await session.scalars(statement):
        found[event.batch_id].append(event)
    return found


async def retire_code(session: AsyncSession, batch: models.Batch, *, now: datetime) -> None:
    """Keep a code from ever leading anywhere again."""
    session.add(
        models.RetiredCode(
            code=batch.code, user_id=batch.user_id, batch_id=batch.id, revoked_at=now
        )
    )
    await session.flush()
