"""Quick add: dates and times in English and German."""

from datetime import date, datetime

import pytest

from almanac.schedules.rules import Weekday
from tests.tasks.quick_add_lines import FRI, SAT, SUN, TODAY, at, read

TOMORROW = date(2025, 6, 25)


def june(day: int) -> date:
    return date(2025, 6, day)


def july(day: int) -> date:
    return date(2025, 7, day)


@pytest.mark.parametrize(
    ("english", "german", "due_on"),
    [
        ("today", "heute", TODAY),
        ("tomorrow", "morgen", TOMORROW),
        ("tmrw", "bis morgen", TOMORROW),
        ("the day after tomorrow", "übermorgen", june(26)),
        ("day after tomorrow", "uebermorgen", june(26)),
        ("monday", "Montag", june(30)),
        ("tuesday", "dienstag", july(1)),
        ("on friday", "am Freitag", june(27)),
        ("fri", "am Fr", june(27)),
        ("by friday", "bis Freitag", june(27)),
        ("due on friday", "fällig am Freitag", june(27)),
        ("this tuesday", "diesen Dienstag", TODAY),
        ("this friday", "kommenden Freitag", june(27)),
        ("this sat", "am diesen Sa", june(28)),
        ("next friday", "nächsten Freitag", july(4)),
        ("next fri", "am nächsten Fr", july(4)),
        ("next monday", "naechsten Montag", june(30)),
        ("next week", "nächste Woche", june(30)),
        ("friday next week", "Freitag nächster Woche", july(4)),
        ("next week on wed", "nächste Woche Mittwoch", july(2)),
        ("next month", "nächsten Monat", july(1)),
        ("next year", "nächstes Jahr", date(2026, 1, 1)),
        ("this weekend", "am Wochenende", june(28)),
        ("next weekend", "nächstes Wochenende", date(2025, 7, 5)),
        ("end of month", "Monatsende", june(30)),
        ("at the end of the month", "am Ende des Monats", june(30)),
        ("eom", "zum Monatsende", june(30)),
        ("end of the week", "Ende der Woche", june(29)),
        ("end of the year", "Jahresende", date(2025, 12, 31)),
        ("end of june", "Ende Juni", june(30)),
        ("end of february", "Ende Februar", date(2026, 2, 28)),
        ("24 june", "24. Juni", TODAY),
        ("on june 23", "am 23. Juni", date(2026, 6, 23)),
        ("23rd of june", "den 23. Juni", date(2026, 6, 23)),
        ("the 24th of june", "24 Juni", TODAY),
        ("june 24th, 2027", "24. Juni 2027", date(2027, 6, 24)),
        ("jun 24 2027", "24. Jun. 2027", date(2027, 6, 24)),
        ("24 march", "24. März", date(2026, 3, 24)),
        ("may 5", "5. Mai", date(2026, 5, 5)),
        ("sept 1", "1. Sept", date(2025, 9, 1)),
        ("24.7.", "24.07.", july(24)),
        ("on 24.07", "am 24.07", july(24)),
        ("24.06.2027", "24.6.27", date(2027, 6, 24)),
        ("2027-06-24", "am 2027-06-24", date(2027, 6, 24)),
        ("Tue 24 june", "Dienstag, 24. Juni", TODAY),
        ("fri, oct 24", "Fr, 24.10.", date(2025, 10, 24)),
        ("on the 15th", "am 15.", july(15)),
        ("on the 31st", "am 31.", july(31)),
        ("in 3 days", "in 3 Tagen", june(27)),
        ("in a week", "in einer Woche", july(1)),
        ("in two weeks", "heute in zwei Wochen", date(2025, 7, 8)),
        ("in 3 months", "in drei Monaten", date(2025, 9, 24)),
        ("in 2 years", "in 2 Jahren", date(2027, 6, 24)),
        ("3 days from now", "in 3 tagen", june(27)),
        ("in 2 weeks time", "in 14 Tagen", date(2025, 7, 8)),
        ("end of next month", "Ende nächsten Monats", july(31)),
        ("end of next week", "Ende nächster Woche", date(2025, 7, 6)),
        ("7.7.", "übernächste Woche", july(7)),
        ("1 august", "übernächsten Monat", date(2025, 8, 1)),
        ("on friday the 27th of june", "Freitag, den 27.6.", june(27)),
    ],
)
def test_a_date_is_understood(english: str, german: str, due_on: date) -> None:
    for date_text in (english, german):
        for text in (f"Ring Ada {date_text}", f"{date_text[:1].upper()}{date_text[1:]} – Ring Ada"):  # noqa: RUF001 - a dash
            line = read(text)
            assert (line.title, line.due_on) == ("Ring Ada", due_on), text
            assert line.parts[0].value == due_on.isoformat()


