"""Reads of the quotes that a provider gave."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.quotes.models import Quote


@dataclass(frozen=True, slots=True)
class StoredQuote:
    """What is shown of a stored quote, and its key."""

    text: str
    author: str
    text_key: str


async def list_shown(session: AsyncSession, day: date) -> Sequence[StoredQuote]:
    """The quotes that `day` may have."""
    rows = await session.execute(
        select(Quote.text, Quote.author, Quote.text_key).where(
            Quote.shown_from <= day, or_(Quote.shown_until.is_(None), Quote.shown_until > day)
        )
    )
    return [StoredQuote(*row) for row in rows]
