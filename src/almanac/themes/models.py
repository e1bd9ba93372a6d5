"""The table of themes. Every row is keyed by its owner first."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from almanac.core.columns import JsonColumn, UTCDateTime
from almanac.core.db import Base


class Theme(Base):
    """`name` is as typed, `name_key` is what makes it unique among those that are not deleted."""

    __tablename__ = "themes"
    __table_args__ = (
        Index(
            "uq_themes_user_id_name_key",
            "user_id",
            "name_key",
            unique=True,
            sqlite_where=text("deleted_at IS NULL"),
            postgresql_where=text("deleted_at IS NULL"),
        ),
    )

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(24))
    name_key: Mapped[str] = mapped_column(String(80))
    color: Mapped[str] = mapped_column(String(7))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    updated_at: Mapped[datetime] = mapped_column(UTCDateTime)
    deleted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    # What left the theme when it was deleted, by area, so that restoring it brings them back.
    left: Mapped[dict[str, Any] | None] = mapped_column(JsonColumn)
