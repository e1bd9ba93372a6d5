"""Signing in with a password, in three steps so that no connection waits for Argon2.

`prepare` reads, the caller verifies the password in the pool, `finish` writes. An address without
an account takes the same steps as one with: nobody can find out which addresses exist.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, delete, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.columns import UTCDateTime
from almanac.core.errors import BadRequest, TooManyRequests
from almanac.core.security import is_signature, new_token, signature
from almanac.identity import domain, queries
from almanac.identity.domain import AuditKind, SignInMethod, Visitor
from almanac.identity.models import SignInDelay, User
from almanac.identity.queries import Account
from almanac.identity.service import audit, login_sessions
from almanac.identity.service.login_sessions import IssuedToken

DEVICE_PURPOSE = "known-device"
ACCOUNT_PURPOSE = "account-key"
# One statement, because two tries may fail at once.
_COUNT_FAILURE = text(
    """
    INSERT INTO sign_in_delays (account_key, failures, last_failed_at)
    VALUES (:account_key, 1, :now)
    ON CONFLICT (account_key) DO UPDATE
    SET failures = sign_in_delays.failures + 1, last_failed_at = excluded.last_failed_at
    """
).bindparams(bindparam("now", type_=UTCDateTime()))


class InvalidCredentials(BadRequest):
    code, title = "invalid_credentials", "Address or password is not right"


class SignInDelayed(TooManyRequests):
    code, title = "sign_in_delayed", "Too many failed tries for this address"

    def __init__(self, wait: timedelta) -> None:
        seconds = str(math.ceil(wait.total_seconds()))
        super().__init__(f"Try again in {seconds} seconds.", headers={"Retry-After": seconds})


@dataclass(frozen=True, slots=True)
class Attempt:
    """A sign-in under way."""

    account: Account | None
    account_key: str
    # Whose tries are counted together: those of a known device apart from everybody else's.
    limit_key: str
    # How long an unknown device has to wait after the failures before this one.
    wait: timedelta

    @property
    def password_hash(self) -> str | None:
        """What the password is verified against; None when it cannot be right."""
        return self.account.password_hash if self.account and self.account.is_active else None


@dataclass(frozen=True, slots=True)
class Entered:
    """A sign-in that succeeded."""

    user: User
    issued: IssuedToken


def account_key(key: bytes, email: str) -> str:
    """By what the failures of an address are counted, without storing the address."""
    return signature(key, ACCOUNT_PURPOSE, domain.email_key(email))


def device_mark(key: bytes, user_id: UUID) -> str:
    """What a browser keeps to be known, later, as one that this account was used with."""
    device = new_token()
    return f"{device}.{signature(key, DEVICE_PURPOSE, device, str(user_id))}"


def is_known_device(key: bytes, user_id: UUID, mark: str) -> bool:
    """Whether a browser's mark was given to it for this account."""
    device, _, signed = mark.partition(".")
    return is_signature(signed, key, DEVICE_PURPOSE, device, str(user_id))


async def prepare(
    session: AsyncSession, key: bytes, *, email: str, device: str | None, now: datetime
) -> Attempt:
    """Look the address up, and how often it has failed of late."""
    account = await queries.find_account(session, domain.email_key(email))
    own_key = account_key(key, email)
    if account is not None and device is not None and is_known_device(key, account.id, device):
        return Attempt(account, own_key, f"{own_key} {device}", timedelta(0))
    recorded = await queries.find_failures(session, own_key)
    if recorded is None:
        return Attempt(account, own_key, own_key, timedelta(0))
    failures, last_failed_at = recorded
    failures = domain.failures_now(failures, last_failed_at, now)
    ready_at = last_failed_at + domain.sign_in_delay(failures)
    return Attempt(account, own_key, own_key, max(ready_at - now, timedelta(0)))


def record_refusal(
    session: AsyncSession, attempt: Attempt, reason: str, visitor: Visitor, now: datetime
) -> None:
    """Write down a try that was refused before its password was looked at."""
    audit.record(
        session,
        AuditKind.SIGN_IN,
        user_id=None if attempt.account is None else attempt.account.id,
        visitor=visitor,
        now=now,
        method=SignInMethod.PASSWORD,
        reason=reason,
    )


async def finish(
    session: AsyncSession,
    attempt: Attempt,
    *,
    verified: bool,
    new_hash: str | None,
    visitor: Visitor,
    now: datetime,
) -> Entered | None:
    """Begin a session, or write down why not and answer None.

    `new_hash` replaces the stored hash when that was made with older parameters. The account is
    locked and looked at again: it may have changed while the password was being verified.
    """
    account = attempt.account
    user = None
    if account is not None:
        statement = select(User).where(User.id == account.id).with_for_update()
        user = (await session.scalars(statement)).one_or_none()
    reason = _refusal(attempt, user, verified=verified)
    audit.record(
        session,
        AuditKind.SIGN_IN,
        user_id=None if account is None else account.id,
        visitor=visitor,
        now=now,
        method=SignInMethod.PASSWORD,
        reason=reason,
    )
    if reason is not None or user is None:
        await _count_failure(session, attempt.account_key, now)
        return None
    if new_hash is not None:
        user.password_hash = new_hash
    await session.execute(delete(SignInDelay).where(SignInDelay.account_key == attempt.account_key))
    await login_sessions.purge_ended(session, user.id, now)
    return Entered(
        user, login_sessions.begin(session, user.id, SignInMethod.PASSWORD, visitor, now)
    )


def _refusal(attempt: Attempt, user: User | None, *, verified: bool) -> str | None:
    if attempt.account is None or user is None:
        return "unknown_address"
    if not user.is_active:
        return "deactivated"
    if user.password_hash is None:
        return "no_password"
    if not verified or user.password_hash != attempt.password_hash:
        return "wrong_password"
    return None


async def _count_failure(session: AsyncSession, account_key: str, now: datetime) -> None:
    """One more failure in a row; those of long ago are forgotten, everybody's."""
    await session.execute(
        delete(SignInDelay).where(SignInDelay.last_failed_at <= now - domain.FAILURES_FORGOTTEN)
    )
    await session.execute(_COUNT_FAILURE, {"account_key": account_key, "now": now})
