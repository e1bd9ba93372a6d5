"""Dates on which rules are due, against vectors, dateutil and day-by-day scanning."""

import json
from calendar import monthrange
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from dateutil import rrule
from hypothesis import example, given, settings
from hypothesis import strategies as st

from almanac.schedules.occurrences import (
    after_completion_due_on,
    count_occurrences,
    is_due,
    next_occurrences,
    occurrence_ordinals,
    occurrences,
    quota_progress,
)
from almanac.schedules.rules import (
    AfterCompletion,
    Daily,
    FixedRule,
    IntervalCycle,
    MonthlyDay,
    Period,
    ScheduleKind,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
    YearlyDate,
    parse_rule,
)

VECTORS = json.loads((Path(__file__).parent.parent / "vectors" / "schedules.json").read_text())
WEEKDAYS = list(Weekday)


@pytest.mark.parametrize("vector", VECTORS)
def test_occurrences_equal_those_of_an_independent_generator(vector: dict[str, Any]) -> None:
    rule = parse_rule(ScheduleKind(vector["kind"]), vector["config"])
    ends_on = date.fromisoformat(vector["ends_on"]) if vector["ends_on"] else None
    found = occurrences(
        rule,  # type: ignore[arg-type]
        starts_on=date.fromisoformat(vector["starts_on"]),
        ends_on=ends_on,
        first=date.fromisoformat(vector["from"]),
        last=date.fromisoformat(vector["to"]),
    )
    assert [day.isoformat() for day in found] == vector["due"]


def scanned(rule: FixedRule, day: date, starts_on: date, week_start: Weekday) -> bool:
    """Whether the rule is due on a day, straight from the words of the specification."""
    if isinstance(rule, WeeklyDays):

        def week(of: date) -> int:
            return (of - timedelta(days=(of.weekday() - week_start.number) % 7)).toordinal() // 7

        in_turn = (week(day) - week(starts_on)) % rule.every == 0
        return in_turn and WEEKDAYS[day.weekday()] in rule.days
    if isinstance(rule, IntervalCycle):
        length = rule.active_days + rule.break_days
        return (day - starts_on).days % length < rule.active_days
    if isinstance(rule, MonthlyDay):
        months = (day.year - starts_on.year) * 12 + day.month - starts_on.month
        clamped = min(rule.day, monthrange(day.year, day.month)[1])
        return months % rule.every == 0 and day.day == clamped
    if isinstance(rule, YearlyDate):
        clamped = min(rule.day, monthrange(day.year, rule.month)[1])
        in_turn = (day.year - starts_on.year) % rule.every == 0
        return in_turn and (day.month, day.day) == (rule.month, clamped)
    return True


every = st.integers(1, 5)
rules: st.SearchStrategy[FixedRule] = st.one_of(
    st.just(Daily()),
    st.builds(WeeklyDays, st.frozensets(st.sampled_from(WEEKDAYS), min_size=1), every),
    st.builds(MonthlyDay, st.integers(1, 31), every),
    st.builds(YearlyDate, st.sampled_from([1, 3, 12]), st.integers(1, 31), every),
    st.builds(YearlyDate, st.just(2), st.integers(1, 29), every),
    st.builds(IntervalCycle, st.integers(1, 9), st.integers(0, 9)),
)
week_starts = st.sampled_from(WEEKDAYS)
near = st.dates(date(2019, 1, 1), date(2024, 12, 31))


