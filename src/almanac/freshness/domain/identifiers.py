"""Identifiers of batches: when two are the same, and which one comes next."""

import re
from collections.abc import Container
from datetime import date
from unicodedata import category, normalize

FIRST = "B-1001"
MAX_LENGTH = 40
_LAST_NUMBER = re.compile(r"[0-9]+(?=[^0-9]*\Z)")
# A day as identifiers write it: with hyphens, without, or with a short year.
_DAY_FORMS = (
    (re.compile(r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])"), "%Y-%m-%d"),
    (re.compile(r"(?<![0-9])(?:19|20|21)[0-9]{6}(?![0-9])"), "%Y%m%d"),
    (re.compile(r"(?<![0-9])[0-9]{6}(?![0-9])"), "%y%m%d"),
)


def likeness(identifier: str) -> str:
    """What two identifiers of one owner must not share.

    Case, width, spacing and what cannot be seen play no part.
    """
    seen = "".join(sign for sign in identifier if category(sign) != "Cf")
    return " ".join(normalize("NFKC", seen).casefold().split())


def next_identifier(last: str | None, taken: Container[str], today: date) -> str:
    """A free identifier that goes on where `last` stopped: `B-2043` is followed by `B-2044`.

    A day in it becomes today, and what is counted after the day begins anew: `20261119-3` is
    followed by `20261120-1`. `taken` holds likenesses; at most one more number than it holds is
    tried. Without a number to count on, one is added. Where there is no room for more digits,
    it begins anew.
    """
    candidate = _fitting(FIRST if last is None else _following(last, today))
    while likeness(candidate) in taken:
        candidate = _fitting(_counted_on(candidate, 1))
    return candidate


def _fitting(identifier: str) -> str:
    return identifier if len(identifier) <= MAX_LENGTH else FIRST


def _following(last: str, today: date) -> str:
    for form, written in _DAY_FORMS:
        found = form.search(last)
        if found is None or not _is_day(found[0], written):
            continue
        day = f"{today:{written}}"
        head, tail = last[: found.start()], last[found.end() :]
        if not _LAST_NUMBER.search(tail):
            # The day is all there is to tell one from another.
            return last + "-2" if day == found[0] else head + day + tail
        tail = _counted_on(tail, 1) if day == found[0] else _LAST_NUMBER.sub(_begun, tail)
        return head + day + tail
    return _counted_on(last, 1)


def _counted_on(identifier: str, by: int) -> str:
    """The last number in it made greater, as wide as it was; one is added where there is none."""
    found = _LAST_NUMBER.search(identifier)
    if found is None:
        return identifier + "-2"
    number = str(int(found[0]) + by).zfill(len(found[0]))
    return identifier[: found.start()] + number + identifier[found.end() :]


def _begun(found: re.Match[str]) -> str:
    return "1".zfill(len(found[0]))


def _is_day(text: str, written: str) -> bool:
    digits = text.replace("-", "")
    year = int(digits[:-4]) + (2000 if written == "%y%m%d" else 0)
    try:
        date(year, int(digits[-4:-2]), int(digits[-2:]))
    except ValueError:
        return False
    return True
