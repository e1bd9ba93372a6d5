"""Ranges, ranking, weekdays, and the evidence that insights need. No database."""

from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.schedules.rules import ScheduleKind, Weekday
from almanac.stats.domain import insights
from almanac.stats.domain.counts import (
    Habit,
    HabitCount,
    HabitLine,
    Run,
    TaskCount,
    points_between,
    rate,
    sum_habits,
    sum_tasks,
)
from almanac.stats.domain.ranges import RangeName, Span, points_of, span_before, span_of
from almanac.stats.domain.ranking import HabitResult, best_and_worst, results, top_streaks
from almanac.stats.domain.weekdays import extremes, profile

TODAY = date(2026, 3, 18)
days = st.dates(date(1970, 1, 1), date(2100, 12, 31))


def habit(number: int, *, current: int = 0, best: int = 0, **fields: bool) -> Habit:
    return Habit(
        id=UUID(int=number),
        name=f"habit {number}",
        color=None,
        theme_id=None,
        kind=ScheduleKind.DAILY,
        is_archived=fields.get("is_archived", False),
        current=Run(current, TODAY, TODAY) if current else Run(),
        best=Run(best, TODAY, TODAY) if best else Run(),
        is_record=fields.get("is_record", False),
    )


def line(who: Habit, *points: HabitCount, kind: ScheduleKind = ScheduleKind.DAILY) -> HabitLine:
    week = [] if kind is ScheduleKind.TIMES_PER_PERIOD else [HabitCount(1, 1)] * 7
    return HabitLine(who, kind, list(points), HabitCount(), week, sum_habits(points))


@given(st.sampled_from(list(RangeName)), days, st.none() | days, st.sampled_from(list(Weekday)))
def test_points_cover_a_range_without_gaps(
    name: RangeName, today: date, earliest: date | None, week_start: Weekday
) -> None:
    span = span_of(name, today=today, earliest=earliest)
    points = points_of(name, span, week_start)
    assert (points[0].first, points[-1].last) == (span.first, span.last) == (span.first, today)
    assert sum(point.days for point in points) == span.days
    for before, after in pairwise(points):
        assert after.first == before.last + timedelta(days=1)
    if name is RangeName.QUARTER:
        assert all(point.first.weekday() == week_start.number for point in points[1:])
    if name is RangeName.ALL:
        assert all(point.first.day == 1 for point in points[1:])


@pytest.mark.parametrize(
    ("name", "length"), [(RangeName.WEEK, 7), (RangeName.MONTH, 30), (RangeName.QUARTER, 90)]
)
def test_the_period_before_is_as_long_and_right_before(name: RangeName, length: int) -> None:
    span = span_of(name, today=TODAY, earliest=None)
    before = span_before(name, span)
    assert before is not None
    assert span.days == before.days == length
    assert before.last + timedelta(days=1) == span.first


def test_all_days_have_nothing_before_and_begin_today_without_anything() -> None:
    span = span_of(RangeName.ALL, today=TODAY, earliest=None)
    assert span == Span(TODAY, TODAY)
    assert span_before(RangeName.ALL, span) is None
    later = TODAY + timedelta(days=9)
    assert span_of(RangeName.ALL, today=TODAY, earliest=later) == span


def test_nothing_has_no_rate() -> None:
    assert rate(0, 0) is None
    assert rate(2, 3) == 0.6667
    assert points_between(0.5, None) is points_between(None, 0.5) is None
    assert points_between(0.25, 0.5) == -25
    assert sum_habits([]).rate is sum_tasks([]).on_time_rate is None
    assert sum_tasks([TaskCount(1, 2, 2, 1), TaskCount(1)]) == TaskCount(2, 2, 2, 1)


def test_the_best_and_the_worst_share_no_habit() -> None:
    lines = [line(habit(n), HabitCount(10, n)) for n in range(11)]
    best, worst = best_and_worst(results(lines))
    assert [result.count.done for result in best] == [10, 9, 8, 7, 6]
    assert [result.count.done for result in worst] == [0, 1, 2, 3, 4]


def test_a_habit_is_ranked_by_all_its_schedules_and_only_with_enough_due() -> None:
    lines = [
        line(habit(1), HabitCount(3, 3), HabitCount(1, 0)),
        line(habit(1), HabitCount(2, 1), kind=ScheduleKind.TIMES_PER_PERIOD),
        line(habit(2), HabitCount(4, 4)),
        line(habit(3)),
    ]
    ranked = results(lines)
    assert [(r.habit.id.int, r.count[:2]) for r in ranked] == [(2, (4, 4)), (1, (6, 4))]
    assert best_and_worst(ranked) == ([ranked[1]], [])


def test_perfect_is_never_among_the_worst_and_never_done_not_among_the_best() -> None:
    always = [HabitResult(habit(n), HabitCount(9, 9)) for n in range(2)]
    assert best_and_worst(always) == (always[:1], [])
    never = [HabitResult(habit(n), HabitCount(9, 0)) for n in range(2)]
    assert best_and_worst(never) == ([], never[1:])


def test_running_streaks_come_first_and_archived_habits_not_at_all() -> None:
    found = top_streaks(
        [
            habit(1, best=30),
            habit(2, current=4, best=4),
            habit(3, current=4, best=9),
            habit(4),
            habit(5, current=9, best=9, is_archived=True),
        ]
    )
    assert [each.id.int for each in found] == [3, 2, 1]


