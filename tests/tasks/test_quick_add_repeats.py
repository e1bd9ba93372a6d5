"""Quick add: repeats in English and German, and the first date of each."""

from datetime import date, datetime

import pytest

from almanac.schedules.rules import (
    AfterCompletion,
    Daily,
    IntervalCycle,
    MonthlyDay,
    Period,
    Rule,
    TimesPerPeriod,
    Weekday,
    YearlyDate,
)
from tests.tasks.quick_add_lines import (
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TODAY,
    TUE,
    WED,
    at,
    read,
    weekly,
)

WORKDAYS = weekly(MON, TUE, WED, THU, FRI)
WEEKENDS = weekly(SAT, SUN)


@pytest.mark.parametrize(
    ("english", "german", "rule", "due_on"),
    [
        ("every day", "jeden Tag", Daily(), TODAY),
        ("daily", "täglich", Daily(), TODAY),
        ("each day", "tagtäglich", Daily(), TODAY),
        ("every other day", "jeden zweiten Tag", IntervalCycle(1, 1), TODAY),
        ("every 3 days", "alle drei Tage", IntervalCycle(1, 2), TODAY),
        ("every 3rd day", "jeden 3. Tag", IntervalCycle(1, 2), TODAY),
        ("every third day", "jeden dritten Tag", IntervalCycle(1, 2), TODAY),
        ("every week", "jede Woche", weekly(TUE), TODAY),
        ("weekly", "wöchentlich", weekly(TUE), TODAY),
        ("every 2 weeks", "alle 2 Wochen", weekly(TUE, every=2), TODAY),
        ("every other week", "jede zweite Woche", weekly(TUE, every=2), TODAY),
        ("biweekly", "zweiwöchentlich", weekly(TUE, every=2), TODAY),
        ("every fortnight", "14-tägig", weekly(TUE, every=2), TODAY),
        ("every monday", "jeden Montag", weekly(MON), date(2025, 6, 30)),
        ("every tuesday", "jeden Dienstag", weekly(TUE), TODAY),
        ("every mon, wed and fri", "jeden Mo, Mi und Fr", weekly(MON, WED, FRI), date(2025, 6, 25)),
        ("every mon, wed, and fri", "montags, mittwochs und freitags",
         weekly(MON, WED, FRI), date(2025, 6, 25)),
        ("every mon-fri", "jeden Mo-Fr", WORKDAYS, TODAY),
        ("every monday to friday", "montags bis freitags", WORKDAYS, TODAY),
        ("every sat - mon", "samstags bis montags", weekly(SAT, SUN, MON), date(2025, 6, 28)),
        ("on mondays and thursdays", "montags und donnerstags",
         weekly(MON, THU), date(2025, 6, 26)),
        ("every friday", "wöchentlich freitags", weekly(FRI), date(2025, 6, 27)),
        ("weekly on friday", "wöchentlich am Freitag", weekly(FRI), date(2025, 6, 27)),
        ("every week on friday", "jede Woche am Freitag", weekly(FRI), date(2025, 6, 27)),
        ("every other tuesday", "jeden zweiten Dienstag", weekly(TUE, every=2), TODAY),
        ("every other monday", "jeden zweiten Montag",
         weekly(MON, every=2), date(2025, 6, 30)),
        ("every 2 weeks on friday", "alle 2 Wochen freitags",
         weekly(FRI, every=2), date(2025, 6, 27)),
        ("every other week on mon", "alle zwei Wochen am Montag",
         weekly(MON, every=2), date(2025, 6, 30)),
        ("weekdays", "werktags", WORKDAYS, TODAY),
        ("every weekday", "jeden Werktag", WORKDAYS, TODAY),
        ("on weekdays", "an Werktagen", WORKDAYS, TODAY),
        ("weekends", "wochenends", WEEKENDS, date(2025, 6, 28)),
        ("every weekend", "jedes Wochenende", WEEKENDS, date(2025, 6, 28)),
        ("on weekends", "an Wochenenden", WEEKENDS, date(2025, 6, 28)),
        ("on fridays and weekends", "freitags und wochenends",
         weekly(FRI, SAT, SUN), date(2025, 6, 27)),
        ("every month", "jeden Monat", MonthlyDay(24), TODAY),
        ("monthly", "monatlich", MonthlyDay(24), TODAY),
        ("every 2 months", "alle 2 Monate", MonthlyDay(24, 2), TODAY),
        ("every other month", "jeden zweiten Monat", MonthlyDay(24, 2), TODAY),
        ("every quarter", "vierteljährlich", MonthlyDay(24, 3), TODAY),
        ("every 6 months", "halbjährlich", MonthlyDay(24, 6), TODAY),
        ("every month on the 15th", "jeden Monat am 15.", MonthlyDay(15), date(2025, 7, 15)),
        ("monthly on the 15th", "monatlich am 15.", MonthlyDay(15), date(2025, 7, 15)),
        ("on the 15th of every month", "am 15. jeden Monats", MonthlyDay(15), date(2025, 7, 15)),
        ("every 15th of the month", "am 15. eines jeden Monats",
         MonthlyDay(15), date(2025, 7, 15)),
        ("every 15th", "jeden 15.", MonthlyDay(15), date(2025, 7, 15)),
        ("every 2 months on the 1st", "alle 2 Monate am 1.", MonthlyDay(1, 2), date(2025, 7, 1)),
        ("every other month on the 1st", "jeden zweiten Monat am 1.",
         MonthlyDay(1, 2), date(2025, 7, 1)),
        ("every month on the last day", "jedes Monatsende", MonthlyDay(31), date(2025, 6, 30)),
        ("on the last day of every month", "am letzten Tag jeden Monats",
         MonthlyDay(31), date(2025, 6, 30)),
        ("every year", "jedes Jahr", YearlyDate(6, 24), TODAY),
        ("yearly", "jährlich", YearlyDate(6, 24), TODAY),
        ("every 2 years", "alle 2 Jahre", YearlyDate(6, 24, 2), TODAY),
        ("every 23 june", "jeden 23. Juni", YearlyDate(6, 23), date(2026, 6, 23)),
        ("every june 25", "jährlich am 25. Juni", YearlyDate(6, 25), date(2025, 6, 25)),
        ("every year on june 25", "jedes Jahr am 25.6.", YearlyDate(6, 25), date(2025, 6, 25)),
        ("yearly on the 29th of february", "jährlich am 29. Februar",
         YearlyDate(2, 29), date(2026, 2, 28)),
        ("3 times a week", "3 mal pro Woche", TimesPerPeriod(3, Period.WEEK), TODAY),
        ("3x a week", "3x pro Woche", TimesPerPeriod(3, Period.WEEK), TODAY),
        ("3x/week", "3x/Woche", TimesPerPeriod(3, Period.WEEK), TODAY),
        ("three times per week", "dreimal die Woche", TimesPerPeriod(3, Period.WEEK), TODAY),
        ("twice a month", "zweimal im Monat", TimesPerPeriod(2, Period.MONTH), TODAY),
        ("once every year", "einmal im Jahr", TimesPerPeriod(1, Period.YEAR), TODAY),
        ("every! 10 days", "alle! 10 Tage", AfterCompletion(10), TODAY),
        ("every! day", "jeden! Tag", AfterCompletion(1), TODAY),
        ("every 2 weeks after completion", "alle 2 Wochen nach Erledigung",
         AfterCompletion(14), TODAY),
        ("10 days after completion", "10 Tage nach Abschluss", AfterCompletion(10), TODAY),
    ],
)  # fmt: skip
def test_a_repeat_is_understood(english: str, german: str, rule: Rule, due_on: date) -> None:
    for text in (english, german):
        line = read(f"Water plants {text}")
        assert (line.title, line.rule, line.due_on) == ("Water plants", rule, due_on), text
        assert line.parts[0].value == rule.kind