@settings(max_examples=80, deadline=None)
@given(rules, near, near, st.tuples(st.integers(0, 700), st.integers(0, 900)), week_starts)
def test_occurrences_equal_a_scan_of_every_day(
    rule: FixedRule, starts_on: date, first: date, lengths: tuple[int, int], week_start: Weekday
) -> None:
    days, length = lengths
    last, ends_on = first + timedelta(days=days), starts_on + timedelta(days=length)
    window = [first + timedelta(days=number) for number in range(days + 1)]
    expected = [
        day
        for day in window
        if starts_on <= day <= ends_on and scanned(rule, day, starts_on, week_start)
    ]
    found = occurrences(
        rule, starts_on=starts_on, ends_on=ends_on, week_start=week_start, first=first, last=last
    )
    assert found == expected
    ordinals = occurrence_ordinals(
        rule,
        starts_on=starts_on,
        week_start=week_start,
        first=first.toordinal(),
        last=min(last, ends_on).toordinal(),
    )
    assert [date.fromordinal(ordinal) for ordinal in ordinals] == expected
    count = count_occurrences(
        rule, starts_on=starts_on, week_start=week_start, first=first, last=min(last, ends_on)
    )
    assert count == len(expected)
    assert is_due(rule, first, starts_on=starts_on, ends_on=ends_on, week_start=week_start) is (
        first in expected
    )


@settings(max_examples=60, deadline=None)
@given(rules, near, near, st.integers(1, 5), st.sampled_from(WEEKDAYS))
def test_next_occurrences_are_the_first_ones_of_a_long_list(
    rule: FixedRule, starts_on: date, after: date, count: int, week_start: Weekday
) -> None:
    found = next_occurrences(
        rule, after=after, count=count, starts_on=starts_on, week_start=week_start
    )
    day_after = after + timedelta(days=1)
    listed = occurrences(
        rule, starts_on=starts_on, week_start=week_start, first=day_after, last=date(2060, 1, 1)
    )
    assert found == listed[:count]
    assert len(found) == count


@settings(max_examples=30, deadline=None)
@given(st.frozensets(st.sampled_from(WEEKDAYS), min_size=1), every, near, st.sampled_from(WEEKDAYS))
def test_every_nth_week_equals_dateutil(
    days: frozenset[Weekday], weeks: int, starts_on: date, week_start: Weekday
) -> None:
    last = starts_on + timedelta(days=400)
    reference = rrule.rrule(
        rrule.WEEKLY,
        dtstart=datetime(starts_on.year, starts_on.month, starts_on.day),  # noqa: DTZ001 dates
        until=datetime(last.year, last.month, last.day),  # noqa: DTZ001 dates
        interval=weeks,
        byweekday=[day.number for day in days],
        wkst=week_start.number,
    )
    found = occurrences(
        WeeklyDays(days, weeks),
        starts_on=starts_on,
        week_start=week_start,
        first=starts_on,
        last=last,
    )
    assert found == [moment.date() for moment in reference]


@pytest.mark.parametrize(
    ("rule", "freq", "options"),
    [
        (Daily(), rrule.DAILY, {}),
        (IntervalCycle(1, 2), rrule.DAILY, {"interval": 3}),
        (MonthlyDay(17, 2), rrule.MONTHLY, {"interval": 2, "bymonthday": 17}),
        (MonthlyDay(30), rrule.MONTHLY, {"bymonthday": [28, 29, 30], "bysetpos": -1}),
        (YearlyDate(2, 29), rrule.YEARLY, {"bymonth": 2, "bymonthday": [28, 29], "bysetpos": -1}),
        (YearlyDate(7, 4, 3), rrule.YEARLY, {"interval": 3, "bymonth": 7, "bymonthday": 4}),
    ],
)
def test_forty_years_equal_dateutil(
    rule: FixedRule, freq: int, options: dict[str, int | list[int]]
) -> None:
    first, last = datetime(1960, 1, 1), datetime(2000, 12, 31)  # noqa: DTZ001 dates
    reference = rrule.rrule(freq, dtstart=first, until=last, **options)  # type: ignore[arg-type]
    found = occurrences(rule, starts_on=first.date(), first=first.date(), last=last.date())
    assert found == [moment.date() for moment in reference]


def days_of(rule: FixedRule, first: str, last: str) -> list[str]:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    found = occurrences(rule, starts_on=start, first=start, last=end)
    return [day.isoformat() for day in found]


def test_the_31st_is_the_last_day_of_shorter_months_and_comes_back() -> None:
    found = days_of(MonthlyDay(31), "2023-01-01", "2023-05-31")
    assert found == ["2023-01-31", "2023-02-28", "2023-03-31", "2023-04-30", "2023-05-31"]
    assert days_of(MonthlyDay(30), "2024-02-01", "2024-02-29") == ["2024-02-29"]


