"""The table of quotes that a provider gave. They belong to nobody; the pack is a file."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from almanac.core.columns import UTCDateTime
from almanac.core.db import Base


class Quote(Base):
    """One quotation. It may be shown on the days from `shown_from` until before `shown_until`.

    Both lie far enough ahead of the refresh that set them that no day which has begun anywhere
    changes its quote.
    """

    __tablename__ = "quotes"
    __table_args__ = (UniqueConstraint("text_key"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(String(400))
    author: Mapped[str] = mapped_column(String(120))
    # SHA-256 (hex) of the text without case, spaces and punctuation.
    text_key: Mapped[str] = mapped_column(String(64))
    fetched_at: Mapped[datetime] = mapped_column(UTCDateTime)
    shown_from: Mapped[date]
    shown_until: Mapped[date | None]
