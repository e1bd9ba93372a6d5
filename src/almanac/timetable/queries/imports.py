"""What imports have made of the timetable."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.timetable import models


async def list_import_keys(session: AsyncSession, user_id: UUID) -> dict[str, UUID]:
    """The sessions that are there, by the names that files have for them; of two the newer."""
    row = models.Session
    statement = (
        select(row.import_key, row.id)
        .where(row.user_id == user_id, row.deleted_at.is_(None), row.import_key.is_not(None))
        .order_by(row.id)
    )
    return {key: found for key, found in await session.execute(statement) if key is not None}


async def lock_imported_routines(
    session: AsyncSession, user_id: UUID, import_id: UUID
) -> Sequence[models.Routine]:
    """The routines that an import made and that are not deleted, held until the commit."""
    row = models.Routine
    statement = (
        select(row)
        .where(row.user_id == user_id, row.import_id == import_id, row.deleted_at.is_(None))
        .order_by(row.id)
        .with_for_update()
    )
    return (await session.scalars(statement)).all()


async def lock_imported_sessions(
    session: AsyncSession, user_id: UUID, import_id: UUID
) -> Sequence[models.Session]:
    """The sessions that an import made and that are not deleted, held until the commit."""
    row = models.Session
    statement = (
        select(row)
        .where(row.user_id == user_id, row.import_id == import_id, row.deleted_at.is_(None))
        .order_by(row.id)
        .with_for_update()
    )
    return (await session.scalars(statement)).all()
