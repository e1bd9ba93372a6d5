"""Quick add: what holds for every line, and that long and hostile lines stay cheap."""

import sys
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.schedules.rules import Weekday
from almanac.tasks.domain.quick_add import Part, PartKind
from almanac.tasks.domain.quick_add.grammar import wordings
from tests.tasks.quick_add_lines import read, spans

NOTHING = set('.,;:!?-–—|/·()[]{}…"“”„«»')  # noqa: RUF001 - marks that people type
VOCABULARY = (
    "ring ada every other monday mondays sat sun so mi am on next this tomorrow morgen montags "
    "jeden alle 2 3 24. 24.6. june juni 2027 2027-06-24 at um 9 9am 15:00 uhr pm noon daily "
    "weeks tag in end of the month from to and , - ( ) [ ] !high !!! #home #1 #Side project "
    "starting until bis ab morning abend times a week 3x/week ! 31 february on: tomorrow, x. "
    "every! days after completion half past ten halb zehn 🦐 „so“ may be 31.04 25:00 "
)
WORDS = st.sampled_from(VOCABULARY.split())
LINES = st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60)
QUOTED = st.lists(WORDS | st.sampled_from(['"', '"tomorrow"', '#"a', 'b"']), max_size=10)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
THEMES = ("Home", "Side project")


def seen(text: str) -> str:
    """A text without space and the punctuation that may go where something was cut out."""
    return "".join(mark for mark in text if mark not in NOTHING and not mark.isspace())


def outside(text: str, parts: tuple[Part, ...]) -> str:
    position, rest = 0, ""
    for part in parts:
        rest += text[position : part.start] + " "
        position = part.end
    return rest + text[position:]


@given(LINES)
def test_the_title_is_the_line_without_its_parts(text: str) -> None:
    line = read(text, themes=THEMES)
    assert seen(line.title) == seen(outside(text, line.parts))


@given(LINES)
def test_words_that_were_not_understood_remain_in_order(text: str) -> None:
    line = read(text, themes=THEMES)
    kept = [word for word in map(seen, outside(text, line.parts).split()) if word]
    assert [word for word in map(seen, line.title.split()) if word] == kept


@given(QUOTED.map(" ".join), DAYS, st.sampled_from(Weekday), st.integers(0, 1439))
def test_parts_lie_in_the_line_apart_and_once_of_each_kind(
    text: str, today: date, week_start: Weekday, minute: int
) -> None:
    now = datetime.combine(today, datetime.min.time()) + timedelta(minutes=minute)
    line = read(text, now=now, week_start=week_start, themes=THEMES)
    edges = [edge for span in spans(line) for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= part.start < part.end <= len(text) and part.value for part in line.parts)
    kinds = [part.kind for part in line.parts]
    assert len(kinds) == len(set(kinds))
    said = {part.kind: part.value for part in line.parts}
    assert said.get(PartKind.PRIORITY) == line.priority
    assert said.get(PartKind.THEME) == line.theme
    assert (PartKind.SCHEDULE in said) == (line.rule is not None)
    assert line.due_on is None or line.due_on >= today
    assert line.title or not text.strip()


@given(LINES)
def test_with_every_part_taken_back_the_whole_line_is_the_title(text: str) -> None:
    ignored: list[tuple[int, int]] = []
    while found := spans(read(text, themes=THEMES, ignore=ignored)):
        ignored += found
    line = read(text, themes=THEMES, ignore=ignored)
    assert (line.title, line.due_on, line.rule) == (text.strip(), None, None)


@given(LINES)
def test_reading_the_titles_ends_with_a_title_that_is_only_a_title(text: str) -> None:
    title = text
    for _ in range(len(text.split()) + 1):
        line = read(title, themes=THEMES)
        if not line.parts:
            break
        assert len(line.title) < len(title)
        title = line.title
    assert read(title, themes=THEMES) == read(read(title, themes=THEMES).title, themes=THEMES)


@given(
    st.lists(st.sampled_from(["Ring", "Ada", "kaufen", "Milch", "report"]), min_size=1),
    st.sampled_from(["", "tomorrow", "am Freitag", "next week", "2027-06-24"]),
    st.sampled_from(["", "at 15:00", "um 9", "9pm"]),
    st.sampled_from(["", "!high", "!niedrig"]),
    st.sampled_from(["", "#home", "#Side project"]),
)
def test_clear_parts_are_all_found_behind_any_title(
    words: list[str], day: str, time: str, priority: str, theme: str
) -> None:
    said = [part for part in (day, time, priority, theme) if part]
    text = " ".join([*words, *said])
    line = read(text, themes=THEMES)
    assert line.title == " ".join(words)
    assert [text[part.start : part.end] for part in line.parts] == said
    assert read(line.title, themes=THEMES).parts == ()


def steps(text: str) -> int:
    """How many lines of code a reading takes: a count that no busy machine changes."""
    count = 0

    def trace(_frame: object, event: str, _argument: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type] # the stub asks for one form of a trace function
    try:
        read(text, themes=["a " * length + "b" for length in range(1, 12)])
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "unit",
    ["a ", "9 ", "every mon, ", "montags und ", "#a ", '"a ', "„", "- ", "(", "24. ", "end of the ",
     '#"a b" ', "tomorrow ", " ", "x", "june 24, ", "! ", "in 3 "],
)  # fmt: skip
def test_the_work_grows_with_the_length_of_the_line(unit: str) -> None:
    short, long = (steps(f"tomorrow {unit * (size // len(unit))}") for size in (200, 800))
    assert long < 5 * short


def test_a_line_of_ten_thousand_characters_is_read() -> None:
    line = read("x " * 4_990 + "tomorrow")
    assert (len(line.title), len(line.parts)) == (9_979, 1)


def test_a_pattern_stands_for_all_its_wordings() -> None:
    assert list(wordings("[on] (a|b c) x")) == [
        ["on", "a", "x"],
        ["on", "b", "c", "x"],
        ["a", "x"],
        ["b", "c", "x"],
    ]
