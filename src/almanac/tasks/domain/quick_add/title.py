"""The title: the line without what was recognised, tidied where something was cut out.

Words are never touched. Punctuation goes only where a cut has left it without its words.
"""

import unicodedata
from collections.abc import Iterable, Sequence

from almanac.tasks.domain.quick_add.spans import Span
from almanac.tasks.domain.quick_add.tokens import DASHES

_PAUSES = ",;:"
_JOINS_LEFT = f".!?)]}}…{_PAUSES}"
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_UNSEEN = {"C", "P", "Z"}


def without(text: str, cuts: Sequence[Span], marks: Iterable[int]) -> str:
    """The text without the cuts, and without single characters (quotes that escaped)."""
    dropped = frozenset(marks)
    title, position = "", 0
    for start, end in [*cuts, (len(text), len(text))]:
        piece = "".join(text[at] for at in range(position, start) if at not in dropped)
        title = _joined(title, piece) if position else piece
        position = end
    if cuts and not text[: cuts[0][0]].strip():
        title = _from_first_word(title)
    if cuts and not text[cuts[-1][1] :].strip():
        title = _to_last_word(title)
    return title.strip()


def says_something(title: str) -> bool:
    """Whether more is left than punctuation and space."""
    return any(unicodedata.category(character)[0] not in _UNSEEN for character in title)


def _joined(left: str, right: str) -> str:
    """What stood before and behind a cut."""
    left, right = left.rstrip(), right.lstrip()
    while left and right and _BRACKETS.get(left[-1]) == right[0]:
        left, right = left[:-1].rstrip(), right[1:].lstrip()
    if left[-1:] in _BRACKETS:
        return left + right.lstrip(f" {_PAUSES}")
    if (first := right.split(maxsplit=1)) and not first[0].strip(_JOINS_LEFT):
        return _to_last_word(left) + right
    return f"{left} {right}"


def _from_first_word(title: str) -> str:
    """Without the punctuation that a cut has left at the front: a mark on a word is the word's."""
    while (first := title.split(maxsplit=1)) and not first[0].strip(_JOINS_LEFT + DASHES):
        title = title.lstrip()[len(first[0]) :]
    return title


def _to_last_word(title: str) -> str:
    """Without the pauses and lone dashes that a cut has left at the end."""
    title = title.rstrip(f" {_PAUSES}")
    while (last := title.rsplit(maxsplit=1)) and not last[-1].strip(DASHES):
        title = title.rstrip()[: -len(last[-1])].rstrip(f" {_PAUSES}")
    return title
