"""Writing the audit log. Secrets never get here: no password, no token, no hash of one."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.ids import new_id
from almanac.core.pagination import Page, Paging, page_of
from almanac.identity import queries
from almanac.identity.domain import Actor, AuditKind, SignInMethod, Visitor
from almanac.identity.models import AuditEvent

# The command line acts from the machine itself.
OPERATOR = Visitor(ip="", user_agent="command line")


def record(
    session: AsyncSession,
    kind: AuditKind,
    *,
    user_id: UUID | None,
    visitor: Visitor,
    now: datetime,
    actor: Actor = Actor.PERSON,
    method: SignInMethod | None = None,
    reason: str | None = None,
    details: dict[str, Any] | None = None,
) -> None:
    """Add one event; `reason` says why it failed, and none means that it succeeded."""
    session.add(
        AuditEvent(
            id=new_id(),
            user_id=user_id,
            at=now,
            kind=kind.value,
            succeeded=reason is None,
            reason=reason,
            actor=actor.value,
            actor_id=user_id if actor is Actor.PERSON else None,
            method=None if method is None else method.value,
            ip=visitor.ip,
            user_agent=visitor.user_agent,
            details=details or {},
        )
    )


async def list_own(session: AsyncSession, user_id: UUID, paging: Paging) -> Page[AuditEvent]:
    """What happened to one's account, the latest first."""
    rows, count = await queries.list_events(session, user_id, paging)
    return page_of(rows, count, paging)
