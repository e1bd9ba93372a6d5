"""When people's days begin, through whole years, against a walk along the clock on the wall."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almanac.schedules.times import day_starts_at, local_today, next_day_starts_at

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
ZONES = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "America/Sao_Paulo",
]
# The night in which half past two does not exist in Berlin, midnight, and noon.
DAY_STARTS = [0, 150, 720]


def walk(first: datetime, minutes: int, zone: ZoneInfo, day_start: int) -> Iterator[datetime]:
    """Each minute at which the clock on the wall shows for the first time that a day has begun.

    Knows nothing of offsets or folds: it looks at the clock, minute by minute.
    """
    shift = timedelta(minutes=day_start)
    latest = None
    for minute in range(minutes):
        at = first + minute * MINUTE
        shown = (at.astimezone(zone).replace(tzinfo=None) - shift).date()
        if latest is not None and shown > latest:
            yield at
        latest = shown if latest is None else max(latest, shown)


def changes_of_clock(zone: ZoneInfo, year: int) -> list[datetime]:
    """The hours before which the offset of a zone was another one."""
    hours = [datetime(year, 1, 1, tzinfo=UTC) + timedelta(hours=hour) for hour in range(8784)]
    offsets = [hour.astimezone(zone).utcoffset() for hour in hours]
    return [hours[n] for n in range(1, len(hours)) if offsets[n] != offsets[n - 1]]


def starts(first: datetime, last: datetime, zone: ZoneInfo, day_start: int) -> list[datetime]:
    """From start to start, as the scheduled work goes."""
    found, now = [], first
    while (now := next_day_starts_at(now, zone, day_start)) <= last:
        found.append(now)
    return found


@pytest.mark.parametrize("zone_name", ZONES)
@pytest.mark.parametrize("day_start", DAY_STARTS)
def test_each_date_of_a_year_begins_once_and_none_is_left_out(
    zone_name: str, day_start: int
) -> None:
    zone = ZoneInfo(zone_name)
    first = day_starts_at(date(2025, 12, 31), zone, day_start).astimezone(UTC)
    found = starts(first, first + 366 * DAY, zone, day_start)
    dates = [local_today(start, zone, day_start) for start in found]
    assert dates == [date(2026, 1, 1) + n * DAY for n in range(len(dates))]
    assert len(dates) in {365, 366}
    for start in found:
        before = local_today(start - timedelta(microseconds=1), zone, day_start)
        assert local_today(start, zone, day_start) == before + DAY


@pytest.mark.parametrize("zone_name", ZONES)
@pytest.mark.parametrize("year", [2018, 2026])
def test_days_begin_where_the_clock_on_the_wall_says_around_every_change_of_it(
    zone_name: str, year: int
) -> None:
    zone = ZoneInfo(zone_name)
    for change in changes_of_clock(zone, year):
        for day_start in DAY_STARTS:
            first = change - timedelta(hours=30)
            seen = list(walk(first, 60 * 60, zone, day_start))
            assert starts(first, first + timedelta(hours=60) - MINUTE, zone, day_start) == seen


@settings(max_examples=60)
@given(
    st.sampled_from(ZONES),
    st.integers(0, 720),
    st.datetimes(datetime(2000, 1, 1), datetime(2037, 1, 1)),  # noqa: DTZ001 made aware below
)
def test_days_begin_where_the_clock_on_the_wall_says_at_any_time(
    zone_name: str, day_start: int, naive: datetime
) -> None:
    zone = ZoneInfo(zone_name)
    first = naive.replace(second=0, microsecond=0, tzinfo=UTC)
    seen = list(walk(first, 30 * 60, zone, day_start))
    assert starts(first, first + timedelta(hours=30) - MINUTE, zone, day_start) == seen


@pytest.mark.parametrize(
    ("zone", "day_start", "now", "begins"),
    [
        # 02:30 does not exist: the day begins with the first minute after the gap.
        ("Europe/Berlin", 150, "2026-03-29T00:00", "2026-03-29T01:00"),
        # 02:30 comes twice: the day begins at the first.
        ("Europe/Berlin", 150, "2026-10-25T00:00", "2026-10-25T00:30"),
        ("Europe/Berlin", 150, "2026-10-25T00:30", "2026-10-26T01:30"),
        ("Australia/Sydney", 150, "2026-10-03T15:00", "2026-10-03T16:00"),
        ("Australia/Sydney", 150, "2026-04-04T15:00", "2026-04-04T15:30"),
        ("Pacific/Auckland", 150, "2026-09-26T13:00", "2026-09-26T14:00"),
        # The 30th of December 2011 was left out: the 31st follows the 29th.
        ("Pacific/Apia", 0, "2011-12-30T09:59", "2011-12-30T10:00"),
        ("Pacific/Apia", 0, "2011-12-30T10:00", "2011-12-31T10:00"),
        # Midnight came twice, a minute before the clock was set back.
        ("America/St_Johns", 0, "2010-11-07T02:00", "2010-11-07T02:30"),
        ("America/St_Johns", 0, "2010-11-07T02:30", "2010-11-08T03:30"),
        # Midnight did not exist.
        ("America/Sao_Paulo", 0, "2018-11-04T02:00", "2018-11-04T03:00"),
        ("Africa/Casablanca", 150, "2026-02-15T01:00", "2026-02-15T01:30"),
        ("Asia/Kathmandu", 0, "2026-06-01T18:00", "2026-06-01T18:15"),
    ],
)
def test_the_next_day_begins_at_one_instant(
    zone: str, day_start: int, now: str, begins: str
) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    found = next_day_starts_at(at, ZoneInfo(zone), day_start)
    assert found == datetime.fromisoformat(begins).replace(tzinfo=UTC)
