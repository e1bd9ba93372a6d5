"""A year of a calendar, expanded by two other programs, is what the timetable shows."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from almanac.timetable.domain.changes import cancel, move_date
from almanac.timetable.domain.instants import held_at
from almanac.timetable.domain.model import Holiday, Move, Routine, Session
from almanac.timetable.domain.occurrences import routine_occurrences
from tests.calendars.readers import JavaScriptReader, Shown, read_in_python, told, within
from tests.calendars.written import written
from tests.timetable.weeks import SAT, SERIES, SUN, date_off, range_off, routine, session, troubled

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Asia/Kathmandu",
    "America/Santiago",
    "Pacific/Chatham",
    "UTC",
)


def shown(of: Routine, zone: ZoneInfo, first: date, last: date) -> list[Shown]:
    """What the timetable itself says takes place."""
    found = routine_occurrences(of, first - timedelta(days=2), last + timedelta(days=2))
    return within(
        [
            Shown(
                f"session-{each.session.id}@almanac",
                told(held_at(each, zone)[0]),
                told(held_at(each, zone)[1]),
                each.session.subject,
                each.location,
            )
            for each in found
            if each.takes_place and each.session.series_cancellation is None
        ],
        first,
        last,
    )


def agree(javascript: JavaScriptReader, of: Routine, zone: str, first: date) -> list[Shown]:
    """Hold both readings of a year against ours, and answer it."""
    place, last = ZoneInfo(zone), first + timedelta(days=365)
    data = written(of, place)
    expected = shown(of, place, first, last)
    assert read_in_python(data, first, last) == expected
    assert javascript.read(data, first, last) == expected
    return expected


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(troubled(), st.sampled_from(ZONES))
def test_a_year_of_any_session_is_read_alike(
    javascript: JavaScriptReader, of_within: tuple[Session, Routine], zone: str
) -> None:
    agree(javascript, of_within[1], zone, date(2026, 10, 1))


CHANGES = [
    # A zone, the dates on which its clocks change, and a time that one of them leaves out.
    ("Europe/Berlin", (date(2026, 3, 29), date(2026, 10, 25)), 150),
    ("America/New_York", (date(2026, 3, 8), date(2026, 11, 1)), 150),
    ("Australia/Lord_Howe", (date(2026, 10, 4), date(2026, 4, 5)), 130),
    ("America/Santiago", (date(2026, 9, 6), date(2026, 4, 5)), 10),
    ("Africa/Casablanca", (date(2026, 3, 22), date(2026, 2, 15)), 150),
    ("Europe/Dublin", (date(2026, 3, 29), date(2026, 10, 25)), 75),
]


@pytest.mark.parametrize(("zone", "changes", "missing"), CHANGES)
@pytest.mark.parametrize("minutes", [20, 60, 240, 1440])
def test_nights_of_clock_changes_are_read_alike(
    javascript: JavaScriptReader, zone: str, changes: tuple[date, date], missing: int, minutes: int
) -> None:
    for day in (*changes, *(change - timedelta(days=1) for change in changes)):
        weekday = (SAT, SUN)[day.weekday() - 5]
        for starts in (missing, 0, 60, 180, 1320, 1439):
            of = session(1, weekday, starts=starts, minutes=minutes, subject="Night")
            for first in (date(2026, 1, 1), day):
                assert agree(javascript, routine(of, valid_from=first), zone, date(2026, 1, 1))


def exceptional(**fields: Any) -> Routine:
    """Two weeks in turn, with a date of every kind."""
    of = session(1, starts=1320, minutes=480, week=1, subject="Chor, Alt; Tenor", location="Saal")
    of = cancel(of, date_off(date(2026, 3, 16)))
    of = cancel(of, range_off(date(2026, 5, 1), date(2026, 6, 12)))
    of = move_date(of, Move(date(2026, 3, 30), date(2026, 3, 29), 150, 60, "Aula"))
    of = move_date(of, Move(date(2026, 4, 13), date(2026, 4, 18), 540, 90))
    other = cancel(session(2, SAT, subject="never"), SERIES)
    always = session(3, SUN, starts=120, minutes=60, subject="Sonntags")
    holidays = (Holiday(date(2026, 12, 21), date(2027, 1, 3)),)
    return routine(of, other, always, rotation_weeks=2, holidays=holidays, **fields)


@pytest.mark.parametrize("zone", ZONES)
def test_cancelled_moved_and_free_dates_are_read_alike(
    javascript: JavaScriptReader, zone: str
) -> None:
    found = agree(javascript, exceptional(), zone, date(2026, 3, 2))
    assert {each.location for each in found} == {"Saal", "Aula", ""}
    agree(javascript, exceptional(valid_to=date(2026, 9, 30)), zone, date(2026, 3, 2))


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Africa/Casablanca", "Africa/Cairo"])
def test_calendars_are_right_until_the_end_of_2037(javascript: JavaScriptReader, zone: str) -> None:
    for year in (2030, 2036, 2037):
        assert agree(javascript, exceptional(), zone, date(year, 1, 1) - timedelta(days=1))


def test_what_never_takes_place_is_not_in_the_calendar() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    of = cancel(session(), range_off(date(2026, 3, 1), date(2026, 4, 1)))
    ended = routine(of, valid_to=date(2026, 3, 31))
    assert b"VEVENT" not in written(ended, berlin)
    assert b"VEVENT" not in written(routine(cancel(session(), SERIES)), berlin)
    assert b"VEVENT" not in written(routine(session(week=2)), berlin)


def test_a_calendar_begins_in_the_year_before_its_last_change(
    javascript: JavaScriptReader,
) -> None:
    old = replace(exceptional(valid_from=date(1990, 1, 1)), created_on=date(1990, 1, 1))
    agree(javascript, old, "Europe/Berlin", date(2025, 1, 1))
    assert read_in_python(written(old, ZoneInfo("UTC")), date(2024, 1, 1), date(2024, 12, 31)) == []
