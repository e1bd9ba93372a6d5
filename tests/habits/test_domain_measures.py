"""Amounts against targets, and quotas over weeks, months and years."""

from dataclasses import replace

import pytest

from almanac.habits.domain import (
    CheckIn,
    CheckInStatus,
    DayState,
    Figures,
    HabitHistory,
    HabitKind,
    ScheduleVersion,
    TargetKind,
    TargetPer,
    calendar,
    day_state,
    figures,
)
from almanac.schedules.rules import Daily, Period, Rule, TimesPerPeriod, Weekday
from tests.habits.histories import check_ins, checked, day, measured, pause

LIMIT, SUM = TargetKind.AT_MOST, TargetPer.PERIOD
WEEKLY_3 = TimesPerPeriod(3, Period.WEEK)
WEEKLY = TimesPerPeriod(1, Period.WEEK)


def test_thousandths_add_up_exactly() -> None:
    found = figures(measured({0: 100, 1: 200}, WEEKLY, target=300, target_per=SUM), today=day(1))
    assert found.current_streak.length == 1


@pytest.mark.parametrize(
    ("kind", "amount", "yesterday", "today"),
    [
        (TargetKind.AT_LEAST, 4999, DayState.MISSED, DayState.OPEN),
        (TargetKind.AT_LEAST, 5000, DayState.DONE, DayState.DONE),
        (TargetKind.AT_LEAST, None, DayState.DONE, DayState.DONE),
        (LIMIT, 5000, DayState.DONE, DayState.DONE),
        (LIMIT, 5001, DayState.MISSED, DayState.MISSED),
        (LIMIT, 0, DayState.DONE, DayState.DONE),
    ],
)
def test_the_amount_decides_against_the_target(
    kind: TargetKind, amount: int | None, yesterday: DayState, today: DayState
) -> None:
    history = measured({0: amount, 1: amount}, target=5000, target_kind=kind)
    states = [state for _, state, _ in calendar(history, first=day(0), last=day(1), today=day(1))]
    assert states == [yesterday, today]


@pytest.mark.parametrize(
    ("status", "amount", "state"),
    [
        (CheckInStatus.SKIPPED, 9000, DayState.SKIPPED),
        (CheckInStatus.MISSED, 9000, DayState.DONE),
        (CheckInStatus.MISSED, 1000, DayState.MISSED),
        (CheckInStatus.MISSED, None, DayState.MISSED),
    ],
)
def test_a_skip_stands_and_a_no_yields_to_a_reached_target(
    status: CheckInStatus, amount: int | None, state: DayState
) -> None:
    history = replace(
        measured({}, target=5000), check_ins={day(0): CheckIn(day(0), status, amount)}
    )
    assert day_state(history, day(0), today=day(0)) is state


def test_without_a_target_the_status_decides() -> None:
    found = figures(measured({0: 1, 1: None}, target=None), today=day(1))
    assert found.current_streak.length == 2


@pytest.mark.parametrize(
    ("kind", "is_zero", "streak"), [(LIMIT, True, 3), (LIMIT, False, 1), ("at_least", True, 1)]
)
def test_no_entry_is_zero_only_where_the_person_chose_so(
    kind: TargetKind, is_zero: bool, streak: int
) -> None:
    amount = 0 if kind is LIMIT else 9
    history = measured(
        {2: amount}, target=5, target_kind=TargetKind(kind), no_entry_is_zero=is_zero
    )
    found = figures(history, today=day(3))
    assert found.current_streak.length == streak
    assert found.state_today is DayState.OPEN


def test_no_entry_means_nothing_for_a_tick() -> None:
    found = figures(checked("", no_entry_is_zero=True), today=day(3))
    assert (found.done_count, found.expected_count) == (0, 3)


def streak_of(history: HabitHistory, today: int) -> Figures:
    return figures(history, today=day(today))


