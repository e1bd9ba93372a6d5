"""Phrases found in the line, with what stands around them, and which of them count."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from almanac.tasks.domain.quick_add.grammar import Clarity, Cue, Phrase, phrases_at
from almanac.tasks.domain.quick_add.language import Language
from almanac.tasks.domain.quick_add.model import Moment, PartKind
from almanac.tasks.domain.quick_add.readings import DateReading, Reading, TimeReading
from almanac.tasks.domain.quick_add.tokens import DASHES, Word, gap, joined

_LONGEST_CUE = 3
_LONGEST_DAYPART = 3
_AFTER_WEEKDAY = frozenset({"", ",", ".,"})
_HIDDEN = frozenset({Clarity.CUED, Clarity.FAINT})
_TIMED = frozenset({PartKind.DUE_DATE, PartKind.DUE_TIME, PartKind.SCHEDULE})


@dataclass(frozen=True, slots=True)
class Match:
    """Something found: `start` to `end` of the line, words `first` up to `last`.

    Without a `kind` or `reading` it is words to leave alone: a phrase that is ordinary, or one
    that names what does not exist (31 February).
    """

    kind: PartKind | None
    start: int
    end: int
    first: int
    last: int
    reading: Reading | str | None
    clarity: Clarity = Clarity.CLEAR
    cue: Cue | None = None
    language: Language | None = None


def found(words: tuple[Word, ...], language: Language, moment: Moment) -> Iterator[Match]:
    """Every phrase of a language in the line, also those that overlap."""
    for index in range(len(words)):
        for phrase, last, said in phrases_at(language.tree, language.slots, words, index):
            reading = phrase.meaning(said, moment) if phrase.meaning else None
            match = _in_context(words, language, phrase, (index, last), reading)
            if match:
                yield match


def _in_context(
    words: tuple[Word, ...],
    language: Language,
    phrase: Phrase,
    span: tuple[int, int],
    reading: Reading | None,
) -> Match | None:
    """The phrase with the words that belong to it; none where another word binds it."""
    (first, last), cue = span, None
    if reading:
        last, reading = _with_daypart(words, language, last, reading)
        first = _with_weekday(words, language, first, reading)
    if phrase.takes:
        first, cue = _with_cue(words, language, first)
    is_bound = _is_bound(words, language, first, reading)
    if phrase.kind and (is_bound or (cue and cue not in phrase.takes)):
        return None
    end = words[last - 1].end + _dot(words[last - 1], language, reading)
    clarity = _lifted(phrase.clarity) if cue else phrase.clarity
    return Match(phrase.kind, words[first].start, end, first, last, reading, clarity, cue, language)


def _is_bound(
    words: tuple[Word, ...], language: Language, first: int, reading: Reading | None
) -> bool:
    """Whether the word before makes the phrase a piece of the sentence, or a number."""
    if not first or gap(words, first):
        return False
    is_numeric = isinstance(reading, DateReading) and words[first].key[0].isdigit()
    before = words[first - 1].key
    return before in language.binders or (is_numeric and before in language.numbered)


def _with_daypart(
    words: tuple[Word, ...], language: Language, last: int, reading: Reading
) -> tuple[int, Reading]:
    """`tomorrow` is also `tomorrow morning`, `9` also `9 in the morning`."""
    for length in range(_LONGEST_DAYPART, 0, -1):
        daypart = language.vocabulary.dayparts.get(joined(words, last, last + length))
        if daypart and not reading.daypart and not gap(words, last):
            return last + length, replace(reading, daypart=daypart)
    return last, reading


def _with_weekday(words: tuple[Word, ...], language: Language, first: int, reading: Reading) -> int:
    """`24 june` is also `Tue, 24 june`, when it is a Tuesday."""
    if not isinstance(reading, DateReading) or not reading.is_calendar_date or not first:
        return first
    key, vocabulary = words[first - 1].key, language.vocabulary
    weekday = vocabulary.weekdays.get(key) or vocabulary.abbreviations.get(key)
    fits = (
        weekday and weekday.number == reading.on.weekday() and gap(words, first) in _AFTER_WEEKDAY
    )
    return first - 1 if fits else first


def _with_cue(words: tuple[Word, ...], language: Language, first: int) -> tuple[int, Cue | None]:
    """The words before a date or time that belong to it, and what they make of it."""
    for length in range(min(_LONGEST_CUE, first), 0, -1):
        cue = language.cues.get(joined(words, first - length, first))
        if cue and not gap(words, first):
            return first - length, cue
    return first, None


def _dot(word: Word, language: Language, reading: Reading | None) -> int:
    """1 where a full stop belongs to the last word: `am 24.`, `Fr.`, `9 a.m.`, not `at 9.`."""
    is_day = word.key[-1].isdigit() and not isinstance(reading, TimeReading)
    is_short = word.may_end_in_a_dot and language.vocabulary.names_a_day(word.key)
    is_initials = word.key[-2:-1] == "."
    return int(word.after.startswith(".") and (is_day or is_short or is_initials))


def _lifted(clarity: Clarity) -> Clarity:
    return Clarity.CLOSING if clarity is Clarity.FAINT else Clarity.CLEAR


def clear_ones(
    words: tuple[Word, ...], matches: Iterable[Match], connectives: frozenset[str]
) -> list[Match]:
    """Those of the matches that the words around them make clear."""
    matches = list(matches)
    clear = [match for match in matches if match.clarity is Clarity.CLEAR]
    begins = frozenset(match.first for match in clear if match.reading)
    ends = frozenset(match.last for match in clear if match.kind in _TIMED)
    context = _Context(words, connectives, begins, ends)
    settled = clear + [match for match in matches if context.closes(match)]
    times = {
        (match.first, language)
        for match in settled
        if match.kind is PartKind.DUE_TIME
        for language in (match.language, None)
    }
    timed = [
        match
        for match in matches
        if match.clarity in _HIDDEN and (match.last, _language_of_its_time(match)) in times
    ]
    return settled + timed


def _language_of_its_time(match: Match) -> Language | None:
    """German has `Do` and `So`, which in `Do 3pm call` are English; the others may be mixed."""
    language = match.language
    return language if language and language.vocabulary.capitalised else None


@dataclass(frozen=True, slots=True)
class _Context:
    """Where clear matches begin and end, and the words that begin another thought."""

    words: tuple[Word, ...]
    connectives: frozenset[str]
    begins: frozenset[int]
    ends: frozenset[int]

    def closes(self, match: Match) -> bool:
        """Whether a match that must stand at the end of a thought does; a time may follow a day."""
        if match.clarity is not Clarity.CLOSING:
            return False
        follows_day = match.kind is PartKind.DUE_TIME and match.first in self.ends
        return follows_day or self._turns_at(match.last)

    def _turns_at(self, index: int) -> bool:
        """Whether the sentence ends or turns before a word."""
        if index == len(self.words) or index in self.begins:
            return True
        key = self.words[index].key
        return bool(gap(self.words, index)) or key in self.connectives or not key.strip(DASHES)


def longest(matches: Iterable[Match], length: int) -> list[Match]:
    """Matches that do not overlap, in order; the longer one wins, then the earlier.

    Of two alike the words that are to be left alone win.
    """
    taken = bytearray(length)
    chosen = []
    for match in sorted(matches, key=_rank):
        if taken.find(1, match.start, match.end) < 0:
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            chosen.append(match)
    return sorted(chosen, key=lambda match: match.start)


def _rank(match: Match) -> tuple[int, int, bool]:
    return match.start - match.end, match.start, match.reading is not None
