"""The line as words: where each stands, how it is compared, what punctuation is around it.

A word is what stands between spaces, without the brackets, quotes and sentence marks at its
ends. So `todays`, `v1.1.1`, `9/11` and `me@example.com` are each one word that no table knows.
"""

import re
import unicodedata
from dataclasses import dataclass

OPENING = "([{<\"'“”„«»‚‘’¿¡"  # noqa: RUF001 - the quotation marks people type
CLOSING = ".,;:!?)]}>\"'“”„«»‚‘’…"  # noqa: RUF001 - likewise
DASHES = "-–—|/·"  # noqa: RUF001 - the dashes people type

_CHUNK = re.compile(r"\S+")
_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "’": "'"})  # noqa: RUF001 - likewise
_LONGEST_ABBREVIATION = 4


def fold(text: str) -> str:
    """The form in which words are compared: `Übermorgen` and `uebermorgen` are one."""
    return unicodedata.normalize("NFC", text).casefold().translate(_FOLDED)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the line: `start` to `end` without the marks `before` and `after` it."""

    text: str
    key: str
    start: int
    end: int
    before: str
    after: str

    @property
    def may_end_in_a_dot(self) -> bool:
        """Whether a full stop belongs to it rather than to the sentence: `24.`, `Mo.`."""
        return self.key[-1].isdigit() or len(self.key) <= _LONGEST_ABBREVIATION


def tokenise(text: str) -> tuple[Word, ...]:
    """The words of a text, in order."""
    return tuple(_word(chunk.group(), chunk.start()) for chunk in _CHUNK.finditer(text))


def _word(chunk: str, start: int) -> Word:
    rest = chunk.lstrip(OPENING)
    core = rest.rstrip(CLOSING)
    if not core:
        return Word(chunk, fold(chunk), start, start + len(chunk), "", "")
    before, after = chunk[: len(chunk) - len(rest)], rest[len(core) :]
    begin = start + len(before)
    return Word(core, fold(core), begin, begin + len(core), before, after)


def gap(words: tuple[Word, ...], index: int) -> str:
    """The punctuation between a word and the one before it; empty when they read on."""
    previous = words[index - 1]
    marks = previous.after + words[index].before
    return "" if marks == "." and previous.may_end_in_a_dot else marks


def joined(words: tuple[Word, ...], first: int, end: int) -> str:
    """Words `first` up to `end` as one key; empty when out of reach or apart."""
    if first < 0 or end > len(words):
        return ""
    if any(gap(words, index) for index in range(first + 1, end)):
        return ""
    return " ".join(word.key for word in words[first:end])