@pytest.mark.parametrize(
    ("line", "current", "expected", "done"),
    [
        # MTWTFSS
        ("x.x.x..x.x.x..", 2, 6, 6),
        ("xxxxxxxxx.....", 0, 6, 5),  # the second week has two
        ("x.x.x..x.", 1, 3, 3),  # the second week still runs
        ("x......x.x.x..", 1, 6, 4),
        ("xx-----.......", 0, 5, 2),  # five skipped days leave two to ask for
        ("x------xxx....", 2, 4, 4),
        ("-------xxx....", 1, 3, 3),  # a week skipped whole is neutral
        ("x!x!x..", 1, 3, 3),  # an explicit no is no day of the three
    ],
)
def test_a_quota_counts_periods(line: str, current: int, expected: int, done: int) -> None:
    today = 14 if len(line) == 14 else len(line) - 1
    found = streak_of(checked(line, WEEKLY_3), today)
    assert found.current_streak.length == current
    assert (found.done_count, found.expected_count) == (done, expected)


def test_a_streak_of_periods_runs_from_the_first_to_today() -> None:
    found = streak_of(checked("xxx....xxx", WEEKLY_3), 9)
    streak = found.current_streak
    assert (streak.length, streak.first_on, streak.last_on) == (2, day(0), day(9))


@pytest.mark.parametrize(("done", "streak", "expected"), [("xxx", 1, 3), ("xx.", 0, 0)])
def test_a_week_begun_late_counts_when_reached_and_is_neutral_otherwise(
    done: str, streak: int, expected: int
) -> None:
    history = replace(checked("...." + done, WEEKLY_3), starts_on=day(4))
    found = streak_of(history, 7)
    assert (found.current_streak.length, found.expected_count) == (streak, expected)


@pytest.mark.parametrize(
    ("line", "current"), [("xxx.......", 1), ("xxx....xxx", 2), ("xxx....x..", 1)]
)
def test_a_week_with_a_pause_is_neutral_unless_reached(line: str, current: int) -> None:
    history = checked(line + "x....", WEEKLY_3, pauses=(pause(10, 10),))
    found = streak_of(history, 14)
    assert found.current_streak.length == current
    assert found.total_done == line.count("x") + 1


def test_a_quota_of_31_asks_for_no_more_days_than_the_month_has() -> None:
    history = checked("x" * 60, TimesPerPeriod(31, Period.MONTH))
    found = streak_of(history, 60)
    assert (found.current_streak.length, found.expected_count) == (2, 60)


def changed(line: str, *versions: tuple[int, Rule, Weekday]) -> HabitHistory:
    made = tuple(ScheduleVersion(day(n), rule, week_start=week) for n, rule, week in versions)
    return HabitHistory(HabitKind.CHECK, day(0), made, check_ins=check_ins(line))


def test_a_raised_quota_takes_over_with_the_next_week() -> None:
    weekly_5 = TimesPerPeriod(5, Period.WEEK)
    history = changed("x.x.x..xxx....", (0, WEEKLY_3, Weekday.MON), (2, weekly_5, Weekday.MON))
    found = streak_of(history, 14)
    assert (found.best_streak.length, found.current_streak.length) == (1, 0)
    assert (found.done_count, found.expected_count) == (6, 8)
    on_monday = changed("xxx", (0, WEEKLY_3, Weekday.MON), (7, weekly_5, Weekday.MON))
    assert streak_of(on_monday, 14).expected_count == 8


def test_a_quota_raised_before_the_start_is_in_force_from_the_start() -> None:
    raised = changed(
        "xxx", (-9, WEEKLY_3, Weekday.MON), (-2, TimesPerPeriod(5, Period.WEEK), Weekday.MON)
    )
    begun_late = replace(raised, starts_on=day(2), check_ins=check_ins("..xxx"))
    assert streak_of(begun_late, 7).expected_count == 0


def test_another_calendar_cuts_the_period_short() -> None:
    by_sunday = changed("xx......xxx", (0, WEEKLY_3, Weekday.MON), (3, WEEKLY_3, Weekday.SUN))
    found = streak_of(by_sunday, 13)
    assert (found.current_streak.length, found.expected_count) == (1, 3)
    to_daily = changed("xx.xx", (0, WEEKLY_3, Weekday.MON), (3, Daily(), Weekday.MON))
    assert streak_of(to_daily, 4).current_streak.length == 2
    by_month = TimesPerPeriod(1, Period.MONTH)
    to_month = changed("x.....", (0, by_month, Weekday.MON), (9, by_month, Weekday.SUN))
    assert streak_of(to_month, 30).current_streak.length == 1


