"""Tables of freshness. Every row is keyed by its owner first, but for codes that were taken back.

Nothing here changes by itself as time passes: how fresh a batch is follows from its dates.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    Text,
    text,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Mapped, mapped_column

from almanac.core.columns import JsonColumn, UTCDateTime, text_enum
from almanac.core.db import Base
from almanac.freshness.domain.events import EventKind
from almanac.freshness.domain.model import BatchState

_THERE = text("deleted_at IS NULL")
_LIMITS = "fresh_days >= 0 AND caution_days >= fresh_days"


def _by_code_point(length: int) -> String:
    """Text that both databases compare alike; the rules of a language would pass over signs."""
    of_postgresql = postgresql.VARCHAR(length, collation="C")
    return String(length).with_variant(of_postgresql, "postgresql")


class Shop(Base):
    """A person's shop, there once they wrote anything here. Whoever adds something holds it."""

    __tablename__ = "shops"
    __table_args__ = (CheckConstraint(_LIMITS, name="limits"),)

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    name: Mapped[str] = mapped_column(String(80), default="")
    contact: Mapped[str] = mapped_column(Text, default="")
    # Without one it is the person's.
    timezone: Mapped[str | None] = mapped_column(String(64))
    # Where printed codes lead, when the operator did not configure an address that others reach.
    public_url: Mapped[str | None] = mapped_column(String(200))
    # Of new products.
    fresh_days: Mapped[int]
    caution_days: Mapped[int]
    # Written by us, whatever was sent; left out of every read that does not ask for it.
    logo: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    # Stands for the logo's bytes; None without a logo.
    logo_hash: Mapped[str | None] = mapped_column(String(32))
    updated_at: Mapped[datetime] = mapped_column(UTCDateTime)


class Product(Base):
    """A kind of goods with the limits that new batches of it copy."""

    __tablename__ = "products"
    __table_args__ = (
        CheckConstraint(_LIMITS, name="limits"),
        Index(
            "uq_products_user_id_name_key",
            "user_id",
            "name_key",
            unique=True,
            sqlite_where=_THERE,
            postgresql_where=_THERE,
        ),
        Index("ix_products_user_id_import_id", "user_id", "import_id"),
    )

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    # What two products must not share; four characters of it may stand for one of the name.
    name_key: Mapped[str] = mapped_column(_by_code_point(1200))
    emoji: Mapped[str] = mapped_column(String(16), default="")
    fresh_days: Mapped[int]
    caution_days: Mapped[int]
    use_by_days: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    updated_at: Mapped[datetime] = mapped_column(UTCDateTime)
    deleted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    import_id: Mapped[UUID | None]
    import_key: Mapped[str | None] = mapped_column(String(200))


class Batch(Base):
    """Goods that arrived together. Dates are those of the shop's calendar."""

    __tablename__ = "batches"
    __table_args__ = (
        CheckConstraint(_LIMITS, name="limits"),
        CheckConstraint("butchered_on IS NULL OR butchered_on <= arrived_on", name="butchered_on"),
        CheckConstraint("caution_on <= expires_on", name="turns"),
        ForeignKeyConstraint(["user_id", "product_id"], ["products.user_id", "products.id"]),
        Index(
            "uq_batches_user_id_identifier_key",
            "user_id",
            "identifier_key",
            unique=True,
            sqlite_where=_THERE,
            postgresql_where=_THERE,
        ),
        Index("ix_batches_user_id_product_id", "user_id", "product_id"),
        Index("ix_batches_user_id_lot_key", "user_id", "lot_key"),
        Index("ix_batches_user_id_state_expires_on", "user_id", "state", "expires_on"),
        Index("ix_batches_user_id_import_id", "user_id", "import_id"),
    )

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    product_id: Mapped[UUID]
    identifier: Mapped[str] = mapped_column(String(40))
    identifier_key: Mapped[str] = mapped_column(_by_code_point(800))
    lot: Mapped[str] = mapped_column(String(60), default="")
    lot_key: Mapped[str] = mapped_column(_by_code_point(1200), default="")
    butchered_on: Mapped[date | None]
    arrived_on: Mapped[date]
    # As written on the goods; what follows from the limits is not kept.
    use_by: Mapped[date | None]
    # In thousandths of the unit.
    quantity: Mapped[int | None] = mapped_column(BigInteger)
    unit: Mapped[str] = mapped_column(String(12), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    fresh_days: Mapped[int]
    caution_days: Mapped[int]
    use_by_days: Mapped[int | None]
    # Follow from the dates and limits above (`domain.status.turns_of`).
    caution_on: Mapped[date]
    expires_on: Mapped[date]
    state: Mapped[BatchState] = mapped_column(text_enum(BatchState, "state"))
    # When it was sold or discarded; None in the other states.
    left_on: Mapped[date | None]
    recall_reason: Mapped[str] = mapped_column(Text, default="")
    code: Mapped[str] = mapped_column(String(12), unique=True)
    scans: Mapped[int] = mapped_column(BigInteger, default=0)
    # The `number` of its last event.
    events_count: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    updated_at: Mapped[datetime] = mapped_column(UTCDateTime)
    deleted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    import_id: Mapped[UUID | None]
    import_key: Mapped[str | None] = mapped_column(String(200))


class BatchEvent(Base):
    """Something that was done with a batch, and how it stood afterwards."""

    __tablename__ = "batch_events"
    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "batch_id"], ["batches.user_id", "batches.id"], ondelete="CASCADE"
        ),
    )

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    batch_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[EventKind] = mapped_column(text_enum(EventKind, "kind"))
    at: Mapped[datetime] = mapped_column(UTCDateTime)
    # The date at the shop: of a sale the day of the sale, even if it was written down later.
    on: Mapped[date] = mapped_column("on_date")
    state: Mapped[BatchState] = mapped_column(text_enum(BatchState, "state"))
    reason: Mapped[str] = mapped_column(Text, default="")
    # {field: [before, after]}, as the API writes them.
    changes: Mapped[dict[str, Any]] = mapped_column(JsonColumn, default=dict)


class RetiredCode(Base):
    """A public code that was taken back: nothing is found under it, and no batch gets it again."""

    __tablename__ = "retired_codes"
    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "batch_id"], ["batches.user_id", "batches.id"], ondelete="CASCADE"
        ),
        Index("ix_retired_codes_user_id_batch_id", "user_id", "batch_id"),
    )

    code: Mapped[str] = mapped_column(String(12), primary_key=True)
    user_id: Mapped[UUID]
    batch_id: Mapped[UUID]
    revoked_at: Mapped[datetime] = mapped_column(UTCDateTime)
