"""Rules of habits and tasks, expanded by two other programs, have the dates that we say."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from almanac.calendars.events import CalendarEvent
from almanac.calendars.rules import Stretch, series_of
from almanac.calendars.series import repeated
from almanac.calendars.writing import write_calendar
from almanac.schedules.occurrences import occurrences
from almanac.schedules.rules import (
    FixedRule,
    IntervalCycle,
    MonthlyDay,
    Weekday,
    WeeklyDays,
    YearlyDate,
)
from almanac.schedules.times import held_between
from tests.calendars.readers import JavaScriptReader, Shown, read_in_python, told, within
from tests.tasks.strategies import every, fixed_rules, weekdays

BERLIN = ZoneInfo("Europe/Berlin")
STAMP = datetime(2026, 3, 18, 12, tzinfo=UTC)
MINUTES = 30
FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
starts_on = st.dates(date(2025, 1, 1), date(2026, 12, 31))
starts = st.one_of(st.none(), st.sampled_from([0, 60, 135, 150, 420, 1439]))


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    begins = draw(starts_on)
    first_on = begins + timedelta(days=draw(st.integers(0, 200)))
    length = draw(st.one_of(st.none(), st.integers(0, 400)))
    last_on = None if length is None else first_on + timedelta(days=length)
    return Stretch(begins, first_on, last_on, draw(weekdays))


def written(rule: FixedRule, of: Stretch, at: int | None) -> bytes:
    found = series_of(rule, of, at, MINUTES)
    events = [
        CalendarEvent(f"{number}@almanac", STAMP, 0, "Any", repeated(series, BERLIN))
        for number, series in enumerate(found)
    ]
    return write_calendar("Any", events, BERLIN)


def shown(rule: FixedRule, of: Stretch, at: int | None) -> list[tuple[str | int, str | int]]:
    """When the rule is due by our own reckoning."""
    found = occurrences(
        rule,
        starts_on=of.starts_on,
        ends_on=of.last_on,
        week_start=of.week_start,
        first=max(of.first_on, FIRST - timedelta(days=2)),
        last=LAST + timedelta(days=2),
    )
    times = [
        (day, day + timedelta(days=1)) if at is None else held_between(day, at, MINUTES, BERLIN)
        for day in found
    ]
    told_times = [Shown("", told(begins), told(ends), "", "") for begins, ends in times]
    return plain(within(told_times, FIRST, LAST))


def plain(found: list[Shown]) -> list[tuple[str | int, str | int]]:
    return sorted((each.begins, each.ends) for each in found)


def agree(javascript: JavaScriptReader, rule: FixedRule, of: Stretch, at: int | None) -> None:
    data, expected = written(rule, of, at), shown(rule, of, at)
    assert plain(read_in_python(data, FIRST, LAST)) == expected
    assert plain(javascript.read(data, FIRST, LAST)) == expected


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fixed_rules, stretches(), starts)
def test_any_rule_has_its_dates_and_no_others(
    javascript: JavaScriptReader, rule: FixedRule, of: Stretch, at: int | None
) -> None:
    agree(javascript, rule, of, at)


@pytest.mark.parametrize("day", [28, 29, 30, 31])
@pytest.mark.parametrize("months", [1, 5])
def test_the_last_days_of_months_are_clamped(
    javascript: JavaScriptReader, day: int, months: int
) -> None:
    begins = date(2025, 1, 31)
    of = Stretch(begins, begins, None, Weekday.MON)
    agree(javascript, MonthlyDay(day, months), of, 540)
    agree(javascript, YearlyDate(2, 29), of, None)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.frozensets(weekdays, min_size=1), every, starts_on, weekdays)
def test_weeks_are_counted_from_the_day_on_which_they_begin(
    javascript: JavaScriptReader,
    days: frozenset[Weekday],
    weeks: int,
    begins: date,
    week_start: Weekday,
) -> None:
    of = Stretch(begins, begins, None, week_start)
    agree(javascript, WeeklyDays(days, weeks), of, None)


@pytest.mark.parametrize("rule", [IntervalCycle(21, 7), IntervalCycle(60, 30)])
def test_a_cycle_of_many_days_takes_a_bounded_number_of_series(
    javascript: JavaScriptReader, rule: IntervalCycle
) -> None:
    of = Stretch(date(2025, 1, 1), date(2025, 3, 15), None, Weekday.MON)
    assert len(series_of(rule, of, None, 0)) <= 60
    agree(javascript, rule, of, None)


def test_a_rule_that_ends_before_its_first_date_is_no_series() -> None:
    of = Stretch(date(2026, 1, 2), date(2026, 1, 2), date(2026, 1, 20), Weekday.MON)
    assert series_of(MonthlyDay(1), of, None, 0) == []
