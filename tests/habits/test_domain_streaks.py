"""Streaks, counts and progress of fixed schedules."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from almanac.habits.domain import (
    DayState,
    HabitHistory,
    HabitKind,
    ScheduleVersion,
    archives_on,
    figures,
)
from almanac.schedules.rules import (
    AfterCompletion,
    Daily,
    IntervalCycle,
    Period,
    Rule,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
)
from tests.habits.histories import check_ins, checked, day, pause

MON_THU = WeeklyDays(frozenset({Weekday.MON, Weekday.THU}))


@pytest.mark.parametrize(
    ("line", "current", "best"),
    [
        ("", 0, 0),
        (".", 0, 0),
        ("x", 1, 1),
        ("xxx.", 3, 3),  # today is still open
        ("xxx!", 0, 3),  # an explicit no breaks at once
        ("xxx-", 3, 3),
        ("xx.x", 1, 2),
        ("xx-x", 3, 3),  # a skipped day neither extends nor breaks
        ("xx!x", 1, 2),
        ("xx.xx", 2, 2),
        ("x.xxx.x", 1, 3),
    ],
)
def test_a_daily_streak(line: str, current: int, best: int) -> None:
    found = figures(checked(line), today=day(max(0, len(line) - 1)))
    assert (found.current_streak.length, found.best_streak.length) == (current, best)


def test_streaks_come_with_their_dates_and_the_earliest_of_equals_is_best() -> None:
    found = figures(checked("xx.-xx."), today=day(6))
    assert (found.best_streak.first_on, found.best_streak.last_on) == (day(0), day(1))
    assert (found.current_streak.first_on, found.current_streak.last_on) == (day(4), day(5))
    empty = figures(checked(".."), today=day(1))
    assert (empty.current_streak.first_on, empty.current_streak.last_on) == (None, None)


def test_a_streak_counts_scheduled_occurrences_and_not_days() -> None:
    #                 MTWTFSSMTWTFSSM
    line = "x.xx...x..x..."
    found = figures(checked(line, MON_THU), today=day(13))
    assert found.current_streak.length == 4
    assert (found.done_count, found.expected_count, found.total_done) == (4, 4, 5)


def test_every_second_week_passes_over_the_week_between() -> None:
    rule = WeeklyDays(frozenset({Weekday.MON}), every=2)
    found = figures(checked("x......x......x", rule), today=day(14))
    assert (found.current_streak.length, found.total_done) == (2, 3)


def test_a_paused_day_does_not_count_even_when_done() -> None:
    history = checked("xx.xx", pauses=(pause(2, 3),))
    found = figures(history, today=day(4))
    assert found.current_streak.length == 3
    assert (found.done_count, found.expected_count, found.total_done) == (3, 3, 4)


def test_overlapping_and_open_pauses_are_one() -> None:
    pauses = (pause(5, None), pause(2, 3), pause(3, 4), pause(-9, -8))
    found = figures(checked("xx......", pauses=pauses), today=day(7))
    assert (found.current_streak.length, found.expected_count) == (2, 2)
    assert found.state_today is DayState.PAUSED
    assert not found.due_today


def test_each_day_is_judged_by_the_version_in_force_on_it() -> None:
    versions = (ScheduleVersion(day(0), Daily()), ScheduleVersion(day(4), MON_THU))
    history = HabitHistory(HabitKind.CHECK, day(0), versions, check_ins=check_ins("xxxx...x"))
    found = figures(history, today=day(9))
    assert (found.current_streak.length, found.expected_count) == (5, 5)
    before = HabitHistory(HabitKind.CHECK, day(0), versions[:1], check_ins=check_ins("xxxx...x"))
    assert figures(before, today=day(9)).current_streak.length == 0


def test_the_first_version_is_in_force_before_its_date_too() -> None:
    versions = (ScheduleVersion(day(3), Daily()),)
    history = HabitHistory(HabitKind.CHECK, day(0), versions, check_ins=check_ins("xxxx"))
    assert figures(history, today=day(3)).current_streak.length == 4


def test_of_versions_before_the_start_the_last_is_in_force() -> None:
    versions = (ScheduleVersion(day(-9), Daily()), ScheduleVersion(day(-3), MON_THU))
    history = HabitHistory(HabitKind.CHECK, day(0), versions, check_ins=check_ins("x"))
    assert figures(history, today=day(2)).current_streak.length == 1


def test_the_window_bounds_what_counts() -> None:
    history = checked("xxxxx", ends_on=day(2))
    found = figures(history, today=day(4))
    assert (found.current_streak.length, found.expected_count) == (3, 3)
    assert found.progress_percent == 100
    assert found.state_today is DayState.OFF
    early = figures(history, today=day(-1))
    assert (early.expected_count, early.strength, early.progress_percent) == (0, 0.0, 0.0)
    assert not early.due_today


def test_an_archived_habit_is_judged_up_to_the_day_before() -> None:
    found = figures(checked("xx."), today=day(9), archived_on=day(2))
    assert (found.current_streak.length, found.expected_count) == (2, 2)
    assert not found.due_today


@pytest.mark.parametrize(
    ("line", "rule", "ends", "today", "percent"),
    [
        ("xx", Daily(), 9, 1, 20.0),
        ("xx.", Daily(), 9, 2, 20.0),
        ("x!-x", Daily(), 4, 3, 50.0),  # the skipped day is no part of it
        ("x", MON_THU, 13, 0, 25.0),
        ("x", IntervalCycle(2, 1), 5, 0, 25.0),
        ("xxx", TimesPerPeriod(3, Period.WEEK), 13, 4, 50.0),
        ("x", TimesPerPeriod(2, Period.WEEK), 13, 4, 0.0),
        ("x", AfterCompletion(5), 10, 1, 100 / 3),
        ("", AfterCompletion(5), 10, 1, 0.0),
        ("-", Daily(), 0, 0, 0.0),
    ],
)
def test_progress_is_done_of_all_occurrences_from_start_to_end(
    line: str, rule: Rule, ends: int, today: int, percent: float
) -> None:
    found = figures(checked(line, rule, ends_on=day(ends)), today=day(today))
    assert found.progress_percent == pytest.approx(percent)


def test_a_pause_ahead_takes_its_days_out_of_the_progress() -> None:
    history = checked("x", ends_on=day(9), pauses=(pause(5, 9),))
    assert figures(history, today=day(0)).progress_percent == 20
    assert figures(checked("x"), today=day(0)).progress_percent is None


def test_a_habit_is_archived_after_its_end_or_its_last_completion() -> None:
    history = checked("xx", ends_on=day(5))
    assert archives_on(history, today=day(5), completions_limit=None) is None
    assert archives_on(history, today=day(9), completions_limit=None) == day(6)
    assert archives_on(history, today=day(2), completions_limit=3) is None
    assert archives_on(history, today=day(1), completions_limit=2) is None, (
        "not before the day ends"
    )
    assert archives_on(history, today=day(4), completions_limit=2) == day(2)
    ahead = replace(history, starts_on=day(3))
    assert archives_on(ahead, today=day(1), completions_limit=1) is None


def test_ten_thousand_years_are_no_error() -> None:
    history = HabitHistory(
        HabitKind.CHECK,
        date.max - timedelta(days=3),
        (ScheduleVersion(date.min, MON_THU, week_start=Weekday.SUN),),
        ends_on=date.max,
    )
    assert figures(history, today=date.max).expected_count == 1
    ancient = HabitHistory(HabitKind.CHECK, date.min, (ScheduleVersion(date.min, Daily()),))
    assert figures(ancient, today=date(1, 2, 1)).expected_count == 31


@pytest.mark.parametrize(
    ("line", "current", "expected"),
    [
        ("x..x", 2, 2),  # done on the day it fell due
        ("x....x", 2, 2),  # late, but within the next three days
        ("x.....x", 1, 3),  # three free days went by: missed once
        ("x.x..x", 2, 2),  # too early does not count, and starts the wait anew
        ("x..!x", 1, 3),  # an explicit no breaks, and it stays due
        ("x..-..x", 2, 2),  # a skipped day is not waited
        ("x.....", 1, 1),  # today can still save it
        ("x......", 0, 2),
    ],
)
def test_after_completion_counts_completions_in_time(
    line: str, current: int, expected: int
) -> None:
    found = figures(checked(line, AfterCompletion(3)), today=day(len(line) - 1))
    assert (found.current_streak.length, found.expected_count) == (current, expected)


def test_after_completion_waits_through_a_pause_and_goes_on_after_another_rule() -> None:
    paused = checked("x.....x", AfterCompletion(3), pauses=(pause(3, 4),))
    assert figures(paused, today=day(6)).current_streak.length == 2
    done_away = checked("x...x", AfterCompletion(3), pauses=(pause(3, 4),))
    found = figures(done_away, today=day(6))
    assert (found.current_streak.length, found.state_today) == (1, DayState.OFF)
    assert figures(done_away, today=day(7)).state_today is DayState.OPEN
    versions = (ScheduleVersion(day(0), Daily()), ScheduleVersion(day(2), AfterCompletion(4)))
    changed = HabitHistory(HabitKind.CHECK, day(0), versions, check_ins=check_ins("xx"))
    assert figures(changed, today=day(4)).state_today is DayState.OFF
    assert figures(changed, today=day(5)).state_today is DayState.OPEN
