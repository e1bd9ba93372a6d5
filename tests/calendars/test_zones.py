"""What a calendar says of a zone's clocks is what the zone database says, for every zone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from almanac.calendars.events import CalendarEvent, Timing
from almanac.calendars.writing import write_calendar
from almanac.calendars.zones import LAST_YEAR, observances

HOUR = timedelta(hours=1)
# What some systems have beside the zones: neither is a place.
PLACELESS = {"localtime", "Factory", "posixrules"}
ZONES = sorted(available_timezones() - PLACELESS)


def described(zone: ZoneInfo, year: int) -> Any:
    """The VTIMEZONE of a calendar with one event at the beginning of a year, read again."""
    begins = datetime(year, 1, 1, 9, tzinfo=zone)
    timing = Timing(begins, begins + HOUR)
    event = CalendarEvent("one", datetime(2026, 1, 1, tzinfo=UTC), 0, "", timing)
    return Calendar.from_ical(write_calendar("Any", [event], zone)).timezones[0]


def onsets(timezone: Any) -> Iterator[tuple[datetime, timedelta, timedelta]]:
    """Every change that it names or its rules give, expanded by another library."""
    for part in timezone.subcomponents:
        wall, before = part["dtstart"].dt, part["tzoffsetfrom"].td
        walls = [wall]
        if "rrule" in part:
            until = part["rrule"].pop("until", None)
            text = part["rrule"].to_ical().decode()
            last = datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC).replace(tzinfo=None)
            if until:
                last = (until[0] + before).replace(tzinfo=None)
            walls = rrulestr(text, dtstart=wall).between(wall, last, inc=True)
        for each in walls:
            yield (each - before).replace(tzinfo=UTC), before, part["tzoffsetto"].td


def compare(zone: ZoneInfo, year: int, step: timedelta) -> None:
    """Hold what is told against the zone database: at each change, and between them by steps."""
    told = sorted(onsets(described(zone, year)))
    at, end = datetime(year, 1, 1, tzinfo=UTC), datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC)
    assert told[0][0] <= at, "nothing says what the clocks show at first"
    assert len({on for on, _, _ in told}) == len(told), "one change is told twice"
    for on, before, after in told:
        if before != after:
            assert (on - timedelta(seconds=1)).astimezone(zone).utcoffset() == before
        assert on.astimezone(zone).utcoffset() == after
    offsets = iter([*told, (end, None, None)])
    following = next(offsets)
    offset: timedelta | None = None
    while at < end:
        while following[0] <= at:
            offset, following = following[2], next(offsets)
        assert at.astimezone(zone).utcoffset() == offset, at
        at += step


@pytest.mark.parametrize("name", ZONES)
def test_every_change_of_the_clocks_until_2037_is_told(name: str) -> None:
    compare(ZoneInfo(name), 2026, HOUR * 24)


# Zones that changed their minds, for calendars that reach back.
RESTLESS = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Argentina/San_Luis",
    "America/Caracas",
    "America/Sao_Paulo",
    "Antarctica/Casey",
    "Antarctica/Troll",
    "Asia/Gaza",
    "Asia/Pyongyang",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Europe/Istanbul",
    "Europe/Moscow",
    "Europe/London",
    "Pacific/Apia",
    "Pacific/Fiji",
]


@pytest.mark.parametrize("name", RESTLESS)
def test_half_a_century_of_changes_is_told(name: str) -> None:
    compare(ZoneInfo(name), 1975, HOUR * 24)


def test_a_yearly_rule_is_told_as_one_and_a_zone_of_the_moon_by_each_change() -> None:
    berlin = observances(ZoneInfo("Europe/Berlin"), 2026)
    assert len(berlin) == 2
    assert all(each.rule and each.rule.nth == -1 and each.until is None for each in berlin)
    rules = [each.rule for each in observances(ZoneInfo("Africa/Casablanca"), 2026)]
    assert len(rules) > 20
    assert not any(rules)


def test_only_clocks_that_follow_no_rule_take_more_than_two_observances() -> None:
    many = {name for name in ZONES if len(observances(ZoneInfo(name), 2026)) > 2}
    # In Egypt the last Thursday of October ends in November now and then.
    egypt, palestine = {"Africa/Cairo", "Egypt"}, {"Asia/Gaza", "Asia/Hebron"}
    assert many <= egypt | palestine | {"Africa/Casablanca", "Africa/El_Aaiun"}


def test_there_are_no_lists_of_dates() -> None:
    for name in ("Europe/Berlin", "Africa/Casablanca", "Asia/Gaza"):
        assert all("rdate" not in part for part in described(ZoneInfo(name), 2026).subcomponents)


def test_summer_time_is_daylight_also_where_winter_is_the_exception() -> None:
    for name in ("Europe/Dublin", "Europe/Berlin", "America/New_York"):
        parts = described(ZoneInfo(name), 2026).subcomponents
        longer = {part.name: part["tzoffsetto"].td for part in parts}
        assert longer["DAYLIGHT"] - longer["STANDARD"] == HOUR
