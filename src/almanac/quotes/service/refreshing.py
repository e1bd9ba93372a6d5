"""When a provider is asked, and what becomes of its answer.

Asking takes up to ten seconds and holds no transaction: one before it (`begin_refresh`) makes sure
that nobody else asks at the same time, one after it keeps the answer or the failure.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, delete, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.elements import ColumnElement

from almanac.core.ids import new_id
from almanac.quotes.domain import (
    KEPT_DAYS,
    SHORTEST_WAIT,
    asked_wait,
    first_open_day,
    wait_after_failures,
)
from almanac.quotes.models import Quote, QuoteProvider
from almanac.quotes.schemas import ProvidedQuote

# Clocks of several servers differ by less.
WRONG_CLOCK = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider by the key of its address, and how often it is asked.

    A server that starts asks at once, so `server_started_at` takes part in when it is time.
    """

    url_key: str
    interval: timedelta
    server_started_at: datetime


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn to ask a provider, which has failed so often in a row."""

    provider: Provider
    failures: int


async def begin_refresh(session: AsyncSession, provider: Provider, *, now: datetime) -> Turn | None:
    """Take the turn to ask the provider if it is time; None when it is not, or another has it.

    It is time when the last answer is as old as the interval, when the wait after a failure is
    over, and when nobody has asked since the server started, unless the provider is failing.
    """
    taken = {"asked_at": now, "due_at": now + SHORTEST_WAIT}
    if await _first_turn(session, {"url_key": provider.url_key, "failures": 0, **taken}):
        return Turn(provider, 0)
    failures = await session.scalar(
        update(QuoteProvider)
        .where(QuoteProvider.url_key == provider.url_key, _is_due(provider, now))
        .values(taken)
        .returning(QuoteProvider.failures)
    )
    return None if failures is None else Turn(provider, failures)


def _is_due(provider: Provider, now: datetime) -> ColumnElement[bool]:
    before_the_start = provider.server_started_at - SHORTEST_WAIT
    return or_(
        QuoteProvider.due_at <= now,
        # The interval may have been made shorter since `due_at` was set.
        QuoteProvider.asked_at <= now - provider.interval,
        and_(QuoteProvider.failures == 0, QuoteProvider.asked_at <= before_the_start),
        # Nobody asked in the future: that clock was wrong, and so is what it made due.
        QuoteProvider.asked_at > now + WRONG_CLOCK,
    )


async def is_due(session: AsyncSession, provider: Provider, *, now: datetime) -> bool:
    """Whether `begin_refresh` is worth a try, which keeps the writer from others for a moment."""
    waiting = select(QuoteProvider.url_key).where(
        QuoteProvider.url_key == provider.url_key, ~_is_due(provider, now)
    )
    return await session.scalar(waiting) is None


async def _first_turn(session: AsyncSession, values: Mapping[str, object]) -> bool:
    connection = await session.connection()
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(QuoteProvider).values(values).on_conflict_do_nothing()
    return await session.scalar(statement.returning(QuoteProvider.url_key)) is not None


async def keep_failure(
    session: AsyncSession, turn: Turn, reason: str, retry_after: str | None, *, now: datetime
) -> None:
    """Wait longer with each failure, and at least as long as the provider asks for."""
    failures, interval = turn.failures + 1, turn.provider.interval
    seed = f"{turn.provider.url_key} {now.isoformat()}"
    wait = max(wait_after_failures(failures, interval, seed), asked_wait(retry_after, now))
    wait = min(wait, interval)
    await _end_turn(session, turn, due_at=now + wait, failures=failures, error=reason)


async def keep_quotes(
    session: AsyncSession, turn: Turn, offered: Mapping[str, ProvidedQuote], *, now: datetime
) -> None:
    """Show what was offered, and nothing else, on every day that has begun nowhere yet."""
    # On PostgreSQL the provider's row also keeps two from storing at the same time.
    await _end_turn(session, turn, due_at=now + turn.provider.interval, failures=0, error=None)
    opens = first_open_day(now)
    # What would begin later still was kept when the clock was wrong, and would wait until then.
    await session.execute(delete(Quote).where(Quote.shown_from > opens))
    await _drop(session, await _dropped(session, offered, opens), opens)
    await _show(session, offered, opens, now)
    await session.execute(
        delete(Quote).where(Quote.shown_until < opens - timedelta(days=KEPT_DAYS))
    )


async def _end_turn(
    session: AsyncSession, turn: Turn, *, due_at: datetime, failures: int, error: str | None
) -> None:
    await session.execute(
        update(QuoteProvider)
        .where(QuoteProvider.url_key == turn.provider.url_key)
        .values(due_at=due_at, failures=failures, error=error)
    )


async def _dropped(
    session: AsyncSession, offered: Mapping[str, ProvidedQuote], opens: date
) -> list[UUID]:
    """The quotes that would be shown from that day on and are offered no longer."""
    rows = await session.execute(select(Quote.id, Quote.text_key).where(_shown_after(opens)))
    return [quote_id for quote_id, key in rows if key not in offered]


def _shown_after(opens: date) -> ColumnElement[bool]:
    return or_(Quote.shown_until.is_(None), Quote.shown_until > opens)


async def _drop(session: AsyncSession, dropped: list[UUID], opens: date) -> None:
    """Let them end before that day; what would have begun on it was never shown at all."""
    theirs = Quote.id.in_(dropped)
    await session.execute(delete(Quote).where(theirs, Quote.shown_from >= opens))
    await session.execute(update(Quote).where(theirs).values(shown_until=opens))


async def _show(
    session: AsyncSession, offered: Mapping[str, ProvidedQuote], opens: date, now: datetime
) -> None:
    """Have each offered quote shown from that day on: most are already, or end only then."""
    await session.execute(
        update(Quote)
        .where(Quote.text_key.in_(offered), Quote.shown_until == opens)
        .values(shown_until=None)
    )
    present = set(await session.scalars(select(Quote.text_key).where(_shown_after(opens))))
    fresh = [
        {
            "id": new_id(),
            "text": quote.text,
            "author": quote.author,
            "text_key": key,
            "fetched_at": now,
            "shown_from": opens,
        }
        for key, quote in offered.items()
        if key not in present
    ]
    if fresh:
        await session.execute(insert(Quote), fresh)