@pytest.mark.parametrize(
    ("english", "german", "due_on", "due_time"),
    [
        ("at 9", "um 9", TOMORROW, "09:00"),
        ("at 11", "um 11", TODAY, "11:00"),
        ("at 3", "um 3", TODAY, "15:00"),
        ("at 3 am", "3 Uhr", TOMORROW, "03:00"),
        ("9am", "um 9 Uhr", TOMORROW, "09:00"),
        ("9 pm", "21 Uhr", TODAY, "21:00"),
        ("9 a.m.", "9.00 Uhr", TOMORROW, "09:00"),
        ("12am", "0 Uhr", TOMORROW, "00:00"),
        ("12 pm", "12 Uhr", TODAY, "12:00"),
        ("9:30 pm", "21:30", TODAY, "21:30"),
        ("9.30 pm", "21.30 Uhr", TODAY, "21:30"),
        ("9:30pm", "21:30 Uhr", TODAY, "21:30"),
        ("at 9.30", "um 9.30", TOMORROW, "09:30"),
        ("15:00", "um 15:00", TODAY, "15:00"),
        ("by 15:00", "bis 15 Uhr", TODAY, "15:00"),
        ("at 10:00", "10 Uhr", TODAY, "10:00"),
        ("9:30 am", "um 9 Uhr 30", TOMORROW, "09:30"),
        ("half past nine", "um halb zehn", TOMORROW, "09:30"),
        ("at quarter past 9", "um viertel nach 9", TOMORROW, "09:15"),
        ("at a quarter to ten", "um viertel vor zehn", TOMORROW, "09:45"),
        ("at nine", "um neun", TOMORROW, "09:00"),
        ("nine o'clock", "neun Uhr", TOMORROW, "09:00"),
        ("noon", "mittags", TODAY, "12:00"),
        ("at midday", "um 12", TODAY, "12:00"),
        ("at midnight", "um Mitternacht", TOMORROW, "00:00"),
        ("at 8 in the evening", "8 Uhr abends", TODAY, "20:00"),
        ("at 8 in the morning", "8 Uhr morgens", TOMORROW, "08:00"),
        ("tonight", "heute Abend", TODAY, "19:00"),
        ("tonight at 8", "heute Abend um 8", TODAY, "20:00"),
        ("this afternoon at 2:30", "heute Nachmittag um 2:30", TODAY, "14:30"),
        ("tomorrow morning", "morgen früh", TOMORROW, "09:00"),
        ("tomorrow morning at 5", "morgen früh um 5", TOMORROW, "05:00"),
        ("tomorrow night at 9", "morgen Nacht um 9", TOMORROW, "21:00"),
        ("friday evening", "Freitag Abend", june(27), "19:00"),
        ("sat 9am", "Sa 9 Uhr", june(28), "09:00"),
        ("today at 9", "heute um 9", TODAY, "09:00"),
        ("in 2 hours", "in 2 Stunden", TODAY, "12:00"),
        ("in 15 hours", "in 15 Stunden", TOMORROW, "01:00"),
        ("in 45 min", "in 45 Minuten", TODAY, "10:45"),
        ("in half an hour", "in einer halben Stunde", TODAY, "10:30"),
        ("tue at 9", "Di um 9", july(1), "09:00"),
    ],
)
def test_a_time_is_understood(english: str, german: str, due_on: date, due_time: str) -> None:
    for text in (english, german):
        line = read(f"Ring Ada {text}")
        assert (line.title, line.due_on, line.due_time) == ("Ring Ada", due_on, due_time), text


