"""Writes that are sent again: the answer of the first time is kept with the write and given again.

A `POST` may carry `Idempotency-Key`. Its answer is stored in the transaction of the write, for 30
days, so that a client which lost the response may send it again and nothing happens twice.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from almanac.core.columns import UTCDateTime
from almanac.core.db import Base


class IdempotencyKey(Base):
    """An answer that was given for a key; `fingerprint` is of method, path and body."""

    __tablename__ = "idempotency_keys"
    __table_args__ = (Index("ix_idempotency_keys_created_at", "created_at"),)

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    fingerprint: Mapped[bytes] = mapped_column(LargeBinary(32))
    status: Mapped[int]
    body: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)


async def prune(session: AsyncSession, *, before: datetime) -> None:
    """Forget the answers that were given before an instant."""
    await session.execute(delete(IdempotencyKey).where(IdempotencyKey.created_at < before))
