"""Local days and wall-clock times across clock changes of both hemispheres."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almanac.schedules.times import day_starts_at, local_today, resolve_local, zone_named


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day", "wall", "expected"),
    [
        ("Europe/Berlin", "2024-03-31", "02:30", "2024-03-31T03:00:00+02:00"),
        ("Europe/Berlin", "2024-03-31", "02:00", "2024-03-31T03:00:00+02:00"),
        ("Europe/Berlin", "2024-03-31", "03:00", "2024-03-31T03:00:00+02:00"),
        ("Europe/Berlin", "2024-10-27", "02:30", "2024-10-27T02:30:00+02:00"),
        ("America/New_York", "2024-03-10", "02:15", "2024-03-10T03:00:00-04:00"),
        ("America/New_York", "2024-11-03", "01:30", "2024-11-03T01:30:00-04:00"),
        ("Australia/Lord_Howe", "2024-10-06", "02:10", "2024-10-06T02:30:00+11:00"),
        ("Australia/Lord_Howe", "2024-04-07", "01:45", "2024-04-07T01:45:00+11:00"),
        ("Pacific/Apia", "2011-12-30", "12:00", "2011-12-31T00:00:00+14:00"),
        ("America/Sao_Paulo", "2018-11-04", "00:00", "2018-11-04T01:00:00-02:00"),
        ("America/Sao_Paulo", "2018-02-17", "23:30", "2018-02-17T23:30:00-02:00"),
        # Local mean time gave way to standard time by a jump of 6 minutes and 32 seconds.
        ("Europe/Berlin", "1893-04-01", "00:03", "1893-04-01T00:07:00+01:00"),
        ("Europe/Berlin", "0001-01-01", "00:00", "0001-01-01T00:00:00+00:53:28"),
        ("Europe/Berlin", "9999-12-31", "23:59", "9999-12-31T23:59:00+01:00"),
    ],
)
def test_a_wall_clock_time_becomes_one_instant(
    zone: str, day: str, wall: str, expected: str
) -> None:
    found = resolve_local(date.fromisoformat(day), time.fromisoformat(wall), ZoneInfo(zone))
    assert found.isoformat() == expected


@pytest.mark.parametrize(
    ("zone", "day_start", "now", "today"),
    [
        ("Europe/Berlin", 0, "2024-05-15T21:59:59", "2024-05-15"),
        ("Europe/Berlin", 0, "2024-05-15T22:00:00", "2024-05-16"),
        ("Europe/Berlin", 240, "2024-05-16T01:59:59", "2024-05-15"),
        ("Europe/Berlin", 240, "2024-05-16T02:00:00", "2024-05-16"),
        # The night of 23 hours: the clock shows 04:00 three hours after midnight.
        ("Europe/Berlin", 240, "2024-03-31T01:59:59", "2024-03-30"),
        ("Europe/Berlin", 240, "2024-03-31T02:00:00", "2024-03-31"),
        # The night of 25 hours shows 02:30 twice; the day begins at the first.
        ("Europe/Berlin", 150, "2024-10-27T00:29:59", "2024-10-26"),
        ("Europe/Berlin", 150, "2024-10-27T00:30:00", "2024-10-27"),
        ("Europe/Berlin", 150, "2024-10-27T01:10:00", "2024-10-27"),
        ("Europe/Berlin", 240, "2024-10-27T01:10:00", "2024-10-26"),
        ("America/New_York", 720, "2024-07-04T15:59:59", "2024-07-03"),
        ("America/New_York", 720, "2024-07-04T16:00:00", "2024-07-04"),
        ("Pacific/Apia", 0, "2011-12-30T09:59:59", "2011-12-29"),
        ("Pacific/Apia", 0, "2011-12-30T10:00:00", "2011-12-31"),
        ("America/Sao_Paulo", 0, "2018-11-04T02:59:59", "2018-11-03"),
        ("America/Sao_Paulo", 0, "2018-11-04T03:00:00", "2018-11-04"),
    ],
)
def test_today_follows_the_clock_on_the_wall(
    zone: str, day_start: int, now: str, today: str
) -> None:
    assert local_today(instant(now), ZoneInfo(zone), day_start).isoformat() == today


ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/Sao_Paulo",
    "America/St_Johns",
]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(ZONES),
    st.integers(0, 720),
    st.datetimes(datetime(1995, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001 made aware below
    st.integers(0, 180),
)
def test_a_day_lasts_from_its_start_to_the_next_and_never_goes_back(
    zone_name: str, day_start: int, naive: datetime, minutes: int
) -> None:
    zone, now = ZoneInfo(zone_name), naive.replace(tzinfo=UTC)
    today = local_today(now, zone, day_start)
    assert day_starts_at(today, zone, day_start) <= now
    assert now < day_starts_at(today + timedelta(days=1), zone, day_start)
    assert local_today(now + timedelta(minutes=minutes), zone, day_start) >= today


def test_the_night_at_st_johns_that_shows_midnight_twice_begins_the_day_once() -> None:
    # At 00:01 clocks went back to 23:01 of the day before.
    zone = ZoneInfo("America/St_Johns")
    begun = day_starts_at(date(2010, 11, 7), zone, 0)
    assert begun.isoformat() == "2010-11-07T00:00:00-02:30"
    assert local_today(begun + timedelta(minutes=30), zone, 0) == date(2010, 11, 7)


@pytest.mark.parametrize("name", ["US/Pacific-New", "", "../etc/passwd", "Mars/Olympus Mons"])
def test_a_zone_that_the_database_does_not_know_is_read_as_utc(name: str) -> None:
    assert zone_named(name) == ZoneInfo("UTC")
    assert zone_named("Europe/Berlin") == ZoneInfo("Europe/Berlin")
