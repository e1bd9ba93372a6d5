"""Batches as calendars know them: the day one turns to caution, and the day it is expired."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.calendars.events import CalendarEvent, Owner, Timing, first_day_told, sequence_of
from almanac.freshness import models
from almanac.freshness.queries.calendar import Shelved, list_shelved
from almanac.language.choice import preferred
from almanac.language.writing import Writing, writing

_DAY = timedelta(days=1)


async def calendar_events(
    session: AsyncSession, user_id: UUID, owner: Owner
) -> Iterator[CalendarEvent]:
    """The days on which what is on the shelf turns, in the owner's language: one statement.

    What was sold, discarded, recalled or deleted is left out.
    """
    words = writing(preferred("", chosen=owner.locale))
    return (
        event
        for shelved in await list_shelved(session, user_id)
        for event in _events(shelved, words)
    )


def _events(shelved: Shelved, words: Writing) -> Iterator[CalendarEvent]:
    batch = shelved.batch
    # Its product's name is told too.
    stamped_at = max(batch.updated_at, shelved.product_updated_at)
    for key, day in _turns(batch):
        if first_day_told(day, stamped_at) > day:
            continue
        goods = (shelved.product_emoji, shelved.product_name, batch.identifier)
        yield CalendarEvent(
            uid=f"batch-{batch.id}-{key}@almanac",
            stamped_at=stamped_at,
            sequence=sequence_of(batch.created_at, stamped_at),
            summary=f"{words.text(f'freshness.{key}')}: {' '.join(each for each in goods if each)}",
            timing=Timing(day, day + _DAY),
            description=_description(batch, words),
            is_busy=False,
        )


def _turns(batch: models.Batch) -> Iterator[tuple[str, date]]:
    """The days of its turns; what is expired at once is never at caution."""
    if batch.arrived_on <= batch.caution_on < batch.expires_on:
        yield "caution", batch.caution_on
    yield "expired", max(batch.expires_on, batch.arrived_on)


def _description(batch: models.Batch, words: Writing) -> str:
    last_day = words.long_date(batch.expires_on - _DAY)
    lines = [f"{words.text('freshness.use_by')}: {last_day}"]
    if batch.lot:
        lines.append(f"{words.text('freshness.lot')}: {batch.lot}")
    return "\n".join(lines)
