"""Login sessions: begin, find, keep alive, rotate, end. The table is the record of them.

A session is one row that keeps its id; rotation changes its token and retires the old one. Ending
a session deletes its row, and with it everything that its retired tokens could still open.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import NotFound, Unauthorized
from almanac.core.ids import new_id
from almanac.core.lookups import Lookups
from almanac.core.security import new_token, token_hash
from almanac.identity import queries
from almanac.identity.domain import (
    ABSOLUTE_LIFETIME,
    Actor,
    AuditKind,
    SignedIn,
    SignInMethod,
    Visitor,
    idle_end,
    in_grace,
)
from almanac.identity.models import LoginSession, RetiredToken
from almanac.identity.queries import FoundSession
from almanac.identity.service import audit


class LoginSessionNotFound(NotFound):
    code, title = "session_not_found", "This device is not signed in any more"


@dataclass(frozen=True, slots=True)
class IssuedToken:
    """A secret for the cookie; it is stored nowhere else."""

    token: str
    ends_at: datetime


def begin(
    session: AsyncSession, user_id: UUID, method: SignInMethod, visitor: Visitor, now: datetime
) -> IssuedToken:
    """A new session with a token that nobody had before (so none can be planted)."""
    issued = IssuedToken(new_token(), now + ABSOLUTE_LIFETIME)
    session.add(
        LoginSession(
            user_id=user_id,
            id=new_id(),
            token_hash=token_hash(issued.token),
            token_issued_at=now,
            created_at=now,
            last_seen_at=now,
            idle_ends_at=idle_end(now, issued.ends_at),
            absolute_ends_at=issued.ends_at,
            proved_at=now,
            method=method.value,
            ip=visitor.ip,
            user_agent=visitor.user_agent,
        )
    )
    return issued


async def find(lookups: Lookups, token: str, now: datetime) -> FoundSession | None:
    """The session in force that a token belongs to, be it the present or a retired one.

    One query while the token is the present one. The caller looks at `is_replay`.
    """
    hashed = token_hash(token)
    return await queries.find_session(lookups, hashed, now) or await queries.find_retired(
        lookups, hashed, now
    )


def is_replay(found: FoundSession, now: datetime) -> bool:
    """Whether a rotated-out token came back after its grace: somebody has a copy of it."""
    return found.retired_at is not None and not in_grace(found.retired_at, now)


async def touch(
    session: AsyncSession, found: FoundSession, visitor: Visitor, now: datetime
) -> None:
    """Slide the idle end, unless another request has just done so."""
    await session.execute(
        update(LoginSession)
        .where(
            LoginSession.user_id == found.person.id,
            LoginSession.id == found.person.session_id,
            LoginSession.last_seen_at <= found.last_seen_at,
        )
        .values(
            last_seen_at=now,
            idle_ends_at=idle_end(now, found.absolute_ends_at),
            ip=visitor.ip,
            user_agent=visitor.user_agent,
        )
    )


async def rotate(
    session: AsyncSession, found: FoundSession, visitor: Visitor, now: datetime
) -> IssuedToken | None:
    """Replace the token; None when another request has done so already, or the session is over."""
    issued = IssuedToken(new_token(), found.absolute_ends_at)
    rotated = await session.scalar(
        update(LoginSession)
        .where(
            LoginSession.user_id == found.person.id,
            LoginSession.id == found.person.session_id,
            LoginSession.token_hash == found.token_hash,
        )
        .values(
            token_hash=token_hash(issued.token),
            token_issued_at=now,
            last_seen_at=now,
            idle_ends_at=idle_end(now, found.absolute_ends_at),
            ip=visitor.ip,
            user_agent=visitor.user_agent,
        )
        .returning(LoginSession.id)
    )
    if rotated is None:
        return None
    session.add(
        RetiredToken(
            user_id=found.person.id,
            token_hash=found.token_hash,
            session_id=found.person.session_id,
            retired_at=now,
        )
    )
    return issued


async def renew(
    session: AsyncSession, person: SignedIn, visitor: Visitor, now: datetime
) -> IssuedToken:
    """Replace the token at a change of privilege, which is a fresh proof as well.

    Raises `Unauthorized` when the session has just been ended.
    """
    statement = (
        select(LoginSession)
        .where(LoginSession.user_id == person.id, LoginSession.id == person.session_id)
        .with_for_update()
    )
    kept = (await session.scalars(statement)).one_or_none()
    if kept is None:
        raise Unauthorized
    issued = IssuedToken(new_token(), kept.absolute_ends_at)
    session.add(
        RetiredToken(
            user_id=person.id, token_hash=kept.token_hash, session_id=kept.id, retired_at=now
        )
    )
    kept.token_hash = token_hash(issued.token)
    kept.token_issued_at = kept.last_seen_at = kept.proved_at = now
    kept.idle_ends_at = idle_end(now, kept.absolute_ends_at)
    kept.ip, kept.user_agent = visitor.ip, visitor.user_agent
    return issued


async def revoke_replayed(
    session: AsyncSession, found: FoundSession, visitor: Visitor, now: datetime
) -> None:
    """End a session whose rotated-out token came back, whoever holds the present one."""
    if await _delete(session, found.person.id, found.person.session_id):
        audit.record(
            session,
            AuditKind.TOKEN_REPLAYED,
            user_id=found.person.id,
            visitor=visitor,
            now=now,
            actor=Actor.SYSTEM,
            details={"session_id": str(found.person.session_id)},
        )


async def list_in_force(session: AsyncSession, user_id: UUID, now: datetime) -> list[LoginSession]:
    """The devices on which a person is signed in, the last used first."""
    return await queries.list_sessions(session, user_id, now)


async def sign_out(
    session: AsyncSession, user_id: UUID, session_id: UUID, visitor: Visitor, now: datetime
) -> None:
    """End the session that asks."""
    if await _delete(session, user_id, session_id):
        audit.record(session, AuditKind.SIGN_OUT, user_id=user_id, visitor=visitor, now=now)


async def end(
    session: AsyncSession, user_id: UUID, session_id: UUID, visitor: Visitor, now: datetime
) -> None:
    """End one of a person's sessions. Raises `LoginSessionNotFound`, for a stranger's too."""
    if not await _delete(session, user_id, session_id):
        raise LoginSessionNotFound
    audit.record(
        session,
        AuditKind.SESSION_REVOKED,
        user_id=user_id,
        visitor=visitor,
        now=now,
        details={"session_id": str(session_id)},
    )


async def end_others(
    session: AsyncSession, user_id: UUID, kept_id: UUID, visitor: Visitor, now: datetime
) -> None:
    """End all of a person's sessions but the one that asks."""
    ended = await end_all(session, user_id, kept_id=kept_id)
    audit.record(
        session,
        AuditKind.OTHER_SESSIONS_REVOKED,
        user_id=user_id,
        visitor=visitor,
        now=now,
        details={"ended": ended},
    )


async def end_all(session: AsyncSession, user_id: UUID, *, kept_id: UUID | None = None) -> int:
    """End a person's sessions, all or all but one; how many there were."""
    statement = delete(LoginSession).where(LoginSession.user_id == user_id)
    if kept_id is not None:
        statement = statement.where(LoginSession.id != kept_id)
    return len(list(await session.scalars(statement.returning(LoginSession.id))))


async def purge_ended(session: AsyncSession, user_id: UUID, now: datetime) -> None:
    """Remove a person's sessions whose time is over."""
    await session.execute(
        delete(LoginSession).where(
            LoginSession.user_id == user_id,
            (LoginSession.idle_ends_at <= now) | (LoginSession.absolute_ends_at <= now),
        )
    )


async def _delete(session: AsyncSession, user_id: UUID, session_id: UUID) -> bool:
    statement = (
        delete(LoginSession)
        .where(LoginSession.user_id == user_id, LoginSession.id == session_id)
        .returning(LoginSession.id)
    )
    return await session.scalar(statement) is not None
