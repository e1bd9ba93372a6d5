"""The slots of phrases: how a number, a weekday, a date in digits is read at a word.

Digits are read alike in every language; everything else is looked up in its vocabulary.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from almanac.schedules.rules import Weekday
from almanac.tasks.domain.quick_add.grammar import Slot
from almanac.tasks.domain.quick_add.readings import Said, Unit
from almanac.tasks.domain.quick_add.tokens import Word, gap
from almanac.tasks.domain.quick_add.vocabulary import Vocabulary

MAX_LISTED_DAYS = 7
"""More weekdays than a week has are no list that anybody means."""

Value = TypeVar("Value")

_NUMBER = re.compile(r"[0-9]{1,4}")
_DAY = re.compile(r"[0-9]{1,2}")
_YEAR = re.compile(r"[0-9]{4}")
_YEARS = range(1900, 2200)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAY_MONTH = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})")
_DAY_MONTH_YEAR = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})h?")
_DOTTED_CLOCK = re.compile(r"([0-9]{1,2})\.([0-9]{2})")
_CLOCK_12 = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?([a-z.]+)")
_TIMES = re.compile(r"([0-9]{1,2})(?:x|×|-?mal)")  # noqa: RUF001 - the sign people type
_TIMES_PER = re.compile(r"([0-9]{1,2})(?:x|×|-?mal)?/(\w+)")  # noqa: RUF001 - likewise
_DURATION = re.compile(r"([0-9]{1,4})([a-z]+)")
_CENTURY = 2000
_TWO_DIGITS = 100
_LONGEST_SHORT_NAME = 5
_DASH = re.compile(r"[-–]")  # noqa: RUF001 - the dash of ranges


def slots_of(vocabulary: Vocabulary) -> dict[str, Slot]:
    """Every slot that patterns may name."""
    known = {**vocabulary.weekdays, **vocabulary.abbreviations}
    hours = {w: n for w, n in vocabulary.numbers.items() if w not in vocabulary.articles}
    periods = {word: unit for word, unit in vocabulary.units.items() if unit is not Unit.DAY}
    return _digit_slots() | {
        "number": _either(_digits(_NUMBER, "number"), _looked_up(vocabulary.numbers, "number")),
        "spelled": _looked_up(hours, "hour"),
        "ordinal": _either(_nth(vocabulary, "number"), _looked_up(vocabulary.ordinals, "number")),
        "nth": _nth(vocabulary, "day"),
        "day": _either(_digits(_DAY, "day"), _nth(vocabulary, "day")),
        "month": _looked_up(vocabulary.months, "month"),
        "weekday": _looked_up(_single(vocabulary.weekdays), "days"),
        "abbreviation": _abbreviation(vocabulary),
        "anyday": _looked_up(_single(known), "days"),
        "days": _days(vocabulary, {**_single(known), **vocabulary.day_groups}),
        "recurring": _days(vocabulary, {}),
        "every": _one_of(vocabulary.every),
        "unit": _looked_up(vocabulary.units, "unit"),
        "period": _looked_up(periods, "unit"),
        "duration": _duration(vocabulary),
        "minutes": _looked_up(vocabulary.minutes, "minutes"),
        "times": _either(_repetitions, _looked_up(vocabulary.repetitions, "number")),
        "times_per": _times_per(vocabulary),
        "meridiem": _looked_up(vocabulary.meridiems, "is_pm"),
        "clock_12": _clock_12(vocabulary),
        "daypart": _looked_up(vocabulary.dayparts, "daypart"),
    }


def _digit_slots() -> dict[str, Slot]:
    return {
        "year": _year,
        "hour": _digits(_DAY, "hour"),
        "iso": _digits(_ISO, "year", "month", "day"),
        "day_month": _with_dot(_digits(_DAY_MONTH, "day", "month")),
        "bare_day_month": _digits(_DAY_MONTH, "day", "month"),
        "day_month_year": _day_month_year,
        "clock": _digits(_CLOCK, "hour", "minute"),
        "dotted": _digits(_DOTTED_CLOCK, "hour", "minute"),
    }


def _said(said: Said, name: str, value: object) -> Said:
    changed: dict[str, object] = {name: value}
    return replace(said, **changed)  # type: ignore[arg-type] # the table names field and value


def _digits(pattern: re.Pattern[str], *names: str) -> Slot:
    """Numbers in digits, one per name."""

    def read(words: tuple[Word, ...], index: int, said: Said) -> tuple[Said, int] | None:
        found = pattern.fullmatch(words[index].key)
        if not found:
            return None
        for name, digits in zip(names, found.groups() or (found.group(),), strict=True):
            said = _said(said, name, int(digits))
        return said, index + 1

    return read


def _looked_up(table: Mapping[str, Value], name: str) -> Slot:
    """A word of a table."""

    def read(words: tuple[Word, ...], index: int, said: Said) -> tuple[Said, int] | None:
        value = table.get(words[index].key)
        return None if value is None else (_said(said, name, value), index + 1)

    return read


def _one_of(names: frozenset[str]) -> Slot:
    """A word that only opens a phrase."""
    return lambda words, index, said: (said, index + 1) if words[index].key in names else None


def _either(first: Slot, second: Slot) -> Slot:
    return lambda words, index, said: first(words, index, said) or second(words, index, said)


def _with_dot(slot: Slot) -> Slot:
    """`24.6.` is a date; `24.6` is a number like any other."""
    return lambda words, index, said: (
        slot(words, index, said) if words[index].after.startswith(".") else None
    )


def _nth(vocabulary: Vocabulary, name: str) -> Slot:
    def read(words: tuple[Word, ...], index: int, said: Said) -> tuple[Said, int] | None:
        word = words[index]
        found = vocabulary.ordinal.fullmatch(word.key + word.after[:1])
        return (_said(said, name, int(found.group(1))), index + 1) if found else None

    return read


def _abbreviation(vocabulary: Vocabulary) -> Slot:
    look_up = _looked_up(_single(vocabulary.abbreviations), "days")

    def read(words: tuple[Word, ...], index: int, said: Said) -> tuple[Said, int] | None:
        small = vocabulary.capitalised and not words[index].text.istitle()
        if small and not _is_before_oclock(words, index, vocabulary):
            return None
        return look_up(words, index, said)

    return read


def _is_before_oclock(words: tuple[Word, ...], index: int, vocabulary: Vocabulary) -> bool:
    """`fr 9 uhr`, `fr um 9.30 uhr`: nothing but a weekday, in small letters too."""
    behind = [word.key for word in words[index + 1 : index + 4]]
    at = next((at for at, key in enumerate(behind) if key in vocabulary.oclock), 0)
    return words[index].key in vocabulary.uncapitalised and at > 0 and behind[at - 1][0].isdigit()


def _day_month_year(words: tuple[Word, ...], index: int, said: Said) -> tuple[Said, int] | None:
    read = _digits(_DAY_MONTH_YEAR, "day", "month", "year")(words, index, said)
    if read and (read[0].year or 0) < _TWO_DIGITS:
        return _said(read[0], "year", _CENTURY + (read[0].year or 0)), read[1]
    return read


def _year(words: tuple[Word, ...], index: int, said: Said) -> tuple[Said, int] | None:
    """A year; 0, in which nothing can be due, for numbers that are none: `18 june 1815`."""
    read = _digits(_YEAR, "year")(words, index, said)
    if read and read[0].year not in _YEARS:
        return replace(read[0], year=0), read[1]
    return read


def _repetitions(words: tuple[Word, ...], index: int, said: Said) -> tuple[Said, int] | None:
    return _digits(_TIMES, "number")(words, index, said)


def _times_per(vocabulary: Vocabulary) -> Slot:
    """`3x/week`."""

    def read(words: tuple[Word, ...], index: int, said: Said) -> tuple[Said, int] | None:
        found = _TIMES_PER.fullmatch(words[index].key)
        unit = vocabulary.units.get(found.group(2)) if found else None
        if not found or not unit:
            return None
        return _said(_said(said, "number", int(found.group(1))), "unit", unit), index + 1

    return read


def _duration(vocabulary: Vocabulary) -> Slot:
    """`2h`, `45min`."""

    def read(words: tuple[Word, ...], index: int, said: Said) -> tuple[Said, int] | None:
        found = _DURATION.fullmatch(words[index].key)
        minutes = vocabulary.minutes.get(found.group(2)) if found else None
        if not found or not minutes:
            return None
        return replace(said, number=int(found.group(1)), minutes=minutes), index + 1

    return read


def _clock_12(vocabulary: Vocabulary) -> Slot:
    """`9am`, `9:30pm`."""

    def read(words: tuple[Word, ...], index: int, said: Said) -> tuple[Said, int] | None:
        found = _CLOCK_12.fullmatch(words[index].key)
        is_pm = vocabulary.meridiems.get(found.group(3)) if found else None
        if not found or is_pm is None:
            return None
        hour, minute = int(found.group(1)), int(found.group(2) or 0)
        return replace(said, hour=hour, minute=minute, is_pm=is_pm), index + 1

    return read


def _single(table: Mapping[str, Weekday]) -> dict[str, frozenset[Weekday]]:
    return {word: frozenset({weekday}) for word, weekday in table.items()}


def _days(vocabulary: Vocabulary, names: Mapping[str, frozenset[Weekday]]) -> Slot:
    """A list of weekdays: `mon, wed and fri`, `monday to friday`, `mon-fri`.

    Plurals and adverbs always count; `names` do as well.
    """
    table = {**names, **vocabulary.recurring_days}

    def read(words: tuple[Word, ...], index: int, said: Said) -> tuple[Said, int] | None:
        days = _day_or_range(words[index].key, table)
        if days is None:
            return None
        index += 1
        for _ in range(MAX_LISTED_DAYS - 1):
            following = _next_day(words, index, vocabulary, table)
            if following is None:
                break
            more, is_range, index = following
            days |= _between(days, more) if is_range else more
        return replace(said, days=days), index

    return read


def _next_day(
    words: tuple[Word, ...],
    index: int,
    vocabulary: Vocabulary,
    table: Mapping[str, frozenset[Weekday]],
) -> tuple[frozenset[Weekday], bool, int] | None:
    """The next weekday of a list, whether it ends a range, and the word behind it."""
    for joint, at in _joints(words, index):
        is_range = joint in vocabulary.ranges
        days = table.get(words[at].key)
        if days is not None and (
            is_range or joint in {"", ","} or joint in vocabulary.conjunctions
        ):
            return days, is_range, at + 1
    return None


def _joints(words: tuple[Word, ...], index: int) -> Iterator[tuple[str, int]]:
    """What may join a list's next word: a comma, a word, or both; nothing in `mon wed fri`."""
    if index < len(words) and gap(words, index) == ",":
        yield ",", index
    if index + 1 < len(words) and gap(words, index) in {"", ","} and not gap(words, index + 1):
        yield words[index].key, index + 1
    if index < len(words) and not gap(words, index) and _are_short(words[index - 1 : index + 1]):
        yield "", index


def _are_short(words: tuple[Word, ...]) -> bool:
    return all(len(word.key) <= _LONGEST_SHORT_NAME for word in words)


def _day_or_range(key: str, table: Mapping[str, frozenset[Weekday]]) -> frozenset[Weekday] | None:
    """`mon`, or `mon-fri` written as one word."""
    first, *rest = _DASH.split(key, maxsplit=1)
    days = [table.get(name) for name in (first, *rest)]
    if days[0] is None or days[-1] is None:
        return None
    return _between(days[0], days[-1])


def _between(first: frozenset[Weekday], last: frozenset[Weekday]) -> frozenset[Weekday]:
    """Both and the days between them; only single days span a range."""
    if len(first) > 1 or len(last) > 1:
        return first | last
    week = list(Weekday)
    (begin,), (end,) = first, last
    length = (end.number - begin.number) % len(week)
    return frozenset(week[(begin.number + step) % len(week)] for step in range(length + 1))
