"""Reads of accounts and login sessions. The first one runs on every signed-in request.

Writes nothing; statements that are asked often are built once.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.columns import UTCDateTime
from almanac.core.lookups import Lookups
from almanac.core.pagination import Paging
from almanac.identity.domain import SignedIn
from almanac.identity.models import AuditEvent, LoginSession, RetiredToken, SignInDelay, User

_USERS = User.__table__.c
_SESSIONS = LoginSession.__table__.c
_RETIRED = RetiredToken.__table__.c


@dataclass(frozen=True, slots=True)
class FoundSession:
    """A login session in force, with what its upkeep needs to know."""

    person: SignedIn
    token_hash: bytes
    token_issued_at: datetime
    last_seen_at: datetime
    absolute_ends_at: datetime
    # When the presented token was rotated out; None while it is the present one.
    retired_at: datetime | None


@dataclass(frozen=True, slots=True)
class Account:
    """What signing in needs to know of an account."""

    id: UUID
    email: str
    full_name: str
    password_hash: str | None
    is_active: bool


def _in_force() -> Select[tuple[object, ...]]:
    now = bindparam("now", type_=UTCDateTime())
    return (
        select(
            _USERS.id,
            _USERS.email,
            _USERS.full_name,
            _USERS.is_active,
            _USERS.is_superuser,
            _USERS.timezone,
            _USERS.week_start,
            _USERS.day_start,
            _USERS.locale,
            _USERS.units,
            _USERS.created_at,
            _SESSIONS.id.label("session_id"),
            _SESSIONS.method,
            _SESSIONS.proved_at,
            _SESSIONS.token_hash,
            _SESSIONS.token_issued_at,
            _SESSIONS.last_seen_at,
            _SESSIONS.absolute_ends_at,
        )
        .join(LoginSession, _SESSIONS.user_id == _USERS.id)
        .where(_USERS.is_active, _SESSIONS.idle_ends_at > now, _SESSIONS.absolute_ends_at > now)
    )


_BY_TOKEN = _in_force().where(_SESSIONS.token_hash == bindparam("token"))
_BY_RETIRED_TOKEN = (
    _in_force()
    .add_columns(_RETIRED.retired_at)
    .join(
        RetiredToken,
        (_RETIRED.user_id == _SESSIONS.user_id) & (_RETIRED.session_id == _SESSIONS.id),
    )
    .where(_RETIRED.token_hash == bindparam("token"))
)


async def find_session(lookups: Lookups, token_hash: bytes, now: datetime) -> FoundSession | None:
    """The login session in force whose present token has this hash, with its person."""
    row = await lookups.first(_BY_TOKEN, {"token": token_hash, "now": now})
    return None if row is None else _found(row, None, now)


async def find_retired(lookups: Lookups, token_hash: bytes, now: datetime) -> FoundSession | None:
    """The login session in force that was rotated away from this token, however long ago."""
    row = await lookups.first(_BY_RETIRED_TOKEN, {"token": token_hash, "now": now})
    return None if row is None else _found(row[:-1], row[-1], now)


def _found(row: tuple[Any, ...], retired_at: datetime | None, now: datetime) -> FoundSession:
    *person, token_hash, token_issued_at, last_seen_at, absolute_ends_at = row
    return FoundSession(
        # In the order of the select; the row does not say what it holds.
        person=SignedIn(*cast("Any", (*person, now))),
        token_hash=token_hash,
        token_issued_at=token_issued_at,
        last_seen_at=last_seen_at,
        absolute_ends_at=absolute_ends_at,
        retired_at=retired_at,
    )


async def find_account(session: AsyncSession, email_key: str) -> Account | None:
    """The account of an address."""
    statement = select(
        User.id,
        User.email,
        User.full_name,
        User.password_hash,
        User.is_active,
    ).where(User.email_key == email_key)
    row = (await session.execute(statement)).first()
    return None if row is None else Account(*row)


async def find_failures(session: AsyncSession, account_key: str) -> tuple[int, datetime] | None:
    """How often signing in failed in a row, and when last."""
    statement = select(SignInDelay.failures, SignInDelay.last_failed_at).where(
        SignInDelay.account_key == account_key
    )
    row = (await session.execute(statement)).first()
    return None if row is None else (row.failures, row.last_failed_at)


async def list_sessions(session: AsyncSession, user_id: UUID, now: datetime) -> list[LoginSession]:
    """The login sessions in force of a person, the last used first."""
    statement = (
        select(LoginSession)
        .where(
            LoginSession.user_id == user_id,
            LoginSession.idle_ends_at > now,
            LoginSession.absolute_ends_at > now,
        )
        .order_by(LoginSession.last_seen_at.desc(), LoginSession.id.desc())
    )
    return list(await session.scalars(statement))


async def list_events(
    session: AsyncSession, user_id: UUID, paging: Paging
) -> tuple[list[AuditEvent], int]:
    """One page of what happened to an account, the latest first, and how much there is."""
    mine = AuditEvent.user_id == user_id
    count = await session.scalar(select(func.count()).select_from(AuditEvent).where(mine))
    statement = (
        select(AuditEvent)
        .where(mine)
        .order_by(AuditEvent.id.desc())
        .offset(paging.skip)
        .limit(paging.limit)
    )
    return list(await session.scalars(statement)), count or 0


async def list_users(session: AsyncSession) -> list[User]:
    """All accounts, the oldest first."""
    return list(await session.scalars(select(User).order_by(User.created_at, User.id)))
