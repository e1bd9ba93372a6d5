"""What a language brings to quick add: its words and its phrases. English and German are two."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from almanac.tasks.domain.quick_add.grammar import Cue, Node, Phrase, Phrases, Slot
from almanac.tasks.domain.quick_add.slots import slots_of
from almanac.tasks.domain.quick_add.vocabulary import Vocabulary, words

NUMBERED = words(
    "v version ios android no nr chapter section page room step"
    " kapitel abschnitt seite raum zimmer schritt punkt ziffer artikel §"
)
"""Digits are read in every language, so these are those of all."""


@dataclass(frozen=True, eq=False)
class Language:
    """A language: vocabulary, phrases, and the small words around them."""

    vocabulary: Vocabulary
    phrases: tuple[Phrases, ...]
    ordinary: tuple[str, ...]
    """Patterns that look like a date or time and are none: `black friday`."""
    cues: Mapping[str, Cue]
    binders: frozenset[str]
    """Words that bind what follows to the sentence: `since monday` is no due date."""
    numbered: frozenset[str]
    """Words behind which `3.4.` is a number rather than a date."""
    connectives: frozenset[str]
    """Words that begin another thought: what stands before them can close a phrase."""
    priorities: Mapping[str, str]

    @cached_property
    def tree(self) -> Node:
        """All phrases of the language in one tree."""
        root = Node()
        for pattern in self.ordinary:
            root.add(pattern, Phrase())
        for group in self.phrases:
            for pattern, meaning in group.patterns.items():
                root.add(pattern, Phrase(group.kind, group.clarity, group.takes, meaning))
        return root

    @cached_property
    def slots(self) -> dict[str, Slot]:
        """The slots of its phrases, filled from its vocabulary."""
        return slots_of(self.vocabulary)
