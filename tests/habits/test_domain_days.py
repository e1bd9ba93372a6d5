"""Single days: what may be written, what comes next, what the calendar shows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from almanac.habits.domain import (
    DayState,
    HabitHistory,
    HabitKind,
    Refusal,
    ScheduleVersion,
    calendar,
    check_in_refusal,
    day_state,
    next_due,
)
from almanac.schedules.rules import (
    AfterCompletion,
    Daily,
    IntervalCycle,
    MonthlyDay,
    Period,
    Rule,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
)
from tests.habits.histories import check_ins, checked, day, pause

WEEKLY_2 = TimesPerPeriod(2, Period.WEEK)


@pytest.mark.parametrize(
    ("number", "refusal", "is_conflict"),
    [
        (-1, Refusal.BEFORE_START, False),
        (0, None, None),
        (4, None, None),
        (5, Refusal.ARCHIVED, True),
        (6, Refusal.ARCHIVED, True),
        (7, Refusal.FUTURE, False),
        (10, Refusal.AFTER_END, False),
    ],
)
def test_a_check_in_is_refused_outside_of_the_days_it_can_be_on(
    number: int, refusal: Refusal | None, is_conflict: bool | None
) -> None:
    history = checked("", ends_on=day(9))
    found = check_in_refusal(history, day(number), today=day(6), archived_on=day(5))
    assert found is refusal
    assert (found and found.is_conflict) is is_conflict


def test_a_habit_that_is_not_archived_takes_today() -> None:
    assert check_in_refusal(checked(""), day(6), today=day(6), archived_on=None) is None
    assert check_in_refusal(checked(""), day(7), today=day(6), archived_on=None) is Refusal.FUTURE


def dues(history: HabitHistory, today: int, count: int = 3) -> list[int]:
    found = next_due(history, today=day(today), count=count)
    return [(on - day(0)).days for on in found]


@pytest.mark.parametrize(
    ("line", "rule", "today", "expected"),
    [
        ("", Daily(), 0, [0, 1, 2]),
        ("x", Daily(), 0, [1, 2, 3]),
        ("", Daily(), -5, [0, 1, 2]),
        ("", WeeklyDays(frozenset({Weekday.TUE})), 1, [1, 8, 15]),
        ("", WeeklyDays(frozenset({Weekday.TUE})), 2, [8, 15, 22]),
        ("", IntervalCycle(1, 4), 3, [5, 10, 15]),
        ("", MonthlyDay(31), 0, [30, 59, 90]),
        ("", WEEKLY_2, 2, [2, 7, 14]),
        ("..x", WEEKLY_2, 2, [3, 7, 14]),
        (".xx", WEEKLY_2, 2, [7, 14, 21]),
        ("", AfterCompletion(4), 2, [2, 6, 10]),
        ("..x", AfterCompletion(4), 2, [6, 10, 14]),
        ("..-", AfterCompletion(4), 2, [3, 7, 11]),
    ],
)
def test_the_next_days_begin_with_today_while_it_is_open(
    line: str, rule: Rule, today: int, expected: list[int]
) -> None:
    assert dues(checked(line, rule), today) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Daily(), [0, 1, 5, 6, 7]),
        (WEEKLY_2, [0, 7]),
        (AfterCompletion(3), [0, 5, 8]),
        (AfterCompletion(7), [0, 7]),
    ],
)
def test_paused_days_are_passed_over_and_the_window_ends_the_list(
    rule: Rule, expected: list[int]
) -> None:
    history = checked("", rule, pauses=(pause(2, 4),), ends_on=day(9))
    assert dues(history, 0, 5)[:5] == expected
    assert dues(history, 0, 1) == expected[:1]
    assert dues(history, 10) == []
    assert dues(replace(history, pauses=(pause(1, None),)), 0) == [0]


def test_the_next_days_follow_the_versions_to_come() -> None:
    versions = (
        ScheduleVersion(day(0), Daily()),
        ScheduleVersion(day(2), WEEKLY_2),
        ScheduleVersion(day(10), AfterCompletion(5)),
    )
    history = HabitHistory(HabitKind.CHECK, day(0), versions, check_ins=check_ins("x"))
    assert dues(history, 0, 5) == [1, 2, 7, 10, 15]
    assert dues(history, 0, 1) == [1]
    assert dues(history, 12, 2) == [12, 17]
    assert next_due(history, today=day(3), count=9, archived_on=day(3)) == []


def test_the_last_days_of_the_calendar_have_no_next() -> None:
    start = date.max - timedelta(days=2)
    for rule in (Daily(), WEEKLY_2, AfterCompletion(3)):
        history = HabitHistory(HabitKind.CHECK, start, (ScheduleVersion(start, rule),))
        assert next_due(history, today=start, count=9)[0] == start
        assert len(next_due(history, today=date.max, count=9)) == 1


def states(history: HabitHistory, today: int, last: int) -> str:
    letters = {
        DayState.OFF: ".",
        DayState.OPEN: "?",
        DayState.DONE: "x",
        DayState.SKIPPED: "-",
        DayState.MISSED: "!",
        DayState.PAUSED: "p",
        DayState.EXTRA: "+",
        DayState.UPCOMING: "u",
    }
    found = calendar(history, first=day(-1), last=day(last), today=day(today))
    return "".join(letters[state] for _, state, _ in found)


MON_WED = WeeklyDays(frozenset({Weekday.MON, Weekday.WED}))


@pytest.mark.parametrize(
    ("line", "rule", "expected"),
    [
        ("x.-!", Daily(), ".x!-!?uupp.."),
        ("xx.x-", MON_WED, ".x+!+...pp.."),
        ("xx!..", WEEKLY_2, ".xx!....pp.."),
        ("x....", AfterCompletion(6), ".x.....upp.."),
        ("x....", AfterCompletion(3), ".x...?..pp.."),
        ("x...-", AfterCompletion(3), ".x...-u.pp.."),
    ],
)
def test_the_calendar_shows_what_was_and_what_is_planned(
    line: str, rule: Rule, expected: str
) -> None:
    history = checked(line, rule, pauses=(pause(7, 30),), ends_on=day(8))
    assert states(history, 4, 10) == expected


def test_a_done_day_in_a_pause_is_shown_as_extra() -> None:
    for rule in (Daily(), WEEKLY_2, AfterCompletion(1)):
        history = checked(".x-", rule, pauses=(pause(1, 3),))
        assert states(history, 4, 4)[2:5] == "+pp"


def test_a_day_outside_of_the_habit_is_off() -> None:
    history = checked("xxx", ends_on=day(2))
    for number in (-1, 3, 9):
        assert day_state(history, day(number), today=day(5)) is DayState.OFF
    assert day_state(history, day(1), today=day(5)) is DayState.DONE
    archived = day_state(history, day(1), today=day(5), archived_on=day(1))
    assert archived is DayState.OFF


def test_a_habit_yet_to_begin_shows_its_plan() -> None:
    history = checked("", MON_WED)
    assert states(history, -3, 3) == ".u.u."
    waiting = checked("", AfterCompletion(2))
    assert states(waiting, -3, 3) == ".u..."
