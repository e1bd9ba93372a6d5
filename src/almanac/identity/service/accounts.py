"""Making an account and changing one's own.

Passwords come in hashed, so that no transaction waits for Argon2.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import BadRequest, Conflict, FieldError, Forbidden, Unauthorized
from almanac.core.ids import new_id
from almanac.identity import queries
from almanac.identity.domain import Actor, AuditKind, SignedIn, Visitor, email_key
from almanac.identity.models import User
from almanac.identity.queries import Account
from almanac.identity.service import audit, login_sessions
from almanac.identity.service.login_sessions import IssuedToken
from almanac.schedules.rules import Weekday


class EmailTaken(Conflict):
    code, title = "email_taken", "There is an account with this address already"


class SignUpClosed(Forbidden):
    code, title = "sign_up_closed", "New accounts are made by the administrator"


class CurrentPasswordWrong(BadRequest):
    code, title = "invalid_credentials", "The present password is not right"


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What an account starts with."""

    email: str
    password_hash: str | None
    full_name: str
    timezone: str
    locale: str


def email_taken() -> EmailTaken:
    """The error for an address that has an account."""
    sentence = "There is an account with this address already. Sign in instead?"
    return EmailTaken(sentence, errors=(FieldError("/body/email", "email_taken", sentence),))


async def require_free(session: AsyncSession, email: str) -> None:
    """Raise `EmailTaken` before any slow work; `create` makes sure once more."""
    if await queries.find_account(session, email_key(email)) is not None:
        raise email_taken()


async def create(
    session: AsyncSession,
    new: NewAccount,
    *,
    visitor: Visitor,
    now: datetime,
    actor: Actor = Actor.PERSON,
    is_superuser: bool = False,
) -> User:
    """Make an account; the first one of an installation is an administrator.

    Raises `EmailTaken`.
    """
    is_first = await _is_first(session)
    user = User(
        id=new_id(),
        email=new.email,
        email_key=email_key(new.email),
        full_name=new.full_name,
        password_hash=new.password_hash,
        is_superuser=is_superuser or is_first,
        timezone=new.timezone,
        locale=new.locale,
        created_at=now,
        updated_at=now,
        password_changed_at=now if new.password_hash else None,
    )
    try:
        async with session.begin_nested():
            session.add(user)
    except IntegrityError as exc:
        raise email_taken() from exc
    audit.record(
        session,
        AuditKind.ACCOUNT_CREATED,
        user_id=user.id,
        visitor=visitor,
        now=now,
        actor=actor,
        details={"is_superuser": user.is_superuser},
    )
    return user


async def has_any(session: AsyncSession) -> bool:
    """Whether the installation has an account; the first one becomes administrator."""
    return await session.scalar(select(User.id).limit(1)) is not None


async def _is_first(session: AsyncSession) -> bool:
    """Whether there is no account yet; of two that sign up at once, one has to wait."""
    anybody = select(User.id).limit(1)
    if await session.scalar(anybody) is not None:
        return False
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(text("LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE"))
    return await session.scalar(anybody) is None


async def find_own(session: AsyncSession, person: SignedIn) -> Account:
    """The account of who asks, with its password hash. Raises `Unauthorized` when it is gone."""
    account = await queries.find_account(session, email_key(person.email))
    if account is None:
        raise Unauthorized
    return account


class WeekStartFollower(Protocol):
    """A feature that has to know when a person's week begins on another day from now on."""

    async def __call__(
        self, session: AsyncSession, user_id: UUID, week_start: Weekday, *, today: date
    ) -> None: ...


async def update_profile(
    session: AsyncSession,
    person: SignedIn,
    changes: dict[str, Any],
    followers: Sequence[WeekStartFollower],
    *,
    now: datetime,
) -> User:
    """Change the given fields of one's own account; tell `followers` of a new week start."""
    user = (await session.scalars(select(User).where(User.id == person.id))).one()
    for name, value in changes.items():
        setattr(user, name, value)
    if "timezone" in changes or "day_start" in changes:
        user.next_day_at = None
    if changes:
        user.updated_at = now
    await session.flush()
    if user.week_start is not person.week_start:
        for follow in followers:
            await follow(session, user.id, user.week_start, today=person.today)
    return user


async def record_wrong_password(
    session: AsyncSession, person: SignedIn, visitor: Visitor, now: datetime
) -> None:
    """Write down that somebody who is signed in did not know the password."""
    audit.record(
        session,
        AuditKind.PASSWORD_CHANGED,
        user_id=person.id,
        visitor=visitor,
        now=now,
        reason="wrong_password",
    )


async def change_password(
    session: AsyncSession,
    person: SignedIn,
    *,
    verified: Account,
    new_hash: str,
    visitor: Visitor,
    now: datetime,
) -> IssuedToken:
    """Set a new password, end every other session and give this one a token nobody had before.

    Raises `CurrentPasswordWrong` when the password has changed since `verified` was read.
    """
    changed = await session.scalar(
        update(User)
        .where(User.id == person.id, User.password_hash == verified.password_hash)
        .values(password_hash=new_hash, password_changed_at=now, updated_at=now)
        .returning(User.id)
    )
    if changed is None:
        raise current_password_wrong()
    ended = await login_sessions.end_all(session, person.id, kept_id=person.session_id)
    issued = await login_sessions.renew(session, person, visitor, now)
    audit.record(
        session,
        AuditKind.PASSWORD_CHANGED,
        user_id=person.id,
        visitor=visitor,
        now=now,
        details={"sessions_ended": ended},
    )
    return issued


def current_password_wrong() -> CurrentPasswordWrong:
    """The error for a wrong present password."""
    title = CurrentPasswordWrong.title
    errors = (FieldError("/body/current_password", "wrong_password", title),)
    return CurrentPasswordWrong(title, errors=errors)
