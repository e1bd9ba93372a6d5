"""Tables of quotes that a provider gave. They belong to nobody; the pack is a file."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from almanac.core.columns import UTCDateTime
from almanac.core.db import Base


class Quote(Base):
    """One quotation. It may be shown on the days from `shown_from` until before `shown_until`.

    Both lie far enough ahead of the refresh that set them that no day which has begun anywhere
    changes its quote. A quotation that a provider dropped and gave again later has a row for each
    time.
    """

    __tablename__ = "quotes"
    __table_args__ = (
        UniqueConstraint("text_key", "shown_from"),
        Index("ix_quotes_shown_until", "shown_until"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(String(400))
    author: Mapped[str] = mapped_column(String(120))
    # SHA-256 (hex) of the text without case, spaces and punctuation.
    text_key: Mapped[str] = mapped_column(String(64))
    fetched_at: Mapped[datetime] = mapped_column(UTCDateTime)
    shown_from: Mapped[date]
    shown_until: Mapped[date | None]


class QuoteProvider(Base):
    """How a provider has been doing. Whoever moves `due_at` on is the one who asks it next."""

    __tablename__ = "quote_providers"

    # SHA-256 (hex) of its address, which may hold a key.
    url_key: Mapped[str] = mapped_column(String(64), primary_key=True)
    asked_at: Mapped[datetime] = mapped_column(UTCDateTime)
    due_at: Mapped[datetime] = mapped_column(UTCDateTime)
    # Failures in a row, and why the last one was.
    failures: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(String(60))
