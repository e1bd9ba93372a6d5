"""Phrases of a language as patterns, and the tree that finds them in a line.

A pattern is words and slots: `every {number} {unit}`. `(a|b c)` is a choice, `[a|b]` may also be
missing, and neither stands inside another; `,` and `!` stand for that mark behind the word
before. All patterns of a language share one tree, so that a word is looked up once for all.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import product

from almanac.tasks.domain.quick_add.model import PartKind
from almanac.tasks.domain.quick_add.readings import Meaning, Said
from almanac.tasks.domain.quick_add.tokens import Word, fold, gap

Slot = Callable[[tuple[Word, ...], int, Said], tuple[Said, int] | None]
"""Reads at a word: what has been said with it, and the word behind; none when it does not fit."""

MARKS = frozenset({",", "!"})
_ELEMENT = re.compile(r"\[([^\]]*)\]|\(([^)]*)\)|(\S+)")


class Cue(Enum):
    """What a small word before a date or time makes of it."""

    ON = "on"
    AT = "at"
    BY = "by"
    START = "starting"


class Clarity(Enum):
    """How much of its surroundings a phrase needs to be more than ordinary words."""

    CLEAR = "clear"
    CLOSING = "closing"
    """Where the sentence ends or turns: `standup daily`, not `daily news`."""
    CUED = "cued"
    """After a cue or before a clear time: `am Mo`, `Mo 15:00`."""
    FAINT = "faint"
    """After a cue and where the sentence ends or turns, or before a clear time: `on sun`."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a pattern is: a kind of part, or ordinary words that are to be left alone."""

    kind: PartKind | None = None
    clarity: Clarity = Clarity.CLEAR
    takes: frozenset[Cue] = frozenset()
    meaning: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Phrases:
    """Patterns that share all but their meaning."""

    kind: PartKind
    clarity: Clarity
    patterns: Mapping[str, Meaning]
    takes: frozenset[Cue] = frozenset()


@dataclass(slots=True)
class Node:
    """A place in the tree: the phrases that end here and the ways on."""

    phrases: list[Phrase] = field(default_factory=list)
    words: dict[str, "Node"] = field(default_factory=dict)
    slots: dict[str, "Node"] = field(default_factory=dict)
    marks: dict[str, "Node"] = field(default_factory=dict)

    def add(self, pattern: str, phrase: Phrase) -> None:
        """Hang the phrase below this node, once for each wording of the pattern."""
        for wording in wordings(pattern):
            node = self
            for element in wording:
                node = node._branches(element).setdefault(_key(element), Node())
            node.phrases.append(phrase)

    def _branches(self, element: str) -> dict[str, "Node"]:
        if element in MARKS:
            return self.marks
        return self.slots if element.startswith("{") else self.words


def wordings(pattern: str) -> Iterator[list[str]]:
    """Every sequence of words, slots and marks that a pattern stands for."""
    choices: list[list[str]] = []
    for optional, choice, plain in _ELEMENT.findall(pattern):
        group = optional or choice or plain
        choices.append([*(group.split("|") if not plain else [plain]), *([""] if optional else [])])
    for chosen in product(*choices):
        yield " ".join(chosen).split()


def _key(element: str) -> str:
    return element.strip("{}") if element.startswith("{") else fold(element)


def phrases_at(
    root: Node, slots: Mapping[str, Slot], words: tuple[Word, ...], start: int
) -> Iterator[tuple[Phrase, int, Said]]:
    """Phrases that begin at a word, each with the word behind it and what its slots held."""
    waiting = [(root, start, Said())]
    while waiting:
        node, index, said = waiting.pop()
        for phrase in node.phrases:
            yield phrase, index, said
        on = node if index == start else _across(node, words, index)
        if on is None:
            continue
        if child := on.words.get(words[index].key):
            waiting.append((child, index + 1, said))
        for name, child in on.slots.items():
            if read := slots[name](words, index, said):
                waiting.append((child, read[1], read[0]))


def _across(node: Node, words: tuple[Word, ...], index: int) -> Node | None:
    """Where one stands behind the punctuation before a word; nowhere at the end of the line."""
    if index == len(words):
        return None
    marks = gap(words, index)
    return node.marks.get(marks) if marks else node