def test_29_february_is_the_28th_in_common_years() -> None:
    found = days_of(YearlyDate(2, 29), "2023-01-01", "2025-12-31")
    assert found == ["2023-02-28", "2024-02-29", "2025-02-28"]


def test_the_week_start_decides_which_weeks_alternate() -> None:
    rule, sunday = WeeklyDays(frozenset({Weekday.MON}), 2), date(2024, 1, 7)
    last = date(2024, 1, 31)
    by_monday = occurrences(rule, starts_on=sunday, first=sunday, last=last)
    by_sunday = occurrences(rule, starts_on=sunday, week_start=Weekday.SUN, first=sunday, last=last)
    assert [day.day for day in by_monday] == [15, 29]
    assert [day.day for day in by_sunday] == [8, 22]


@pytest.mark.parametrize(
    "rule",
    [
        Daily(),
        WeeklyDays(frozenset(Weekday), 520),
        MonthlyDay(31, 520),
        YearlyDate(2, 29, 520),
        IntervalCycle(1, 3650),
    ],
)
@example(Weekday.SUN)
@given(week_start=st.sampled_from(WEEKDAYS))
@settings(max_examples=7, deadline=None)
def test_the_ends_of_the_calendar_are_no_errors(rule: FixedRule, week_start: Weekday) -> None:
    window = {"starts_on": date.min, "week_start": week_start}
    assert next_occurrences(rule, after=date.max, count=3, **window) == []  # type: ignore[arg-type]
    near_end = next_occurrences(rule, after=date(9999, 12, 20), count=99, **window)  # type: ignore[arg-type]
    assert all(date(9999, 12, 20) < day <= date.max for day in near_end)
    first = next_occurrences(rule, after=date.min, count=1, **window)  # type: ignore[arg-type]
    assert first
    assert first[0] > date.min
    assert isinstance(is_due(rule, date.min, **window), bool)  # type: ignore[arg-type]
    assert isinstance(is_due(rule, date.max, **window), bool)  # type: ignore[arg-type]


def test_a_reversed_range_holds_nothing() -> None:
    start = date(2024, 1, 1)
    for rule in (Daily(), MonthlyDay(1), IntervalCycle(2, 2), WeeklyDays(frozenset(Weekday))):
        assert occurrences(rule, starts_on=start, first=start, last=date(2023, 12, 1)) == []
        window = {"first": start, "last": date(2023, 12, 1)}
        count = count_occurrences(rule, starts_on=start, week_start=Weekday.MON, **window)
        assert count == 0


def test_a_quota_is_open_until_its_times_are_reached() -> None:
    rule = TimesPerPeriod(2, Period.WEEK)
    wednesday = date(2024, 5, 15)
    done_on = [date(2024, 5, 12), date(2024, 5, 13), date(2024, 5, 13), date(2024, 5, 20)]
    progress = quota_progress(rule, day=wednesday, done_on=done_on)
    assert (progress.done, progress.times, progress.is_open) == (1, 2, True)
    assert (progress.first, progress.last) == (date(2024, 5, 13), date(2024, 5, 19))
    from_sunday = quota_progress(rule, day=wednesday, week_start=Weekday.SUN, done_on=done_on)
    assert (from_sunday.done, from_sunday.is_open) == (2, False)


def test_after_completion_waits_from_the_last_completion() -> None:
    rule, start = AfterCompletion(10), date(2024, 5, 1)
    due = after_completion_due_on(rule, starts_on=start, last_done_on=None)
    assert due == start
    later = after_completion_due_on(rule, starts_on=start, last_done_on=date(2024, 5, 25))
    assert later == date(2024, 6, 4)
    before = after_completion_due_on(rule, starts_on=start, last_done_on=date(2024, 4, 1))
    assert before == start
    beyond = after_completion_due_on(rule, starts_on=start, last_done_on=date.max)
    assert beyond is None
