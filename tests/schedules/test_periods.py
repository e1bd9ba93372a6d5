"""Calendar weeks, months and years."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almanac.schedules.periods import period_bounds, periods_between, whole_periods
from almanac.schedules.rules import Period, Weekday


@pytest.mark.parametrize(
    ("day", "period", "week_start", "first", "last"),
    [
        ("2024-05-15", Period.WEEK, Weekday.MON, "2024-05-13", "2024-05-19"),
        ("2024-05-15", Period.WEEK, Weekday.SUN, "2024-05-12", "2024-05-18"),
        ("2024-05-15", Period.WEEK, Weekday.WED, "2024-05-15", "2024-05-21"),
        ("2024-02-10", Period.MONTH, Weekday.MON, "2024-02-01", "2024-02-29"),
        ("2023-02-10", Period.YEAR, Weekday.MON, "2023-01-01", "2023-12-31"),
        ("0001-01-01", Period.WEEK, Weekday.SUN, "0001-01-01", "0001-01-06"),
        ("9999-12-31", Period.WEEK, Weekday.MON, "9999-12-27", "9999-12-31"),
        ("9999-12-31", Period.MONTH, Weekday.MON, "9999-12-01", "9999-12-31"),
    ],
)
def test_a_period_is_named_by_its_bounds(
    day: str, period: Period, week_start: Weekday, first: str, last: str
) -> None:
    bounds = period_bounds(date.fromisoformat(day), period, week_start)
    assert tuple(bound.isoformat() for bound in bounds) == (first, last)


@settings(max_examples=60, deadline=None)
@given(
    st.dates(),
    st.integers(-3, 500),
    st.sampled_from(list(Period)),
    st.sampled_from(list(Weekday)),
)
def test_periods_join_without_gap_and_whole_ones_are_counted(
    first: date, days: int, period: Period, week_start: Weekday
) -> None:
    last = date.fromordinal(min(max(first.toordinal() + days, 1), date.max.toordinal()))
    found = periods_between(first, last, period, week_start)
    for before, after in pairwise(found):
        assert after[0] == before[1] + timedelta(days=1)
    if first <= last:
        assert found[0][0] <= first <= found[0][1]
        assert found[-1][0] <= last <= found[-1][1]
    whole = [bounds for bounds in found if first <= bounds[0] and bounds[1] <= last]
    assert whole_periods(first, last, period, week_start) == len(whole)


def test_the_last_period_of_the_calendar_ends_the_list() -> None:
    found = periods_between(date(9999, 12, 30), date.max, Period.WEEK, Weekday.MON)
    assert found == [(date(9999, 12, 27), date.max)]


def test_a_reversed_range_has_no_periods() -> None:
    first, last = date(2024, 5, 2), date(2024, 5, 1)
    assert periods_between(first, last, Period.WEEK, Weekday.MON) == []
    assert whole_periods(first, last, Period.WEEK, Weekday.MON) == 0
