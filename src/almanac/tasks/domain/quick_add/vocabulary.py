"""The words of a language that fill the slots of its phrases."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from almanac.schedules.rules import Weekday
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
    uncapitalised: frozenset[str]
    """Those that count without their capital as well, before a time with a word of `oclock`."""
    oclock: frozenset[str]
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

    def names_a_day(self, key: str) -> bool:
        """Whether a word is a weekday or month, in full or short."""
        return key in self.weekdays or key in self.abbreviations or key in self.months


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