def test_a_quota_shows_how_far_it_is_and_how_long_it_can_wait() -> None:
    found = streak_of(checked("x..", WEEKLY_3), 2)
    assert found.period is not None
    assert (found.period.done, found.period.needed) == (1, 3)
    assert (found.period.first_on, found.period.last_on) == (day(0), day(6))
    assert found.period.can_wait_until == day(5)
    assert found.due_today
    reached = streak_of(checked("xxx.", WEEKLY_3), 3)
    assert reached.period is not None
    assert (reached.period.can_wait_until, reached.due_today) == (None, False)
    hopeless = streak_of(checked("......", WEEKLY_3), 5)
    assert hopeless.period is not None
    assert (hopeless.period.can_wait_until, hopeless.due_today) == (None, True)
    paused = streak_of(checked("x..", WEEKLY_3, pauses=(pause(5, 9),)), 2)
    assert paused.period is not None
    assert paused.period.can_wait_until == day(3)


def test_a_day_short_of_its_target_does_not_fill_the_quota() -> None:
    history = measured({0: 5, 1: 4, 2: 5}, TimesPerPeriod(2, Period.WEEK), target=5)
    found = streak_of(history, 2)
    assert found.current_streak.length == 1
    assert day_state(history, day(1), today=day(2)) is DayState.OFF
    assert day_state(history, day(1), today=day(1)) is DayState.OPEN


def test_days_without_an_entry_fill_a_quota_under_a_limit_when_they_are_zero() -> None:
    history = measured(
        {0: 9, 1: None},
        TimesPerPeriod(4, Period.WEEK),
        target=5,
        target_kind=LIMIT,
        no_entry_is_zero=True,
        pauses=(pause(2, 2),),
    )
    found = streak_of(history, 6)
    assert (found.current_streak.length, found.total_done) == (1, 4)


@pytest.mark.parametrize(
    ("amounts", "current", "expected"),
    [
        ({0: 4000, 3: 6000}, 1, 1),
        ({0: 4000, 3: 5999}, 0, 1),
        ({0: None}, 0, 1),
        ({}, 0, 1),
    ],
)
def test_a_sum_at_least_the_target_makes_the_week(
    amounts: dict[int, int | None], current: int, expected: int
) -> None:
    found = streak_of(measured(amounts, WEEKLY, target=10_000, target_per=SUM), 7)
    assert (found.current_streak.length, found.expected_count) == (current, expected)


def limited(amounts: dict[int, int | None], **window: object) -> HabitHistory:
    return measured(amounts, WEEKLY, target=10_000, target_kind=LIMIT, target_per=SUM, **window)


def test_a_sum_at_most_the_target_is_reached_when_the_week_is_over() -> None:
    kept = limited({0: 4000, 3: 6000})
    running = streak_of(kept, 4)
    assert (running.current_streak.length, running.state_today) == (0, DayState.OPEN)
    assert running.period is not None
    assert (running.period.done, running.period.can_wait_until) == (10_000, None)
    assert streak_of(kept, 7).current_streak.length == 1


def test_a_sum_over_the_limit_is_lost_at_once() -> None:
    found = streak_of(limited({0: 4000, 3: 6001}), 4)
    assert (found.expected_count, found.done_count, found.due_today) == (1, 0, False)
    cut = streak_of(limited({0: 4000, 3: 6001}, pauses=(pause(5, 5),)), 4)
    assert (cut.expected_count, cut.due_today) == (0, False)


def test_a_week_without_entries_under_a_limit() -> None:
    assert streak_of(limited({}), 7).expected_count == 1
    assert streak_of(limited({}), 7).done_count == 0
    assert streak_of(limited({}, no_entry_is_zero=True), 7).done_count == 1
    skipped = replace(limited({}), check_ins=check_ins("-------"))
    assert streak_of(skipped, 7).expected_count == 0


def test_a_running_sum_can_wait_until_the_last_day() -> None:
    found = streak_of(measured({0: 4000}, WEEKLY, target=10_000, target_per=SUM), 2)
    assert found.period is not None
    assert (found.period.done, found.period.can_wait_until) == (4000, day(6))


def test_a_target_per_period_without_a_quota_is_one_per_occurrence() -> None:
    found = streak_of(measured({0: 5, 1: 4}, Daily(), target=5, target_per=SUM), 2)
    assert (found.done_count, found.expected_count) == (1, 2)
    without = streak_of(measured({0: 5}, WEEKLY, target=None, target_per=SUM), 2)
    assert without.done_count == 1