def test_weekdays_come_in_the_persons_order_and_quotas_apart() -> None:
    lines = [
        line(habit(1), HabitCount(7, 7)),
        line(habit(2), HabitCount(4, 1), kind=ScheduleKind.TIMES_PER_PERIOD),
    ]
    week = profile(lines, Weekday.SAT)
    assert [day for day, _ in week.rows][:3] == [Weekday.SAT, Weekday.SUN, Weekday.MON]
    assert sum(count.due for _, count in week.rows) == 7
    assert week.any_day == HabitCount(4, 1)
    assert week.best is week.worst is None


def test_the_best_weekday_needs_enough_due_and_a_difference() -> None:
    rows = [(day, HabitCount(4, 4)) for day in Weekday]
    assert extremes(rows, 4) == (None, None)
    assert extremes([], 4) == (None, None)
    rows[2], rows[3] = (Weekday.WED, HabitCount(3, 0)), (Weekday.THU, HabitCount(4, 1))
    assert extremes(rows, 4) == (rows[0], rows[3])


def test_wilsons_interval_is_the_published_one() -> None:
    # Newcombe 1998, table I: 81 of 263 and 15 of 148, at 95 %.
    assert insights.interval(81, 263, 1.96) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert insights.interval(15, 148, 1.96) == pytest.approx((0.0624, 0.1605), abs=1e-4)
    assert insights.interval(0, 0, 1.96) == (0.0, 1.0)


@given(st.integers(1, 400), st.integers(0, 400))
def test_an_interval_holds_its_share(whole: int, part: int) -> None:
    part = min(part, whole)
    low, high = insights.interval(part, whole, insights.Z_95)
    hair = 1e-9  # none and all lie on the bounds themselves
    assert -hair <= low <= part / whole + hair
    assert part / whole - hair <= high <= 1 + hair


def test_a_weekday_differs_only_over_weeks_with_enough_and_clearly() -> None:
    rows = [(day, HabitCount(30, 27)) for day in Weekday]
    rows[4] = (Weekday.FRI, HabitCount(30, 10))
    assert insights.weekday_difference(rows, 30) == (rows[0], rows[4])
    assert insights.weekday_difference(rows, 27) is None
    rows[4] = (Weekday.FRI, HabitCount(30, 20))
    assert insights.weekday_difference(rows, 30) is None
    thin = [(day, HabitCount(7, 7 * (day is not Weekday.FRI))) for day in Weekday]
    assert insights.weekday_difference(thin, 30) is None


@pytest.mark.parametrize(
    ("now", "before", "direction"),
    [
        ((100, 80), (100, 50), 1),
        ((100, 50), (100, 80), -1),
        ((100, 60), (100, 52), 0),
        ((2000, 1100), (2000, 950), 0),
        ((19, 19), (100, 10), 0),
        ((20, 15), (20, 10), 0),
        ((0, 0), (100, 10), 0),
    ],
)
def test_a_change_is_told_when_it_is_large_and_clear(
    now: tuple[int, int], before: tuple[int, int], direction: int
) -> None:
    assert insights.success_direction(HabitCount(*now), HabitCount(*before)) == direction


def test_records_are_long_running_and_not_the_first() -> None:
    found = insights.records(
        [
            habit(1, current=7, best=7, is_record=True),
            habit(2, current=6, best=6, is_record=True),
            habit(3, current=40, best=40),
            habit(4, current=9, best=9, is_record=True),
            habit(5, current=9, best=9, is_record=True, is_archived=True),
        ]
    )
    assert [each.id.int for each in found] == [4, 1]


def test_habits_are_named_when_always_or_clearly_mostly_not_done() -> None:
    ranked = results(
        [
            line(habit(1), HabitCount(14, 14)),
            line(habit(2), HabitCount(13, 13)),
            line(habit(3), HabitCount(20, 10)),
            line(habit(4), HabitCount(9, 0)),
            line(habit(5), HabitCount(30, 2)),
            line(habit(6, is_archived=True), HabitCount(30, 0)),
        ]
    )
    assert [result.habit.id.int for result in insights.perfect(ranked)] == [1]
    assert [result.habit.id.int for result in insights.struggling(ranked)] == [5]
    assert list(insights.struggling(ranked[:3])) == []


@pytest.mark.parametrize(
    ("on_time", "with_due", "direction"),
    [(9, 9, 0), (10, 10, 1), (18, 20, 0), (5, 10, 0), (1, 10, -1), (60, 70, 1), (20, 70, -1)],
)
def test_punctuality_needs_enough_tasks(on_time: int, with_due: int, direction: int) -> None:
    assert insights.punctuality(TaskCount(0, with_due, with_due, on_time)) == direction


def test_tasks_pile_up_when_twice_as_many_come_in() -> None:
    before = TaskCount(created=1)
    assert insights.is_piling_up(TaskCount(created=20, done=10), before)
    assert insights.is_piling_up(TaskCount(created=10, done=0), before)
    assert not insights.is_piling_up(TaskCount(created=9, done=0), before)
    assert not insights.is_piling_up(TaskCount(created=40, done=21), before)
    assert not insights.is_piling_up(TaskCount(created=40, done=0), TaskCount())


def test_a_theme_is_quiet_when_nothing_was_done_that_could_have_been() -> None:
    assert insights.is_quiet(days=30, done=0, done_before=5, is_asked=True)
    assert not insights.is_quiet(days=7, done=0, done_before=50, is_asked=True)
    assert not insights.is_quiet(days=30, done=1, done_before=5, is_asked=True)
    assert not insights.is_quiet(days=30, done=0, done_before=4, is_asked=True)
    assert not insights.is_quiet(days=30, done=0, done_before=5, is_asked=False)
