"""Strength against the vectors, and what carries it over."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from almanac.habits.domain import HabitHistory, TargetKind, TargetPer, figures, strength_series
from almanac.habits.domain.strength import decay, step
from almanac.schedules.rules import (
    AfterCompletion,
    IntervalCycle,
    MonthlyDay,
    Period,
    Rule,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
    YearlyDate,
)
from tests.habits.histories import checked, day, measured, pause

VECTORS = json.loads((Path(__file__).parent.parent / "vectors" / "strength.json").read_text())
ONE_STEP = 1 - decay(1)
WEEKLY = TimesPerPeriod(1, Period.WEEK)


def strength(history: HabitHistory, today: int) -> float:
    return figures(history, today=day(today)).strength


@pytest.mark.parametrize("vector", VECTORS["steps"])
def test_a_step_equals_the_vector(vector: dict[str, float]) -> None:
    found = step(vector["s"], vector["x"], decay(vector["f"]))
    assert found == pytest.approx(vector["next"], abs=1e-6)


@pytest.mark.parametrize(("days", "expected"), VECTORS["perfect_daily"].items())
def test_a_perfect_daily_habit_equals_the_vector(days: str, expected: float) -> None:
    line = "x" * int(days)
    assert strength(checked(line), int(days) - 1) == pytest.approx(expected, abs=1e-6)
    # The next morning, with the day still open, it is the same.
    assert strength(checked(line), int(days)) == pytest.approx(expected, abs=1e-6)


def test_skipped_and_paused_days_carry_strength_over() -> None:
    before = strength(checked("xx"), 1)
    assert strength(checked("xx--"), 3) == before
    assert strength(checked("xx..", pauses=(pause(2, 3),)), 3) == before
    assert strength(checked("xxxx", pauses=(pause(2, 3),)), 3) == before
    assert strength(checked("xx!"), 2) == before * decay(1)


@pytest.mark.parametrize(
    ("rule", "line", "weeks"),
    [
        (WeeklyDays(frozenset({Weekday.MON})), "x......", 300),
        (WeeklyDays(frozenset({Weekday.TUE, Weekday.FRI})), ".x..x..", 300),
        (TimesPerPeriod(3, Period.WEEK), "x.x.x..", 300),
        (IntervalCycle(1, 6), "x......", 300),
        (AfterCompletion(7), "x......", 300),
        (MonthlyDay(1), "x" * 7, 400),
        (TimesPerPeriod(4, Period.MONTH), "x......", 400),
        (TimesPerPeriod(50, Period.YEAR), "x......", 400),
        (YearlyDate(1, 1), "x" * 7, 900),
    ],
)
def test_a_perfect_habit_of_any_kind_approaches_one(rule: Rule, line: str, weeks: int) -> None:
    history = checked(line * weeks, rule)
    assert 0.97 < strength(history, 7 * weeks - 1) <= 1


def test_a_day_off_repeats_what_the_last_seven_days_were() -> None:
    history = checked("x......", WeeklyDays(frozenset({Weekday.MON})))
    kept = decay(1 / 7)
    expected = 0.0
    for _ in range(7):
        expected = step(expected, 1.0, kept)
    assert strength(history, 6) == pytest.approx(expected)
    for _ in range(2):  # the second Monday, missed, and the day after
        expected = step(expected, 0.0, kept)
    assert strength(history, 8) == pytest.approx(expected)


def test_days_whose_window_expects_nothing_carry_strength_over() -> None:
    fortnightly = WeeklyDays(frozenset({Weekday.MON}), every=2)
    after_a_week = strength(checked("x", fortnightly), 6)
    assert strength(checked("x", fortnightly), 13) == after_a_week
    assert strength(checked("", fortnightly), 13) == 0


def test_a_quota_is_spread_over_the_days_that_exist() -> None:
    rule = TimesPerPeriod(7, Period.WEEK)
    assert strength(checked("x", rule), 0) == pytest.approx(ONE_STEP)
    assert strength(checked("x.", rule), 1) == pytest.approx(ONE_STEP)
    half = step(ONE_STEP, 0.5, decay(1))
    assert strength(checked("x!", TimesPerPeriod(7, Period.WEEK)), 2) == pytest.approx(half)


def test_a_sum_counts_its_part_of_the_target() -> None:
    history = measured({0: 500, 1: None}, WEEKLY, target=7000, target_per=TargetPer.PERIOD)
    kept = decay(1 / 7)
    assert strength(history, 0) == pytest.approx(step(0, 0.5, kept))
    assert strength(history, 1) == pytest.approx(step(step(0, 0.5, kept), 0.25, kept))
    zero = measured({0: 0}, WEEKLY, target=0, target_per=TargetPer.PERIOD)
    assert strength(zero, 0) == pytest.approx(step(0, 1, kept))


def test_a_target_per_period_means_nothing_to_a_tick() -> None:
    plain = checked("x.x....", TimesPerPeriod(2, Period.WEEK))
    version = replace(plain.versions[0], target_per=TargetPer.PERIOD)
    assert strength(replace(plain, versions=(version,)), 9) == strength(plain, 9)


def test_under_a_limit_a_day_counts_while_the_last_seven_keep_to_it() -> None:
    kept = decay(1 / 7)
    history = measured(
        {1: 6000, 4: 5000},
        WEEKLY,
        target=10_000,
        target_kind=TargetKind.AT_MOST,
        target_per=TargetPer.PERIOD,
        pauses=(pause(3, 3),),
    )
    expected = 0.0
    for share in (0, 1, 1, 0, 0, 0):  # no answer yet, kept twice, then too much
        expected = step(expected, share, kept)
    assert strength(history, 6) == pytest.approx(expected)


def test_the_line_keeps_its_first_and_last_day() -> None:
    history = checked("xx.x")
    line = strength_series(history, today=day(4), points=3)
    assert [on for on, _ in line] == [day(0), day(1), day(3)]
    assert len(strength_series(history, today=day(4), points=9)) == 4
    assert strength_series(replace(history, starts_on=day(9)), today=day(4), points=9) == []
