"""HTTP of the devices on which one is signed in, and of what happened to one's account."""

from uuid import UUID

from fastapi import APIRouter, Request, status

from almanac.core.clock import Now
from almanac.core.db import SessionDep
from almanac.core.pagination import PagingDep, paginate
from almanac.identity.deps import CurrentUser
from almanac.identity.deps.upkeep import visitor_of
from almanac.identity.schemas import (
    AuditEventPage,
    AuditEventRead,
    LoginSessionPage,
    LoginSessionRead,
)
from almanac.identity.service import audit, login_sessions

router = APIRouter(prefix="/auth", tags=["identity"])


@router.get("/sessions")
async def list_login_sessions(
    user: CurrentUser, session: SessionDep, paging: PagingDep, now: Now
) -> LoginSessionPage:
    """The devices on which one is signed in, the last used first."""
    found = await login_sessions.list_in_force(session, user.id, now)
    page = paginate(found, paging)
    data = [
        LoginSessionRead(
            id=row.id,
            created_at=row.created_at,
            last_seen_at=row.last_seen_at,
            ip=row.ip,
            user_agent=row.user_agent,
            method=row.method,
            is_current=row.id == user.session_id,
        )
        for row in page.data
    ]
    return LoginSessionPage(data=data, count=page.count, next_cursor=page.next_cursor)


@router.delete("/sessions/{session_id}", status_code=status.HTTP_204_NO_CONTENT)
async def end_login_session(
    request: Request, session_id: UUID, user: CurrentUser, session: SessionDep, now: Now
) -> None:
    """Sign one device out, at once."""
    await login_sessions.end(session, user.id, session_id, visitor_of(request), now)


@router.post("/sessions/revoke-others", status_code=status.HTTP_204_NO_CONTENT)
async def end_other_login_sessions(
    request: Request, user: CurrentUser, session: SessionDep, now: Now
) -> None:
    """Sign every device out but this one, at once."""
    await login_sessions.end_others(session, user.id, user.session_id, visitor_of(request), now)


@router.get("/events")
async def list_own_events(
    user: CurrentUser, session: SessionDep, paging: PagingDep
) -> AuditEventPage:
    """What happened to one's account, the latest first."""
    page = await audit.list_own(session, user.id, paging)
    return AuditEventPage(
        data=[AuditEventRead.model_validate(event) for event in page.data],
        count=page.count,
        next_cursor=page.next_cursor,
    )
