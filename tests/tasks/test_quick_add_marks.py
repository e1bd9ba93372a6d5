"""Quick add: themes and priorities, quotations, what was taken back, and the title that is left."""

import pytest

from almanac.tasks.domain.quick_add import PartKind
from tests.tasks.quick_add_lines import TODAY, read, spans

THEMES = ["Home", "Side", "Side project", "Work & Life", "Wow!", "2027", "größe", "a, b", ""]


@pytest.mark.parametrize(
    ("mark", "priority"),
    [
        ("!high", "high"),
        ("!HIGH", "high"),
        ("!h", "high"),
        ("!hoch", "high"),
        ("!1", "high"),
        ("!!!", "high"),
        ("!medium", "medium"),
        ("!mittel", "medium"),
        ("!m", "medium"),
        ("!2", "medium"),
        ("!!", "medium"),
        ("!low", "low"),
        ("!niedrig", "low"),
        ("!3", "low"),
    ],
)
def test_a_priority_is_marked_by_an_exclamation_mark_in_front(mark: str, priority: str) -> None:
    line = read(f"Ring {mark} Ada")
    assert (line.title, line.priority) == ("Ring Ada", priority)
    assert line.parts[0].value == priority


@pytest.mark.parametrize(
    ("text", "title", "theme"),
    [
        ("Paint #home", "Paint", "Home"),
        ("Paint #HOME, please", "Paint, please", "Home"),
        ("#Side project plan", "plan", "Side project"),
        ("#side  Project plan", "plan", "Side project"),
        ("#side projects plan", "projects plan", "Side"),
        ("#side, project plan", "project plan", "Side"),
        ("Rest #work & life", "Rest", "Work & Life"),
        ("Rest #wow! now", "Rest now", "Wow!"),
        ("Rest #a, b now", "Rest now", "a, b"),
        ("Rest #wow", "Rest", "Wow!"),
        ("Plan #2027", "Plan", "2027"),
        ("Plan #2028", "Plan #2028", None),
        ("Paint #GRÖSSE", "Paint", "größe"),
        ("Paint #garden", "Paint", "garden"),
        ("Paint #home/garden", "Paint", "home/garden"),
        ("Paint #🏠", "Paint", "🏠"),
        ('Paint #"side project" now', "Paint now", "Side project"),
        ('Paint #"new thing" now', "Paint now", "new thing"),
        ("Paint #„new thing“ now", "Paint now", "new thing"),
        ('Paint #"2027"', "Paint", "2027"),
        ('Paint #"12" now', 'Paint #"12" now', None),
        ('Paint #"new thing', 'Paint #"new thing', None),
        ("#home paint #garden", "#home paint", "garden"),
    ],
)
def test_a_theme_is_marked_by_a_number_sign(text: str, title: str, theme: str | None) -> None:
    line = read(text, themes=THEMES)
    assert (line.title, line.theme) == (title, theme)


def test_a_date_in_the_name_of_a_theme_belongs_to_the_name() -> None:
    line = read('Ring Ada #"next week" today')
    assert (line.title, line.theme, line.due_on) == ("Ring Ada", "next week", TODAY)
    assert [part.kind for part in line.parts] == [PartKind.THEME, PartKind.DUE_DATE]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('"tomorrow" never dies', "tomorrow never dies"),
        ("“Tomorrow” never dies", "Tomorrow never dies"),
        ("„Morgen“ stirbt nie", "Morgen stirbt nie"),
        ("«heute» und »morgen«", "heute und morgen"),
        ('Watch ("tomorrow")', "Watch (tomorrow)"),
        ('Tag "#home" and "!high"', "Tag #home and !high"),
        ('Say "hello there"', 'Say "hello there"'),
        ('Say "hello tomorrow", Ada', "Say hello tomorrow, Ada"),
        ('Watch "31 february"', 'Watch "31 february"'),
        ('A 5" nail and 6" nail', 'A 5" nail and 6" nail'),
        ('Say "" and "', 'Say "" and "'),
    ],
)
def test_quotation_marks_keep_words_in_the_title(text: str, title: str) -> None:
    line = read(text)
    assert (line.title, line.parts) == (title, ())


def test_what_stands_outside_of_a_quotation_is_still_read() -> None:
    line = read('Watch "Tomorrow never dies" today and "The Wire" !high')
    assert line.title == 'Watch Tomorrow never dies and "The Wire"'
    assert (line.due_on, line.priority) == (TODAY, "high")


def test_an_unclosed_quotation_mark_is_a_mark_like_any_other() -> None:
    assert read('Watch "Tomorrow today').title == 'Watch "Tomorrow'


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ring Ada, tomorrow.", "Ring Ada."),
        ("Ring Ada - tomorrow", "Ring Ada"),
        ("Ring Ada, -- tomorrow", "Ring Ada"),
        ("tomorrow: ring Ada", "ring Ada"),
        ("tomorrow - ring Ada", "ring Ada"),
        ("tomorrow -5 degrees", "-5 degrees"),
        ("tomorrow, - , ring Ada", "ring Ada"),
        ("tomorrow !x .5 litres", "!x .5 litres"),
        ("Ring today !high !high", "Ring !high"),
        ("Ring tomorrow .5 litres", "Ring .5 litres"),
        ("Ring Ada, tomorrow, about it", "Ring Ada, about it"),
        ("Ring (tomorrow) Ada", "Ring Ada"),
        ("Ring ([tomorrow]) Ada", "Ring Ada"),
        ("Ring (tomorrow, Ada)", "Ring (Ada)"),
        ("Ring Ada tomorrow?", "Ring Ada?"),
        ("Ring  Ada   tomorrow  at  15:00  again", "Ring  Ada again"),
        ("  Ring  Ada ", "Ring  Ada"),
        ("Ring Ada: tomorrow, 15:00", "Ring Ada"),
    ],
)
def test_what_is_cut_out_takes_its_punctuation_along(text: str, title: str) -> None:
    assert read(text).title == title


@pytest.mark.parametrize(
    "text", ["tomorrow", "tomorrow 9am!", " #home ", "every monday !high", "(today)", "", "  ", "!"]
)
def test_when_nothing_would_be_left_the_whole_line_is_the_title(text: str) -> None:
    line = read(text)
    assert (line.title, line.parts) == (text.strip(), ())
    assert (line.due_on, line.rule, line.priority, line.theme) == (None, None, None, None)


def test_a_part_that_was_taken_back_stays_in_the_title() -> None:
    text = "Ring Ada on monday at 15:00 !high"
    first = read(text)
    for index, part in enumerate(first.parts):
        again = read(text, ignore=[(part.start, part.end)])
        assert spans(again) == [span for at, span in enumerate(spans(first)) if at != index]
        assert text[part.start : part.end] in again.title


def test_nothing_is_read_that_overlaps_what_was_taken_back() -> None:
    text = "Ring Ada next monday"
    assert read(text, ignore=[(14, 15)]).title == text
    assert read(text, ignore=[(19, 30), (14, 20)]).parts == ()
    assert read(text, ignore=[(0, 9), (20, 25), (9, 9), (12, 12)]).title == "Ring Ada"
    assert read(text, ignore=[(5, 5), (-3, 0), (30, 20)]).title == "Ring Ada"


def test_when_the_last_date_is_taken_back_the_one_before_counts() -> None:
    text = "Finish today report friday"
    line = read(text, ignore=[(20, 26)])
    assert (line.title, line.due_on) == ("Finish report friday", TODAY)
