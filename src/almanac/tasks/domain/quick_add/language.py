"""What a language brings to quick add: its words and its phrases. English and German are two."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from almanac.schedules.rules import Weekday
from almanac.tasks.domain.quick_add.grammar import Cue, Node, Phrase, Phrases
from almanac.tasks.domain.quick_add.readings import Daypart, Unit
from almanac.tasks.domain.quick_add.tokens import fold

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that fill the slots of phrases, in the form `fold` gives them."""

    weekdays: Mapping[str, Weekday]
    abbreviations: Mapping[str, Weekday]
    """Short names of weekdays that are ordinary words as well: `sun`, `So`."""
    capitalised: bool
    """Whether `abbreviations` count only with a capital, as nouns do in German."""
    recurring_days: Mapping[str, frozenset[Weekday]]
    """Plurals and adverbs: `mondays`, `montags`, `weekdays`."""
    day_groups: Mapping[str, frozenset[Weekday]]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    articles: frozenset[str]
    """Words for one that are no number after `at`."""
    ordinals: Mapping[str, int]
    ordinal: re.Pattern[str]
    """Digits that are an ordinal, with the full stop that may follow: `24th`, `24.`"""
    units: Mapping[str, Unit]
    minutes: Mapping[str, int]
    repetitions: Mapping[str, int]
    meridiems: Mapping[str, bool]
    dayparts: Mapping[str, Daypart]
    every: frozenset[str]
    conjunctions: frozenset[str]
    ranges: frozenset[str]


@dataclass(frozen=True)
class Language:
    """A language: vocabulary, phrases, and the small words around them."""

    vocabulary: Vocabulary
    phrases: tuple[Phrases, ...]
    ordinary: tuple[str, ...]
    """Patterns that look like a date or time and are none: `black friday`."""
    cues: Mapping[str, Cue]
    binders: frozenset[str]
    """Words that bind what follows to the sentence: `since monday` is no due date."""
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


def folded(table: Mapping[str, Value]) -> dict[str, Value]:
    """A table as people write it, by the form in which words are compared.

    Several words of one meaning share a key: `"june jun": 6`.
    """
    return {fold(word): value for words, value in table.items() for word in words.split()}


def folded_phrases(table: Mapping[str, Value]) -> dict[str, Value]:
    """The same where an entry is a phrase of several words."""
    return {fold(phrase): value for phrase, value in table.items()}


def words(text: str) -> frozenset[str]:
    """A list of words as a set, in the form in which words are compared."""
    return frozenset(map(fold, text.split()))