@pytest.mark.parametrize(
    ("text", "now", "rule", "due_on", "due_time"),
    [
        ("daily at 9", at(2025, 6, 24, 10), Daily(), date(2025, 6, 25), "09:00"),
        ("daily at 9", at(2025, 6, 24, 8), Daily(), TODAY, "09:00"),
        ("every morning", at(2025, 6, 24, 10), Daily(), date(2025, 6, 25), "09:00"),
        ("jeden Abend", at(2025, 6, 24, 10), Daily(), TODAY, "19:00"),
        ("jeden Abend um 8", at(2025, 6, 24, 10), Daily(), TODAY, "20:00"),
        ("every monday morning", at(2025, 6, 30, 10), weekly(MON), date(2025, 7, 7), "09:00"),
        ("every week at 9", at(2025, 6, 24, 10), weekly(WED), date(2025, 6, 25), "09:00"),
        ("every other day at 9", at(2025, 6, 24, 10),
         IntervalCycle(1, 1), date(2025, 6, 25), "09:00"),
        ("monthly at 9", at(2025, 6, 30, 10), MonthlyDay(1), date(2025, 7, 1), "09:00"),
        ("3x a week at 9", at(2025, 6, 24, 10),
         TimesPerPeriod(3, Period.WEEK), date(2025, 6, 25), "09:00"),
        ("every 31st at noon", at(2025, 6, 24, 10), MonthlyDay(31), date(2025, 6, 30), "12:00"),
        ("every other monday at 9", at(2025, 6, 30, 10),
         weekly(MON, every=2), date(2025, 7, 7), "09:00"),
    ],
)  # fmt: skip
def test_the_first_date_of_a_repeat_is_ahead_of_its_time(
    text: str, now: datetime, rule: Rule, due_on: date, due_time: str
) -> None:
    line = read(f"x {text}", now=now)
    assert (line.title, line.rule, line.due_on, line.due_time) == ("x", rule, due_on, due_time)


