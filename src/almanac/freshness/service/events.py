"""Writing down what is done with batches, and reading it again."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.pagination import Paging, page_of
from almanac.freshness import models
from almanac.freshness.domain.events import EventKind
from almanac.freshness.queries import history
from almanac.freshness.schemas.batch import ChangeRead, EventRead, History
from almanac.freshness.service.lookup import BatchNotFound


def record(
    session: AsyncSession,
    batch: models.Batch,
    kind: EventKind,
    *,
    on: date,
    now: datetime,
    reason: str = "",
    changes: Mapping[str, Any] | None = None,
) -> None:
    """Write down what was just done with a batch."""
    batch.events_count += 1
    batch.updated_at = now
    session.add(
        models.BatchEvent(
            user_id=batch.user_id,
            batch_id=batch.id,
            number=batch.events_count,
            kind=kind,
            at=now,
            on=on,
            state=batch.state,
            reason=reason,
            changes=dict(changes or {}),
        )
    )


async def list_history(
    session: AsyncSession, user_id: UUID, batch_id: UUID, paging: Paging
) -> History:
    """What was done with a batch, deleted or not, the latest first. Raises `BatchNotFound`."""
    count = await history.count_events(session, user_id, batch_id)
    if count is None:
        raise BatchNotFound
    events = await history.list_events(session, user_id, batch_id, paging)
    page = page_of([_view(event) for event in events], count, paging)
    return History(data=page.data, count=page.count, next_cursor=page.next_cursor)


def _view(event: models.BatchEvent) -> EventRead:
    changes = [
        ChangeRead(field=field, old=old, new=new) for field, (old, new) in event.changes.items()
    ]
    return EventRead(
        number=event.number,
        kind=event.kind,
        at=event.at,
        on=event.on,
        state=event.state,
        reason=event.reason,
        changes=changes,
    )
