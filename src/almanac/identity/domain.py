"""Rules of accounts as functions of values: lifetimes of login sessions, delays, passwords.

No hashing and no random numbers here; those are `core.security` and `identity.service`.
"""

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import Literal
from uuid import UUID
from zoneinfo import available_timezones

from almanac.schedules.rules import Weekday
from almanac.schedules.times import local_today, zone_named

IDLE_LIFETIME = timedelta(days=14)
ABSOLUTE_LIFETIME = timedelta(days=90)
ROTATE_AFTER = timedelta(days=7)
# How long a rotated-out token still serves the tabs that were asking at that moment.
GRACE = timedelta(seconds=30)
# A sliding end is written at most this often.
TOUCH_EVERY = timedelta(minutes=5)

FREE_FAILURES = 5
LONGEST_DELAY = timedelta(minutes=15)
# Failures are forgotten when nothing has failed for this long.
FAILURES_FORGOTTEN = timedelta(days=1)

PASSWORD_MIN_LENGTH = 8
PASSWORD_MAX_LENGTH = 128
WEAKEST_SCORE = 2
# Shorter parts of a name or address occur in good passwords by chance.
PERSONAL_MIN_LENGTH = 3
EMAIL_MAX_LENGTH = 254
LATEST_DAY_START = 720
# `localtime` is whatever the machine is set to; `Factory` says that nobody has set it.
PLACELESS_ZONES = frozenset({"localtime", "Factory", "posixrules"})


class Units(StrEnum):
    """In which units weights and distances are shown."""

    METRIC = "metric"
    IMPERIAL = "imperial"


class SignInMethod(StrEnum):
    """How somebody proved who they are."""

    PASSWORD = "password"  # noqa: S105 - the name of a method


class AuditKind(StrEnum):
    """What the audit log tells apart."""

    ACCOUNT_CREATED = "account.created"
    ACCOUNT_PROMOTED = "account.promoted"
    ACCOUNT_DEACTIVATED = "account.deactivated"
    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"
    PASSWORD_CHANGED = "password.changed"  # noqa: S105 - the name of an event
    PASSWORD_RESET = "password.reset"  # noqa: S105 - the name of an event
    SESSION_REVOKED = "session.revoked"
    OTHER_SESSIONS_REVOKED = "session.others_revoked"
    TOKEN_REPLAYED = "session.token_replayed"  # noqa: S105 - the name of an event
    BATCHES_RECALLED = "batches.recalled"
    RECALL_TAKEN_BACK = "batches.recall_taken_back"


class Actor(StrEnum):
    """Who did what the audit log tells."""

    PERSON = "person"
    OPERATOR = "operator"
    SYSTEM = "system"


class PasswordFault(StrEnum):
    """Why a new password is refused."""

    TOO_SHORT = "password_too_short"
    TOO_LONG = "password_too_long"
    PERSONAL = "password_personal"
    COMMON = "password_common"
    WEAK = "password_weak"


@dataclass(frozen=True, slots=True)
class IdentityConfig:
    """What the operator decides about accounts. `secret_key` signs, and never leaves the server."""

    sign_up: Literal["open", "closed"]
    secret_key: bytes
    rate_limit_factor: float
    default_timezone: str


@dataclass(frozen=True, slots=True)
class Visitor:
    """Where a request comes from, for the audit log and the list of devices."""

    ip: str
    user_agent: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The person who asks and the login session they ask with; read once for each request."""

    id: UUID
    email: str
    full_name: str
    is_active: bool
    is_superuser: bool
    timezone: str
    week_start: Weekday
    day_start: int
    locale: str
    units: Units
    created_at: datetime
    session_id: UUID
    method: str
    proved_at: datetime
    now: datetime

    @property
    def today(self) -> date:
        """The local date of this request, by the person's zone and day start."""
        return local_today(self.now, zone_named(self.timezone), self.day_start)


@cache
def known_zones() -> frozenset[str]:
    """The names of the IANA database that name a place or an offset, the same on every machine."""
    return frozenset(available_timezones()) - PLACELESS_ZONES


def email_key(email: str) -> str:
    """What makes two spellings of an address the same account."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", email).casefold())


def idle_end(now: datetime, absolute_end: datetime) -> datetime:
    """When a login session used at `now` ends unless it is used again."""
    return min(now + IDLE_LIFETIME, absolute_end)


def needs_touch(last_seen_at: datetime, now: datetime) -> bool:
    """Whether the last use is old enough to be written again."""
    return now - last_seen_at >= TOUCH_EVERY


def needs_rotation(token_issued_at: datetime, now: datetime) -> bool:
    """Whether the token of a login session is due to be replaced."""
    return now - token_issued_at >= ROTATE_AFTER


def in_grace(retired_at: datetime, now: datetime) -> bool:
    """Whether a rotated-out token still serves; later its use means that it was stolen."""
    return now - retired_at <= GRACE


def sign_in_delay(failures: int) -> timedelta:
    """How long an unknown device waits after so many failures in a row: 1 s, doubling to 15 min."""
    if failures < FREE_FAILURES:
        return timedelta(0)
    doublings = min(failures - FREE_FAILURES, 10)
    return min(timedelta(seconds=2**doublings), LONGEST_DELAY)


def failures_now(failures: int, last_failed_at: datetime, now: datetime) -> int:
    """How many of the recorded failures still count."""
    return 0 if now - last_failed_at >= FAILURES_FORGOTTEN else failures


def normal_password(password: str) -> str:
    """The same password, whichever way a keyboard composes its characters (NFKC)."""
    return unicodedata.normalize("NFKC", password)


def personal_words(email: str, full_name: str) -> tuple[str, ...]:
    """What a password must not contain: the address's local part, the name and its parts."""
    words = {email.rpartition("@")[0], full_name, *full_name.split()}
    folded = {normal_password(word).casefold() for word in words}
    return tuple(sorted(word for word in folded if len(word) >= PERSONAL_MIN_LENGTH))


def length_fault(password: str) -> PasswordFault | None:
    """Whether a password is too short or too long, counted in characters."""
    if len(password) < PASSWORD_MIN_LENGTH:
        return PasswordFault.TOO_SHORT
    if len(password) > PASSWORD_MAX_LENGTH:
        return PasswordFault.TOO_LONG
    return None


def strength_fault(
    password: str, personal: tuple[str, ...], *, is_common: bool, score: int
) -> PasswordFault | None:
    """Whether a password of acceptable length is too easy; `score` is zxcvbn's, 0 to 4."""
    folded = password.casefold()
    if any(word in folded for word in personal):
        return PasswordFault.PERSONAL
    if is_common:
        return PasswordFault.COMMON
    if score < WEAKEST_SCORE:
        return PasswordFault.WEAK
    return None
