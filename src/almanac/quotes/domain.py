"""Which quote a day has, and when a provider is asked again. Pure.

A day's quote follows from the date and from what there is to choose from, by SHA-256, so that it is
the same in every process, on every machine and with every version of Python.
"""

import hashlib
import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from functools import lru_cache

# What was fetched on a date of UTC is shown from so many days later on: by then no clock on earth,
# the earliest of which is 14 hours ahead, had begun that day when it was fetched.
DAYS_AHEAD = 2
# How long quotes that are shown no longer are kept, so that past days look as they did.
KEPT_DAYS = 100
# The shortest time between two requests to a provider, and the first wait after a failure.
SHORTEST_WAIT = timedelta(minutes=1)


class Language(StrEnum):
    """The languages that a pack of quotes ships in."""

    ENGLISH = "en"
    GERMAN = "de"


def language_of(locale: str) -> Language:
    """German for every kind of German, English for everybody else."""
    return Language.GERMAN if locale.lower().startswith("de") else Language.ENGLISH


def text_key(text: str) -> str:
    """SHA-256 (hex) of the letters and digits of a text: what makes two quotes the same one."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return digest("".join(character for character in folded if character.isalnum()))


def choose(day: date, keys: tuple[str, ...]) -> int:
    """The place in `keys` of the one that `day` has; their order does not matter.

    Each comes once in as many days as there are keys, in an order that is another one each time,
    and never on two days in a row.
    """
    cycle, place = divmod(day.toordinal(), len(keys))
    return _order(cycle, keys)[place]


@lru_cache(maxsize=32)
def _order(cycle: int, keys: tuple[str, ...]) -> Sequence[int]:
    order = _shuffled(cycle, keys)
    if order[0] == _shuffled(cycle - 1, keys)[-1] and len(keys) > 1:
        order[0], order[1] = order[1], order[0]
    return order


def _shuffled(cycle: int, keys: tuple[str, ...]) -> list[int]:
    # Two can only alternate: any other order of a cycle repeats one at its end or its beginning.
    seed = cycle if len(keys) > 2 else 0  # noqa: PLR2004 - see above
    return sorted(range(len(keys)), key=lambda place: digest(f"{seed} {keys[place]}"))


def first_open_day(now: datetime) -> date:
    """The first day that has begun nowhere on earth yet, and whose quote may therefore change."""
    return now.astimezone(UTC).date() + timedelta(days=DAYS_AHEAD)


def wait_after_failures(failures: int, interval: timedelta, seed: str) -> timedelta:
    """How long to wait after so many failures in a row: a minute, doubling up to the interval.

    Up to a quarter is taken off, by `seed`, so that servers which failed together part.
    """
    doublings = min(failures - 1, 20)  # 2^20 minutes are beyond the longest interval
    step = min(SHORTEST_WAIT * (1 << doublings), interval)
    share = int(digest(seed)[:8], 16) / 2**32
    return max(SHORTEST_WAIT, step * (1 - share / 4))


def asked_wait(retry_after: str | None, now: datetime) -> timedelta:
    """What a `Retry-After` header asks for, in seconds or as a date; nothing if it says neither."""
    if retry_after is None:
        return timedelta()
    if retry_after.isascii() and retry_after.isdigit():
        return timedelta(seconds=int(retry_after[:9]))
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return timedelta()
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(until - now, timedelta())


def digest(text: str) -> str:
    """SHA-256 (hex)."""
    return hashlib.sha256(text.encode()).hexdigest()
