"""Judging and hashing passwords: Argon2id in a bounded pool of threads, zxcvbn, common passwords.

The parameters are those of the OWASP cheat sheet: 19 MiB, two passes, one lane.
"""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import zxcvbn  # type: ignore[import-untyped]  # the package ships no types
from zxcvbn.frequency_lists import (  # type: ignore[import-untyped]  # likewise
    FREQUENCY_LISTS,
)
from zxcvbn.matching import L33T_TABLE  # type: ignore[import-untyped]  # likewise

from almanac.core.errors import Invalid, Unavailable, invalid_field
from almanac.identity.domain import (
    PASSWORD_MAX_LENGTH,
    PASSWORD_MIN_LENGTH,
    PasswordFault,
    length_fault,
    normal_password,
    personal_words,
    strength_fault,
)

Result = TypeVar("Result")

HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
# Verified in place of an account's own, so that no account costs as much as a wrong password.
NOBODY = (
    "$argon2id$v=19$m=19456,t=2,p=1$YWxtYW5hYy1ub2JvZHk$0000000000000000000000000000000000000000000"
)
COMMON = frozenset(
    word for word in FREQUENCY_LISTS["passwords"] if len(word) >= PASSWORD_MIN_LENGTH
)
# What zxcvbn can judge; the rest of a longer password only adds to its strength.
JUDGED_LENGTH = 72
# It tries every reading of these as letters. A password with more than a few different ones is
# judged by its beginning, or it would keep a core busy for seconds.
LOOKALIKES = frozenset("".join(sign for signs in L33T_TABLE.values() for sign in signs))
MOST_LOOKALIKES = 8
JUDGED_LENGTH_OF_LOOKALIKES = 20
QUEUE_PER_CORE = 8
SENTENCES = {
    PasswordFault.TOO_SHORT: f"Use at least {PASSWORD_MIN_LENGTH} characters.",
    PasswordFault.TOO_LONG: f"Use at most {PASSWORD_MAX_LENGTH} characters.",
    PasswordFault.PERSONAL: "Leave your name and address out of it.",
    PasswordFault.COMMON: "This is one of the most common passwords.",
    PasswordFault.WEAK: "This is too easy to guess. A few unrelated words make a good one.",
}


class PasswordsBusy(Unavailable):
    code, title = "passwords_busy", "Too many people are signing in at this moment"


class PasswordPool:
    """Threads for Argon2: as many as cores, eight waiting for each, and no more.

    `hashed` counts the Argon2 runs since the start.
    """

    def __init__(self, cores: int | None = None) -> None:
        cores = cores or len(os.sched_getaffinity(0))
        self._threads = ThreadPoolExecutor(cores, thread_name_prefix="argon2")
        self._room = cores * (1 + QUEUE_PER_CORE)
        self.hashed = 0

    async def hash(self, password: str) -> str:
        """The Argon2id hash of a password. Raises `PasswordsBusy` when the queue is full."""
        self.hashed += 1
        return await self._run(lambda: hash_password(password))

    async def verify(self, password_hash: str | None, password: str) -> bool:
        """Whether the password is right; without a hash it costs the same and is wrong."""
        self.hashed += 1
        return await self._run(lambda: _verify(password_hash, password))

    async def check(self, password: str, *, email: str, full_name: str, pointer: str) -> None:
        """Raise `Invalid` for a new password that is refused (see `fault_of`)."""
        fault = await self._run(lambda: fault_of(password, email=email, full_name=full_name))
        if fault is not None:
            raise refusal(fault, pointer)

    async def _run(self, work: Callable[[], Result]) -> Result:
        if self._room == 0:
            raise PasswordsBusy(headers={"Retry-After": "2"})
        self._room -= 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._room += 1


def hash_password(password: str) -> str:
    """The Argon2id hash of a password; blocks for tens of milliseconds."""
    return HASHER.hash(normal_password(password))


def needs_rehash(password_hash: str) -> bool:
    """Whether a hash was made with other parameters than today's."""
    return HASHER.check_needs_rehash(password_hash)


def fault_of(password: str, *, email: str, full_name: str) -> PasswordFault | None:
    """Why a new password is refused, or None; blocks for some milliseconds."""
    password = normal_password(password)
    fault = length_fault(password)
    if fault is not None:
        return fault
    personal = personal_words(email, full_name)
    score = int(zxcvbn(_judged(password), user_inputs=[email, *personal])["score"])
    is_common = password.casefold() in COMMON
    return strength_fault(password, personal, is_common=is_common, score=score)


def _judged(password: str) -> str:
    """The part of a password by which its strength is told, in a bounded time."""
    lookalikes = len(LOOKALIKES.intersection(password[:JUDGED_LENGTH]))
    is_costly = lookalikes > MOST_LOOKALIKES
    return password[: JUDGED_LENGTH_OF_LOOKALIKES if is_costly else JUDGED_LENGTH]


def refusal(fault: PasswordFault, pointer: str) -> Invalid:
    """The error that tells somebody why their password is refused."""
    return invalid_field(pointer, fault.value, SENTENCES[fault])


def _verify(password_hash: str | None, password: str) -> bool:
    try:
        HASHER.verify(password_hash or NOBODY, normal_password(password))
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None
