"""Dates, times, numbers and words as a reader of each locale has them."""

from datetime import date

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from almanac.language.writing import Writing, writing

TUESDAY = date(2026, 3, 10)
# What is told apart from its look-alike in ASCII by nobody who reads a test.
PLAIN = str.maketrans({"\N{NARROW NO-BREAK SPACE}": " ", "\N{THIN SPACE}": " ", "\N{EN DASH}": "-"})


def in_locale(tag: str) -> Writing:
    """Dates and times of a locale, also where there are no words of its language."""
    return Writing(tag, Locale.parse(tag, sep="-"), {})


@pytest.mark.parametrize(
    ("tag", "time", "span"),
    [
        ("en", "9:05 AM", "9:05 - 10:20 AM"),
        ("en-GB", "09:05", "09:05-10:20"),
        ("de", "09:05", "09:05-10:20"),
        ("es", "9:05", "9:05-10:20"),
        ("hi", "9:05 am", "9:05-10:20 am"),
        ("zh-TW", "上午9:05", "上午9:05-上午10:20"),
        ("zh-Hant-HK", "上午9:05", "上午9:05-上午10:20"),
    ],
)
def test_times_go_by_the_clock_of_the_locale(tag: str, time: str, span: str) -> None:
    assert in_locale(tag).time(545).translate(PLAIN) == time
    assert in_locale(tag).times(545, 620).translate(PLAIN) == span


def test_every_locale_that_is_known_writes_times_and_dates() -> None:
    for identifier in locale_identifiers():
        written = in_locale(identifier.replace("_", "-"))
        assert all(written.times(540, ends) for ends in (540, 570, 720, 1380, 1440, 1500))
        assert all(written.span(TUESDAY, date(year, 4, 1)) for year in (2026, 2027))


def test_times_go_past_midnight() -> None:
    assert writing("de").times(1320, 1800).translate(PLAIN) == "22:00-06:00"
    assert writing("de").times(1320, 1440).translate(PLAIN) == "22:00-00:00"
    assert writing("de").times(540, 540 + 1440).translate(PLAIN) == "09:00-09:00"
    assert "10:00" in writing("en").times(1320, 1320 + 1440)


def test_dates_are_written_as_the_locale_has_them() -> None:
    english, german = writing("en"), writing("de-AT")
    assert english.long_date(TUESDAY) == "March 10, 2026"
    assert german.long_date(TUESDAY) == "10. März 2026"
    assert english.short_date(TUESDAY) == "Mar 10"
    assert english.weekday_date(TUESDAY) == "Tue, Mar 10"
    assert german.weekday_date(TUESDAY) == "Di., 10. März"
    assert german.span(TUESDAY, date(2026, 3, 16)).translate(PLAIN) == "10.-16. März 2026"
    assert german.long_date(date(2026, 1, 1)) == "1. Jänner 2026"


def test_weekdays_are_counted_from_monday() -> None:
    assert writing("en").weekday(0) == "Monday"
    assert writing("de").weekday(6) == "Sonntag"
    assert writing("de").short_weekday(1) == "Di"


def test_numbers_have_the_signs_of_the_locale() -> None:
    assert writing("en").number(1234.5) == "1,234.5"
    assert writing("de").number(1234.5) == "1.234,5"


def test_arabic_begins_at_the_right() -> None:
    assert in_locale("ar").direction == "rtl"
    assert in_locale("de").direction == "ltr"


@pytest.mark.parametrize(
    ("count", "written"), [(1, "1 plik"), (3, "3 pliki"), (5, "5 plików"), (1204, "1\xa0204 pliki")]
)
def test_a_count_chooses_the_plural_form(count: int, written: str) -> None:
    forms = {"one": "{count} plik", "few": "{count} pliki", "many": "{count} plików", "other": ""}
    polish = Writing("pl", Locale("pl"), {"files.counted": forms})
    assert polish.text("files.counted", count=count) == written


def test_a_text_that_counts_needs_a_whole_number() -> None:
    english = Writing("en", Locale("en"), {"files.counted": {"one": "one", "other": "{count}"}})
    assert english.text("files.counted", count=1) == "one"
    with pytest.raises(TypeError):
        english.text("files.counted", count="1")


def test_values_are_put_in_as_they_are() -> None:
    english = Writing("en", Locale("en"), {"greeting": "Hello {name}"})
    assert english.text("greeting", name="{0.__class__}") == "Hello {0.__class__}"


def test_the_words_are_those_of_the_language() -> None:
    assert writing("de-AT").language == "de"
    assert writing("de-AT").texts == writing("de").texts
