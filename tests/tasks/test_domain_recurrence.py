"""When repeating tasks are due: tables of examples, and what holds for every rule."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.core import fields
from almanac.schedules.occurrences import is_due, occurrences
from almanac.schedules.rules import (
    AfterCompletion,
    Daily,
    FixedRule,
    IntervalCycle,
    MonthlyDay,
    Period,
    Rule,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
    YearlyDate,
)
from almanac.tasks.domain.model import Completion, Due, Series
from almanac.tasks.domain.recurrence import (
    LAST_DUE,
    begin_series,
    due_in_new_weeks,
    next_due_on,
)
from tests.tasks.strategies import days, fixed_rules, rules, weekdays

MONDAYS = WeeklyDays(frozenset({Weekday.MON}))
MON_THU = WeeklyDays(frozenset({Weekday.MON, Weekday.THU}))
FORTNIGHTLY = WeeklyDays(frozenset({Weekday.MON}), every=2)
WEEKLY, MONTHLY = (TimesPerPeriod(2, period) for period in (Period.WEEK, Period.MONTH))


def on(text: str) -> date:
    return date.fromisoformat(text)


def begin(rule: Rule, first: str, ends_on: str | None = None) -> tuple[Series, date]:
    begun = begin_series(
        rule,
        on(first),
        ends_on=None if ends_on is None else on(ends_on),
        week_start=Weekday.MON,
    )
    assert begun is not None
    return begun


def done(number: int, planned: str | None, done_on: str) -> Completion:
    due = None if planned is None else Due(on(planned))
    return Completion(number, due, on(done_on), datetime(2026, 1, 1, tzinfo=UTC))


# 2026-03-18 is a Wednesday.
FIRST: list[tuple[Rule, str, str]] = [
    (Daily(), "2026-03-18", "2026-03-18"),
    (MONDAYS, "2026-03-18", "2026-03-23"),
    (MONDAYS, "2026-03-23", "2026-03-23"),
    (FORTNIGHTLY, "2026-03-18", "2026-03-23"),
    (MonthlyDay(31), "2026-02-10", "2026-02-28"),
    (MonthlyDay(10, every=2), "2026-03-18", "2026-04-10"),
    (YearlyDate(2, 29), "2026-03-18", "2027-02-28"),
    (YearlyDate(3, 1, every=4), "2026-03-18", "2027-03-01"),
    (IntervalCycle(2, 5), "2026-03-18", "2026-03-18"),
    (WEEKLY, "2026-03-18", "2026-03-22"),
    (MONTHLY, "2026-03-18", "2026-03-31"),
    (TimesPerPeriod(1, Period.YEAR), "2026-03-18", "2026-12-31"),
    (AfterCompletion(10), "2026-03-18", "2026-03-18"),
]


@pytest.mark.parametrize(("rule", "first", "expected"), FIRST)
def test_it_is_first_due_on_the_first_date_of_its_schedule(
    rule: Rule, first: str, expected: str
) -> None:
    series, due_on = begin(rule, first)
    assert (due_on, series.anchor_on) == (on(expected), on(expected))


NEXT: list[tuple[Rule, str, str, str, str]] = [
    # rule, first due, planned, done, next
    (Daily(), "2026-03-18", "2026-03-18", "2026-03-18", "2026-03-19"),
    (Daily(), "2026-03-10", "2026-03-10", "2026-03-18", "2026-03-19"),
    (Daily(), "2026-03-18", "2026-03-18", "2026-03-17", "2026-03-19"),
    (MON_THU, "2026-03-16", "2026-03-16", "2026-03-16", "2026-03-19"),
    (MON_THU, "2026-03-02", "2026-03-02", "2026-03-19", "2026-03-23"),
    (MON_THU, "2026-03-16", "2026-03-19", "2026-03-17", "2026-03-23"),
    (FORTNIGHTLY, "2026-03-02", "2026-03-02", "2026-03-02", "2026-03-16"),
    (FORTNIGHTLY, "2026-03-02", "2026-03-02", "2026-03-16", "2026-03-30"),
    (FORTNIGHTLY, "2026-03-02", "2026-03-04", "2026-03-04", "2026-03-16"),
    (MonthlyDay(31), "2026-01-31", "2026-01-31", "2026-01-31", "2026-02-28"),
    (MonthlyDay(31), "2026-01-31", "2026-02-28", "2026-02-28", "2026-03-31"),
    (MonthlyDay(31), "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"),
    (MonthlyDay(1, every=3), "2026-01-01", "2026-01-01", "2026-01-05", "2026-04-01"),
    (YearlyDate(2, 29), "2024-02-29", "2024-02-29", "2024-02-29", "2025-02-28"),
    (YearlyDate(2, 29), "2024-02-29", "2027-02-28", "2027-02-28", "2028-02-29"),
    (YearlyDate(3, 1, every=4), "2024-03-01", "2024-03-01", "2024-03-01", "2028-03-01"),
    (IntervalCycle(2, 2), "2026-03-18", "2026-03-18", "2026-03-18", "2026-03-19"),
    (IntervalCycle(2, 2), "2026-03-18", "2026-03-19", "2026-03-19", "2026-03-22"),
    (AfterCompletion(10), "2026-03-18", "2026-03-18", "2026-03-18", "2026-03-28"),
    (AfterCompletion(10), "2026-03-01", "2026-03-01", "2026-03-18", "2026-03-28"),
    (AfterCompletion(10), "2026-03-18", "2026-03-18", "2026-03-15", "2026-03-25"),
    (AfterCompletion(3), "2026-04-30", "2026-04-30", "2026-03-18", "2026-05-01"),
    (WEEKLY, "2026-03-22", "2026-03-22", "2026-03-18", "2026-03-22"),
    (WEEKLY, "2026-03-22", "2026-03-22", "2026-03-22", "2026-03-29"),
    (WEEKLY, "2026-03-08", "2026-03-08", "2026-03-18", "2026-03-22"),
    (MONTHLY, "2026-01-31", "2026-01-31", "2026-01-31", "2026-02-28"),
]


@pytest.mark.parametrize(("rule", "anchor", "planned", "done_on", "expected"), NEXT)
def test_next_it_is_due_after_what_was_planned_and_after_the_day_it_was_done(
    rule: Rule, anchor: str, planned: str, done_on: str, expected: str
) -> None:
    series = Series(rule, on(anchor))
    assert next_due_on(series, on(planned), on(done_on)) == on(expected)


def test_without_a_date_it_goes_on_from_the_day_it_was_done() -> None:
    assert next_due_on(Series(MONDAYS, on("2026-03-02")), None, on("2026-03-18")) == on(
        "2026-03-23"
    )


@pytest.mark.parametrize(
    ("earlier", "done_on", "expected"),
    [
        ([], "2026-03-17", "2026-03-22"),
        ([done(1, "2026-03-22", "2026-03-16")], "2026-03-17", "2026-03-29"),
        # Of another week, or done for the next one already.
        ([done(1, "2026-03-15", "2026-03-15")], "2026-03-17", "2026-03-22"),
        ([done(1, "2026-03-29", "2026-03-16")], "2026-03-17", "2026-03-22"),
        # Done late, so it counts for the week in which it was done.
        ([done(1, "2026-03-15", "2026-03-16")], "2026-03-17", "2026-03-29"),
        ([done(1, None, "2026-03-16")], "2026-03-17", "2026-03-29"),
    ],
)
def test_a_quota_stays_due_until_it_is_met_in_its_period(
    earlier: list[Completion], done_on: str, expected: str
) -> None:
    series = Series(WEEKLY, on("2026-03-15"))
    assert next_due_on(series, on("2026-03-22"), on(done_on), earlier) == on(expected)


@pytest.mark.parametrize(
    ("rule", "window", "planned", "done_on", "expected"),
    [
        (Daily(), ("2026-03-18", "2026-03-19"), "2026-03-18", "2026-03-18", "2026-03-19"),
        (Daily(), ("2026-03-18", "2026-03-19"), "2026-03-19", "2026-03-19", None),
        (Daily(), ("2026-03-18", "2026-03-19"), "2026-03-18", "2026-03-20", None),
        (WEEKLY, ("2026-03-18", "2026-03-25"), "2026-03-22", "2026-03-22", "2026-03-25"),
        (WEEKLY, ("2026-03-18", "2026-03-20"), "2026-03-20", "2026-03-18", "2026-03-20"),
        (WEEKLY, ("2026-03-18", "2026-03-20"), "2026-03-20", "2026-03-20", None),
        (AfterCompletion(9), ("2026-03-18", "2026-03-20"), "2026-03-18", "2026-03-18", None),
    ],
)
def test_nothing_is_due_after_the_end(
    rule: Rule, window: tuple[str, str], planned: str, done_on: str, expected: str | None
) -> None:
    series, _ = begin(rule, *window)
    found = next_due_on(series, on(planned), on(done_on))
    assert found == (None if expected is None else on(expected))


@pytest.mark.parametrize("rule", [MONDAYS, WEEKLY, AfterCompletion(1)])
def test_a_series_does_not_end_before_it_begins(rule: Rule) -> None:
    ends_on = on("2026-03-17")
    assert begin_series(rule, on("2026-03-18"), ends_on=ends_on, week_start=Weekday.MON) is None


def test_what_is_due_can_be_said_back() -> None:
    assert LAST_DUE == fields.LAST_DATE
    series = Series(YearlyDate(1, 1, every=520), on("2026-01-01"))
    assert next_due_on(series, on("2026-01-01"), on("2026-01-01")) is None


gaps = st.integers(-40, 400)


@given(fixed_rules, days, gaps, gaps, weekdays)
def test_the_next_date_is_the_first_of_the_rule_after_both_days(
    rule: FixedRule, first: date, planned_gap: int, done_gap: int, week_start: Weekday
) -> None:
    begun = begin_series(rule, first, ends_on=None, week_start=week_start)
    assert begun is not None
    series, due_on = begun
    counted_from = {"starts_on": series.anchor_on, "week_start": week_start}
    assert due_on >= first
    assert is_due(rule, due_on, starts_on=series.anchor_on, week_start=week_start)
    planned = due_on + timedelta(days=max(0, planned_gap))
    done_on = planned + timedelta(days=done_gap)
    after = max(planned, done_on)
    found = next_due_on(series, planned, done_on)
    assert found is not None
    between = occurrences(rule, **counted_from, first=after + timedelta(days=1), last=found)  # type: ignore[arg-type]  # two kinds of values
    assert between == [found]


@given(fixed_rules, days, weekdays)
def test_done_in_time_it_is_due_on_every_date_of_its_rule(
    rule: FixedRule, first: date, week_start: Weekday
) -> None:
    begun = begin_series(rule, first, ends_on=None, week_start=week_start)
    assert begun is not None
    series, due_on = begun
    dates = [due_on]
    while len(dates) < 8:
        following = next_due_on(series, dates[-1], dates[-1])
        assert following is not None
        dates.append(following)
    assert dates == occurrences(
        rule, starts_on=series.anchor_on, week_start=week_start, first=due_on, last=dates[-1]
    )


@given(rules, days, gaps, st.integers(0, 800))
def test_what_is_due_next_lies_after_the_day_it_was_done_and_within_the_series(
    rule: Rule, first: date, done_gap: int, length: int
) -> None:
    ends_on = first + timedelta(days=length)
    begun = begin_series(rule, first, ends_on=ends_on, week_start=Weekday.MON)
    if begun is None:
        return
    series, due_on = begun
    done_on = due_on + timedelta(days=done_gap)
    found = next_due_on(series, due_on, done_on)
    if found is not None:
        assert done_on < found <= ends_on
        assert found > due_on or isinstance(rule, TimesPerPeriod)


@pytest.mark.parametrize(
    ("rule", "due_on", "expected"),
    [
        # Weeks from Sunday instead of Monday, on Wednesday the 18th.
        (WEEKLY, "2026-03-22", "2026-03-21"),
        (WEEKLY, "2026-03-29", "2026-03-28"),
        (WEEKLY, "2026-03-20", "2026-03-20"),
        (WEEKLY, "2026-03-15", "2026-03-15"),
        (MONTHLY, "2026-03-31", "2026-03-31"),
        (Daily(), "2026-03-18", "2026-03-18"),
    ],
)
def test_a_weekly_quota_is_due_when_the_week_ends_that_the_person_has_now(
    rule: Rule, due_on: str, expected: str
) -> None:
    series = Series(rule, on("2026-03-01"))
    found = due_in_new_weeks(series, on(due_on), week_start=Weekday.SUN, today=on("2026-03-18"))
    assert found == on(expected)
