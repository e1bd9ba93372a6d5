"""The quote of a day, the same all day for everybody of a language."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import invalid_field
from almanac.quotes import queries
from almanac.quotes.domain import Language, choose
from almanac.quotes.schemas import QuoteRead, QuoteSource
from almanac.quotes.service.pack import load_pack


@dataclass(frozen=True, slots=True)
class Audience:
    """Who reads: their language, and whether this server asks a provider, whose quotes are English.

    What a provider gave stays in the database when none is configured any more, and is not shown.
    """

    language: Language
    has_provider: bool


async def read_quote(
    session: AsyncSession, audience: Audience, day: date, *, today: date
) -> QuoteRead:
    """The quote of a day. Raises `Invalid` for a day that has not begun."""
    if day > today:
        raise invalid_field("/query/date", "date_in_future", "That day has not begun yet")
    return await quote_of_day(session, audience, day)


async def quote_of_day(session: AsyncSession, audience: Audience, day: date) -> QuoteRead:
    """The provider's quote for readers of English if it gave any for that day, else the pack's."""
    if audience.has_provider and audience.language is Language.ENGLISH:
        stored = await queries.list_shown(session, day)
        if stored:
            shown = stored[choose(day, tuple(quote.text_key for quote in stored))]
            return QuoteRead(
                date=day,
                text=shown.text,
                author=shown.author,
                work=None,
                source=QuoteSource.PROVIDER,
            )
    pack = load_pack(audience.language)
    quote = pack.quotes[choose(day, pack.keys)]
    return QuoteRead(
        date=day,
        text=quote.text,
        author=quote.author,
        work=quote.work,
        source=QuoteSource.PACK,
    )