def test_a_spelled_or_lone_hour_counts_where_the_sentence_turns() -> None:
    assert read("tomorrow at 9 call Ada").due_time == "09:00"
    assert read("dinner at 7 with Ada").title == "dinner with Ada"
    assert read("look at 7 houses").due_time is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Gym on sun", "Gym"),
        ("Gym on sun with Ada", "Gym with Ada"),
        ("Gym on wed, then home", "Gym, then home"),
        ("Gym on sat 9am", "Gym"),
        ("am So Kuchen backen", "Kuchen backen"),
        ("Mo 15:00 Kuchen backen", "Kuchen backen"),
        ("due sat", "due sat"),
    ],
)
def test_a_short_weekday_counts_with_clear_context(text: str, title: str) -> None:
    assert read(text).title == title


def test_a_weekday_that_does_not_fit_its_date_stays_in_the_title() -> None:
    line = read("friday 24 june party")
    assert (line.title, line.due_on) == ("friday party", TODAY)


def test_of_two_dates_the_last_one_counts() -> None:
    line = read("Finish monday report friday")
    assert (line.title, line.due_on) == ("Finish monday report", june(27))


def test_a_longer_phrase_wins_over_a_shorter_one() -> None:
    assert read("Kapitel 3 am Freitag lesen").title == "Kapitel 3 lesen"


@pytest.mark.parametrize("day", [28, 29])
def test_this_weekend_is_today_on_the_weekend(day: int) -> None:
    assert read("x this weekend", now=at(2025, 6, day)).due_on == june(day)
    assert read("x next weekend", now=at(2025, 6, day)).due_on == date(2025, 7, 5)


@pytest.mark.parametrize(
    ("week_start", "text", "due_on"),
    [
        (SUN, "next week", june(29)),
        (SUN, "next friday", july(4)),
        (SUN, "next sat", date(2025, 7, 5)),
        (SUN, "end of week", june(28)),
        (SAT, "next friday", july(4)),
        (SAT, "next monday", june(30)),
        (FRI, "next friday", june(27)),
    ],
)
def test_weeks_are_those_of_the_person(week_start: Weekday, text: str, due_on: date) -> None:
    assert read(f"x {text}", week_start=week_start).due_on == due_on


@pytest.mark.parametrize("weekday", list(Weekday))
def test_any_weekday_is_in_the_week_ahead(weekday: Weekday) -> None:
    names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    plain = read(f"x {names[weekday.number]}").due_on
    this = read(f"x this {names[weekday.number]}").due_on
    following = read(f"x next {names[weekday.number]}").due_on
    assert plain
    assert this
    assert following
    assert plain.weekday() == this.weekday() == following.weekday() == weekday.number
    assert 1 <= (plain - TODAY).days <= 7
    assert 0 <= (this - TODAY).days <= 6
    assert june(30) <= following <= date(2025, 7, 6)


@pytest.mark.parametrize(
    ("now", "today", "text", "due_on", "due_time"),
    [
        (at(2025, 6, 25, 1), TODAY, "at 9", TOMORROW, "09:00"),
        (at(2025, 6, 25, 1), TODAY, "at 0:30", june(26), "00:30"),
        (at(2025, 6, 25, 1), TODAY, "tonight", TODAY, None),
        (at(2025, 6, 25, 1), TODAY, "in 1 hour", TOMORROW, "02:00"),
        (at(2025, 6, 24, 20), TODAY, "heute Abend", TODAY, None),
        (at(2025, 6, 24, 20), TODAY, "today at 9", TODAY, "09:00"),
    ],
)
def test_a_time_alone_is_the_next_time_the_clock_shows_it(
    now: datetime, today: date, text: str, due_on: date, due_time: str | None
) -> None:
    line = read(f"x {text}", now=now, today=today)
    assert (line.due_on, line.due_time) == (due_on, due_time)


@pytest.mark.parametrize(
    "text", ["x next year", "x in 3 weeks", "x in 9999 days", "x in 1 month", "x end of next year"]
)
def test_what_lies_beyond_the_calendar_is_no_date(text: str) -> None:
    assert read(text, now=at(9999, 12, 20)).title == text


def test_an_hour_beyond_the_calendar_is_no_time() -> None:
    assert read("x in 2 hours", now=at(9999, 12, 31, 23)).parts == ()
