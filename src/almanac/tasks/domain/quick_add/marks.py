"""Marks with a sign in front: `!high`, `!!!`, `#home`, `#Side project`, `#"Side project"`."""

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from almanac.tasks.domain.quick_add.matches import Match
from almanac.tasks.domain.quick_add.model import PartKind
from almanac.tasks.domain.quick_add.spans import Span
from almanac.tasks.domain.quick_add.tokens import OPENING, Word, fold, gap, tokenise

_SIGNS = {"!!!": "high", "!!": "medium"}
"""A lone `!` is punctuation."""
_NAMING = {"L", "S"}
"""Letters and pictures make a name; digits and punctuation alone do not: `#1` is a number."""

_Known = Mapping[str, list[tuple[tuple[Word, ...], str]]]


def priorities(words: tuple[Word, ...], names: Mapping[str, str]) -> Iterator[Match]:
    """Words like `!high` and `!!!`, never the exclamation marks behind a word."""
    for index, word in enumerate(words):
        if word.key.startswith("!"):
            priority = _SIGNS.get(word.key) or names.get(word.key[1:])
            if priority:
                yield Match(PartKind.PRIORITY, word.start, word.end, index, index + 1, priority)


def named_themes(words: tuple[Word, ...], names: Collection[str]) -> Iterator[Match]:
    """Words that begin with `#`, as far as they go on as the name of a theme that exists."""
    known = _by_first_word(names)
    for index, word in enumerate(words):
        if word.key.startswith("#"):
            found = _known_theme(words, index, known)
            name = word.text[1:]
            if found:
                yield found
            elif _is_name(name):
                yield Match(PartKind.THEME, word.start, word.end, index, index + 1, name)


def quoted_themes(
    text: str, words: tuple[Word, ...], quotations: Collection[Span], names: Collection[str]
) -> Iterator[Match]:
    """`#"Side project"`: a name of several words, whether such a theme exists or not."""
    existing = {fold(name): name for name in names}
    starts = [word.start for word in words]
    for start, end in quotations:
        name = text[start + 1 : end - 1].strip()
        if text[max(start - 1, 0)] == "#" and (fold(name) in existing or _is_name(name)):
            first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1)
            named = existing.get(fold(name), name)
            yield Match(PartKind.THEME, start - 1, end, first, last, named)


def _by_first_word(names: Collection[str]) -> _Known:
    """Names as words, the longest first, by their first word."""
    known: dict[str, list[tuple[tuple[Word, ...], str]]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(name.split()), name)):
        parts = tokenise(name)
        if parts:
            known[parts[0].key].append((parts, name))
    return known


def _known_theme(words: tuple[Word, ...], index: int, known: _Known) -> Match | None:
    """The longest name of a theme that goes on from a `#`."""
    for parts, name in known.get(words[index].key[1:], ()):
        last = index + len(parts)
        read = [word.key for word in words[index + 1 : last]]
        if read == [part.key for part in parts[1:]] and all(
            gap(words, index + at) == gap(parts, at) for at in range(1, len(parts))
        ):
            mark = parts[-1].after
            end = words[last - 1].end + (len(mark) if words[last - 1].after.startswith(mark) else 0)
            return Match(PartKind.THEME, words[index].start, end, index, last, name)
    return None


def _is_name(name: str) -> bool:
    named = any(unicodedata.category(character)[0] in _NAMING for character in name)
    return named and name[0] not in OPENING and name[0] != "#"
