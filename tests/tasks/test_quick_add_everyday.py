"""Quick add: what people type every day, in small letters, short, and with names in it."""

from datetime import date

import pytest

from tests.tasks.quick_add_lines import FRI, MON, TODAY, WED, read, weekly

TOMORROW = date(2025, 6, 25)
FRIDAY = date(2025, 6, 27)


@pytest.mark.parametrize(
    ("text", "title", "due_on", "due_time"),
    [
        ("Arzt morgen halb neun", "Arzt", TOMORROW, "08:30"),
        ("morgen halb neun zum Arzt", "zum Arzt", TOMORROW, "08:30"),
        ("Arzt viertel nach 11", "Arzt", TODAY, "11:15"),
        ("Arzt um dreiviertel zwölf", "Arzt", TODAY, "11:45"),
        ("Kino bis halb neun", "Kino", TOMORROW, "08:30"),
        ("Kino um 14 h", "Kino", TODAY, "14:00"),
        ("friseur do 15 uhr", "friseur", date(2025, 6, 26), "15:00"),
        ("kino fr um 20.15 uhr", "kino", FRIDAY, "20:15"),
        ("Kino Fr. 20:15", "Kino", FRIDAY, "20:15"),
        ("Kino am Fr., 20 Uhr", "Kino", FRIDAY, "20:00"),
        ("Do., 26.06. 15 Uhr Arzt", "Arzt", date(2025, 6, 26), "15:00"),
        ("Freitagabend Kino", "Kino", FRIDAY, "19:00"),
        ("Meeting am Mittwochnachmittag", "Meeting", TOMORROW, "15:00"),
        ("spätestens Freitag abgeben", "abgeben", FRIDAY, None),
        ("spätestens am Freitag abgeben", "abgeben", FRIDAY, None),
        ("report EOD", "report", TODAY, None),
        ("report by end of day", "report", TODAY, None),
        ("report by EOD friday", "report", FRIDAY, None),
        ("report eod tomorrow", "report", TOMORROW, None),
        ("report eow", "report", date(2025, 6, 29), None),
        ("report eoy", "report", date(2025, 12, 31), None),
        ("wash in 2h", "wash", TODAY, "12:00"),
        ("Wäsche in 2 h", "Wäsche", TODAY, "12:00"),
        ("Wäsche in 2std", "Wäsche", TODAY, "12:00"),
        ("party @ 9pm", "party", TODAY, "21:00"),
        ("book room friday", "book room", FRIDAY, None),
        ("next step tomorrow", "next step", TOMORROW, None),
        ("Do 3pm call", "Do call", TODAY, "15:00"),
        ("Sat 20 Uhr Kino", "Kino", date(2025, 6, 28), "20:00"),
    ],
)
def test_a_line_is_read_as_it_is_meant(
    text: str, title: str, due_on: date, due_time: str | None
) -> None:
    line = read(text)
    assert (line.title, line.due_on, line.due_time) == (title, due_on, due_time)


def test_short_names_of_weekdays_are_a_list_without_commas() -> None:
    for text in ("Gym every mon wed fri", "Gym jeden Mo Mi Fr"):
        line = read(text)
        assert (line.title, line.rule) == ("Gym", weekly(MON, WED, FRI))
    assert read("every friday sun cream").rule == weekly(FRI)


def test_every_part_of_a_weekday_repeats_at_its_hour() -> None:
    line = read("jeden Freitagabend Kino")
    assert (line.title, line.rule, line.due_time) == ("Kino", weekly(FRI), "19:00")


def test_every_last_day_of_the_month_is_a_repeat() -> None:
    assert read("pay every last day of the month").due_on == date(2025, 6, 30)


@pytest.mark.parametrize(
    "text",
    [
        "Gym every weekday except friday",
        "Jog every day but sunday",
        "Jog daily except on sundays",
        "Joggen jeden Tag außer Sonntag",
        "Joggen täglich außer am Sonntag",
        "Joggen alle 2 Tage ausgenommen Montag",
        "Ring Ada monday and friday",
        "Ring Ada on monday or tuesday",
        "Ring Ada today or tomorrow",
        "Gym Mon, Wed, Fri",
        "Gym mon wed fri",
        "Anruf Montag oder Dienstag",
        "Am Montag und Mittwoch Sport",
        "Heute oder morgen anrufen",
        "Montag in einer Woche Termin",
        "Call back monday in two weeks",
        "Herr Freitag anrufen",
        "Frau Sonntag schreiben",
        "Mail Mr Friday",
        "Mon Chéri kaufen",
        "Blue Monday remix",
        "watch saturday night live",
        "Sunday roast recipe",
        "Heute Show schauen",
        "iOS 17.5. installieren",
        "Kapitel 3.4. lesen",
        "Read chapter 3.4. again",
        "§ 3.2. prüfen",
        "Essay on 18 june 1815 battle",
        "june 24 5000 steps",
        "31 december 9999 party",
    ],
)
def test_ordinary_wording_stays_whole(text: str) -> None:
    line = read(text)
    assert (line.title, line.parts) == (text, ())


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Lies 'Am Montag'", "Lies Am Montag"),
        ("Read ‘Am Montag’ by Ada", "Read Am Montag by Ada"),  # noqa: RUF001 - as people type
        ('Lies „Am Montag" von Ada', "Lies Am Montag von Ada"),
        ("Lies ‚Am Montag‘ von Ada", "Lies Am Montag von Ada"),  # noqa: RUF001 - as people type
    ],
)
def test_every_kind_of_quotation_marks_escapes(text: str, title: str) -> None:
    line = read(text)
    assert (line.title, line.parts) == (title, ())


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert read("Don't forget Jess' party friday").title == "Don't forget Jess' party"
    assert read("Rock 'n' roll friday").title == "Rock 'n' roll"
