"""Recalls in the audit log: who called which goods back, from where, and who took that back."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.freshness import models
from almanac.freshness.domain.model import BatchState
from almanac.identity.domain import AuditKind, Visitor
from almanac.identity.service import audit

# The log outlives what it tells of, so that it tells enough to know the goods by, and no more.
_LONGEST_REASON = 200
_MOST_NAMED = 20

States = Mapping[UUID, BatchState]


def states_of(batches: Iterable[models.Batch]) -> States:
    """The states of batches before a change."""
    return {batch.id: batch.state for batch in batches}


def record_recalls(
    session: AsyncSession,
    user_id: UUID,
    batches: Sequence[models.Batch],
    before: States,
    *,
    visitor: Visitor,
    now: datetime,
) -> None:
    """Add an event for what a change recalled, and one for what it took back from a recall."""
    recalled, left = [], []
    for batch in batches:
        was, is_ = before[batch.id] is BatchState.RECALLED, batch.state is BatchState.RECALLED
        if is_ and not was:
            recalled.append(batch)
        elif was and not is_:
            left.append(batch)
    for kind, moved in (
        (AuditKind.BATCHES_RECALLED, recalled),
        (AuditKind.RECALL_TAKEN_BACK, left),
    ):
        if moved:
            details = _details(moved)
            audit.record(session, kind, user_id=user_id, visitor=visitor, now=now, details=details)


def _details(batches: Sequence[models.Batch]) -> dict[str, Any]:
    """How many, the first of them by identifier, the lot and the reason if all have the same."""
    lots = {batch.lot for batch in batches}
    reasons = {batch.recall_reason for batch in batches}
    details: dict[str, Any] = {
        "batches": len(batches),
        "identifiers": [batch.identifier for batch in batches[:_MOST_NAMED]],
    }
    if len(lots) == 1 and (lot := lots.pop()):
        details["lot"] = lot
    if len(reasons) == 1 and (reason := reasons.pop()):
        details["reason"] = reason[:_LONGEST_REASON]
    return details
