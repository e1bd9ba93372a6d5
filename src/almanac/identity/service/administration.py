"""What the operator does to accounts, from the command line of the machine.

Hashing blocks: these functions are for a program that serves nobody at the same time.
"""

import secrets
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import Conflict, NotFound
from almanac.identity import queries
from almanac.identity.domain import Actor, AuditKind, SignedIn, email_key
from almanac.identity.models import User
from almanac.identity.service import accounts, audit, login_sessions
from almanac.identity.service.accounts import NewAccount
from almanac.identity.service.passwords import fault_of, hash_password, refusal

# 15 random bytes are 20 characters of base64url: strong, and short enough to type once.
GENERATED_BYTES = 15
NO_SESSION = UUID(int=0)


class AccountNotFound(NotFound):
    code, title = "account_not_found", "No account has this address"


class LastAdministrator(Conflict):
    code, title = "last_administrator", "The last administrator stays one"


async def create_user(
    session: AsyncSession,
    *,
    email: str,
    password: str | None,
    full_name: str,
    timezone: str,
    locale: str,
    is_superuser: bool,
    now: datetime,
) -> tuple[User, str]:
    """Make an account, whether sign-up is open or not; without a password one is generated.

    Returns the account and its password. Raises `EmailTaken`, and `Invalid` for a weak password.
    """
    password = _chosen(password, email=email, full_name=full_name)
    new = NewAccount(email, hash_password(password), full_name, timezone, locale)
    user = await accounts.create(
        session,
        new,
        visitor=audit.OPERATOR,
        now=now,
        actor=Actor.OPERATOR,
        is_superuser=is_superuser,
    )
    return user, password


async def list_users(session: AsyncSession) -> list[User]:
    """All accounts, the oldest first."""
    return await queries.list_users(session)


async def find_person(session: AsyncSession, *, email: str, now: datetime) -> SignedIn:
    """Somebody as their own requests would show them, for what the operator does in their place.

    There is no login session behind it. Raises `AccountNotFound`.
    """
    user = await _find(session, email)
    return SignedIn(
        id=user.id,
        email=user.email,
        full_name=user.full_name,
        is_active=user.is_active,
        is_superuser=user.is_superuser,
        timezone=user.timezone,
        week_start=user.week_start,
        day_start=user.day_start,
        locale=user.locale,
        units=user.units,
        created_at=user.created_at,
        session_id=NO_SESSION,
        method=Actor.OPERATOR.value,
        proved_at=now,
        now=now,
    )


async def promote(session: AsyncSession, *, email: str, now: datetime) -> User:
    """Make somebody an administrator. Raises `AccountNotFound`."""
    user = await _find(session, email)
    user.is_superuser, user.updated_at = True, now
    _record(session, AuditKind.ACCOUNT_PROMOTED, user, now)
    return user


async def deactivate(session: AsyncSession, *, email: str, now: datetime) -> User:
    """Lock somebody out at once and everywhere; their data stays.

    Raises `AccountNotFound`, and `LastAdministrator` for the only active one.
    """
    # Locked in one order, so that of two administrators deactivated at once one stays.
    statement = (
        select(User)
        .where(User.is_superuser, User.is_active)
        .order_by(User.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    administrators = list(await session.scalars(statement))
    user = await _find(session, email)
    if [administrator.id for administrator in administrators] == [user.id]:
        raise LastAdministrator
    user.is_active, user.updated_at = False, now
    await session.flush()  # the account before its sessions: a sign-in under way waits for it
    await login_sessions.end_all(session, user.id)
    _record(session, AuditKind.ACCOUNT_DEACTIVATED, user, now)
    return user


async def reset_password(
    session: AsyncSession, *, email: str, password: str | None, now: datetime
) -> str:
    """Set a password, generated when none is given, and end all sessions; returns the password.

    Raises `AccountNotFound`, and `Invalid` for a weak password.
    """
    user = await _find(session, email)
    password = _chosen(password, email=user.email, full_name=user.full_name)
    user.password_hash = hash_password(password)
    user.password_changed_at = user.updated_at = now
    await session.flush()  # the account before its sessions: a sign-in under way waits for it
    await login_sessions.end_all(session, user.id)
    _record(session, AuditKind.PASSWORD_RESET, user, now)
    return password


def _chosen(password: str | None, *, email: str, full_name: str) -> str:
    if password is None:
        return secrets.token_urlsafe(GENERATED_BYTES)
    fault = fault_of(password, email=email, full_name=full_name)
    if fault is not None:
        raise refusal(fault, "/body/password")
    return password


async def _find(session: AsyncSession, email: str) -> User:
    statement = select(User).where(User.email_key == email_key(email))
    user = (await session.scalars(statement)).one_or_none()
    if user is None:
        raise AccountNotFound
    return user


def _record(session: AsyncSession, kind: AuditKind, user: User, now: datetime) -> None:
    audit.record(
        session,
        kind,
        user_id=user.id,
        visitor=audit.OPERATOR,
        now=now,
        actor=Actor.OPERATOR,
    )
