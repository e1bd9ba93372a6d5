"""The table of feeds. Every row is keyed by its owner first."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from almanac.core.columns import JsonColumn, UTCDateTime
from almanac.core.db import Base


class Feed(Base):
    """A link to a calendar: of a routine, or else of the person, of whom there is one at most.

    Its token is kept as it is, to be shown to its owner again; who has this database has all that
    the calendar shows.
    """

    __tablename__ = "feeds"
    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "routine_id"], ["routines.user_id", "routines.id"], ondelete="CASCADE"
        ),
        Index("uq_feeds_user_id_routine_id", "user_id", "routine_id", unique=True),
        Index(
            "uq_feeds_user_id",
            "user_id",
            unique=True,
            sqlite_where=text("routine_id IS NULL"),
            postgresql_where=text("routine_id IS NULL"),
        ),
    )

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    routine_id: Mapped[UUID | None]
    # A list of areas.
    areas: Mapped[list[str]] = mapped_column(JsonColumn)
    token: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