@pytest.mark.parametrize(
    ("text", "title", "rule", "due_on"),
    [
        ("x every day starting monday", "x", Daily(), date(2025, 6, 30)),
        ("x täglich ab Freitag", "x", Daily(), date(2025, 6, 27)),
        ("x every monday starting 1 july", "x", weekly(MON), date(2025, 7, 7)),
        ("x monthly starting 3 july", "x", MonthlyDay(3), date(2025, 7, 3)),
        ("x every 2 weeks from friday", "x", weekly(FRI, every=2), date(2025, 6, 27)),
        ("x tomorrow every friday", "x", weekly(FRI), date(2025, 6, 25)),
        ("x every day until friday", "x until friday", Daily(), TODAY),
        ("x every day by friday", "x by friday", Daily(), TODAY),
        ("x täglich bis Freitag", "x bis Freitag", Daily(), TODAY),
    ],
)
def test_a_date_beside_a_repeat_says_where_it_begins(
    text: str, title: str, rule: Rule, due_on: date
) -> None:
    line = read(text)
    assert (line.title, line.rule, line.due_on) == (title, rule, due_on)


@pytest.mark.parametrize("weekday", list(Weekday))
def test_every_weekday_is_due_within_a_week_from_today(weekday: Weekday) -> None:
    line = read(f"x every {weekday}")
    assert line.rule == weekly(weekday)
    assert line.due_on
    assert line.due_on.weekday() == weekday.number
    assert 0 <= (line.due_on - TODAY).days <= 6


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Take pills daily with food", "Take pills with food"),
        ("Gym every monday and pay rent", "Gym and pay rent"),
        ("Gym every mon, then home", "Gym, then home"),
        ("every mon - call Ada", "call Ada"),
    ],
)
def test_a_repeat_ends_where_its_words_end(text: str, title: str) -> None:
    assert read(text).title == title


def test_a_list_of_weekdays_is_no_longer_than_a_week() -> None:
    text = "x every mon, mon, mon, mon, mon, mon and mon"
    assert (read(text).title, read(text).rule) == ("x", weekly(MON))
    assert read(f"{text} and sat").title == f"{text} and sat"


def test_at_the_end_of_the_calendar_a_repeat_begins_today() -> None:
    line = read("x every monday", now=at(9999, 12, 31))
    assert (line.rule, line.due_on) == (weekly(MON), date(9999, 12, 31))
