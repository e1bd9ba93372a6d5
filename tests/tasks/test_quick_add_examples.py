"""Quick add: the lines it was specified by, and what must stay in the title."""

from datetime import date

import pytest

from almanac.schedules.rules import IntervalCycle, MonthlyDay, Rule
from almanac.tasks.domain.quick_add import Part, PartKind
from tests.tasks.quick_add_lines import FRI, MON, THU, TODAY, TUE, WED, at, read, weekly

WORKDAYS = weekly(MON, TUE, WED, THU, FRI)


@pytest.mark.parametrize(
    ("text", "title", "due_on", "due_time", "rule"),
    [
        ("Pay rent every monday", "Pay rent", date(2025, 6, 30), None, weekly(MON)),
        ("EVERY 2 WEEKS water", "water", TODAY, None, weekly(TUE, every=2)),
        ("Gym every other day", "Gym", TODAY, None, IntervalCycle(1, 1)),
        ("Standup weekdays at 9", "Standup", date(2025, 6, 25), "09:00", WORKDAYS),
        ("report every 2 months", "report", TODAY, None, MonthlyDay(24, 2)),
        ("todays agenda review", "todays agenda review", None, None, None),
        ("Buy the Sun newspaper", "Buy the Sun newspaper", None, None, None),
        ("Dentist feb 29", "Dentist", date(2028, 2, 29), None, None),
        ("Pay 31.04", "Pay 31.04", None, None, None),
        ("jan 27 2027 tax", "tax", date(2027, 1, 27), None, None),
        ("Meet at 25:00", "Meet at 25:00", None, None, None),
        ("31st February party", "31st February party", None, None, None),
        ("tomorrow 15:00 call", "call", date(2025, 6, 25), "15:00", None),
        ("morgen einkaufen", "einkaufen", date(2025, 6, 25), None, None),
        ("v1.1.1 release", "v1.1.1 release", None, None, None),
        ("The 9/11 Report", "The 9/11 Report", None, None, None),
        ("email@example.com follow up", "email@example.com follow up", None, None, None),
        ("Review on mondays", "Review", date(2025, 6, 30), None, weekly(MON)),
        ("Review every mondays", "Review", date(2025, 6, 30), None, weekly(MON)),
        ("Mondays are hard", "Mondays are hard", None, None, None),
    ],
)
def test_a_line_becomes_a_task(
    text: str, title: str, due_on: date | None, due_time: str | None, rule: Rule | None
) -> None:
    line = read(text)
    assert (line.title, line.due_on, line.due_time, line.rule) == (title, due_on, due_time, rule)


def test_each_part_is_named_with_its_place_and_what_it_says() -> None:
    line = read("Buy milk tomorrow !high #home every friday at 9")
    assert (line.title, line.priority, line.theme) == ("Buy milk", "high", "home")
    assert (line.due_on, line.due_time, line.rule) == (date(2025, 6, 25), "09:00", weekly(FRI))
    assert line.parts == (
        Part(PartKind.DUE_DATE, 9, 17, "2025-06-25"),
        Part(PartKind.PRIORITY, 18, 23, "high"),
        Part(PartKind.THEME, 24, 29, "home"),
        Part(PartKind.SCHEDULE, 30, 42, "weekly_days"),
        Part(PartKind.DUE_TIME, 43, 47, "09:00"),
    )


def test_places_are_counted_in_code_points() -> None:
    line = read("🦐🍗 kaufen übermorgen")
    assert line.parts == (Part(PartKind.DUE_DATE, 10, 20, "2025-06-26"),)
    assert line.title == "🦐🍗 kaufen"


def test_an_umlaut_written_as_two_characters_is_the_same_word() -> None:
    line = read("kaufen u\u0308bermorgen")
    assert (line.due_on, line.parts[0].end) == (date(2025, 6, 26), 18)


def test_on_a_monday_next_monday_is_seven_days_ahead() -> None:
    assert read("x next monday", now=at(2025, 6, 23)).due_on == date(2025, 6, 30)


def test_late_in_the_evening_today_is_still_today() -> None:
    assert read("x today", now=at(2025, 6, 24, 22, 30)).due_on == TODAY


def test_after_midnight_today_is_the_day_that_has_not_ended_yet() -> None:
    line = read("x today", now=at(2025, 6, 25, 1, 30), today=TODAY)
    assert line.due_on == TODAY


def test_a_month_from_the_last_of_january_is_the_last_of_february() -> None:
    assert read("x in 1 month", now=at(2025, 1, 31)).due_on == date(2025, 2, 28)


@pytest.mark.parametrize(
    "text",
    [
        "Guten Morgen sagen",
        "am Morgen laufen",
        "Enjoy the sun",
        "Essay on sun damage",
        "Fix the chair where the cat sat",
        "They wed in spring",
        "I am so happy",
        "Was ich tue",
        "do it so",
        "march on",
        "may the force",
        "Book 24 may be late",
        "wait a second",
        "every so often",
        "every now and then",
        "Read the daily news",
        "Prepare weekly report",
        "weekdays are busy",
        "Plan weekends away",
        "black friday shopping",
        "monday to friday trip",
        "Montag bis Freitag verreist",
        "Meet 15:00 - 16:00",
        "Meet 15:00-16:00",
        "from 9 to 5 work",
        "notes since monday",
        "notes from monday",
        "Slides for tomorrow",
        "Today's paper and tomorrow's",
        "USA Today",
        "Look at 3 options",
        "Look at two options",
        "um 2 Stunden verschieben",
        "um 9 Prozent senken",
        "am 24. Geburtstag feiern",
        "Read the 15th chapter",
        "Visit room 24.6",
        "Pay 31.04.",
        "Pay 30.02.2027",
        "Launch 2027-02-30",
        "Launch 2027-13-01",
        "Launch 24 june 2019",
        "x feb 29 2027",
        "24 Uhr Tee",
        "13 pm tea",
        "um halb 25 Tee",
        "x every 25 hours",
        "x every 0 days",
        "x every 600 weeks",
        "x every 4000 days",
        "x in 9999 years",
        "x 5 times a day",
        "x 8 times a week",
        "x every! 2 months",
        "x every day on the 15th",
        "x every month on friday",
        "x every first monday of the month",
        "x every second monday of the month",
        "jeden zweiten Montag im Monat x",
        "every 31 february x",
        "Wochenende planen",
        "starting friday x",
        "ab Freitag x",
        "Mo und Di",
        "mi casa",
        "C# and #1 and # and ##x and #!",
        "Wow ! and !x and !",
        "Call mom!!!",
        "eleven:thirty 9:5 123:00 9:60",
        "11.11.1 and 1.2.3.4",
        "tomorrow,friday",
        "Call Jan 5 times",
        "Jan 5 Euro geben",
        "Urlaub 12.7. bis 14.7.",
        "Sommerfest vom 12. bis 14. Juli",
        "conference june 3 to june 5",
        "An Freitag denken",
        "pills twice daily",
        "Tabletten dreimal täglich",
        "x on the 1st and the 15th",
        "Miete am 1. und 15.",
        "friday the 13th",
    ],
)
def test_ordinary_words_stay_in_the_title(text: str) -> None:
    line = read(text)
    assert (line.title, line.parts) == (text, ())
    assert (line.due_on, line.due_time, line.rule) == (None, None, None)
    assert (line.priority, line.theme) == (None, None)
