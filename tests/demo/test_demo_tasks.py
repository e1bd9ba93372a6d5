"""The demo account's tasks: every list has some, and nothing was done before it was made."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from almanac.demo.domain.sketches import SKETCHES, THEMES
from almanac.demo.domain.task_history import Calendar, task_records
from almanac.schedules.rules import ScheduleKind
from almanac.tasks.domain.groups import group_of
from almanac.tasks.domain.model import TaskGroup
from almanac.tasks.domain.transfer import TaskRecord

TODAY = date(2026, 3, 18)
days = pytest.mark.parametrize("days_later", range(0, 400, 29))


def calendar(days_later: int = 0) -> Calendar:
    # Shortly after midnight, when hardly anything of today lies behind us.
    today = TODAY + timedelta(days=days_later)
    now = datetime(today.year, today.month, today.day, 0, 20, tzinfo=UTC)
    return Calendar(now, today, ZoneInfo("UTC"))


def groups(records: list[TaskRecord], today: date) -> Counter[TaskGroup]:
    states = [each.state for each in records]
    return Counter(
        group_of(state.status, None if state.due is None else state.due.on, today)
        for state in states
    )


def test_the_same_moment_gives_the_same_tasks() -> None:
    assert task_records(calendar()) == task_records(calendar())


@days
def test_every_list_has_something_on_any_day(days_later: int) -> None:
    found = groups(task_records(calendar(days_later)), calendar(days_later).today)
    assert 1 <= found[TaskGroup.OVERDUE] <= 6
    assert found[TaskGroup.TODAY] >= 3
    assert found[TaskGroup.UPCOMING] >= 8
    assert found[TaskGroup.SOMEDAY] >= 3
    assert found[TaskGroup.DONE] >= 50


@days
def test_nothing_is_done_before_it_was_made_or_after_now(days_later: int) -> None:
    there = calendar(days_later)
    for task in task_records(there):
        assert task.last_day <= there.today
        assert task.last_moment <= there.now
        done = [completion.done_on for completion in task.completions]
        assert done == sorted(done)
        assert not done or done[0] >= task.created_on


def test_tasks_were_done_in_time_and_late_over_two_years() -> None:
    done = [each for task in task_records(calendar()) for each in task.completions]
    planned = [(each.planned.on, each.done_on) for each in done if each.planned]
    late = sum(done_on > due_on for due_on, done_on in planned)
    assert 0.1 < late / len(planned) < 0.4
    assert min(each.done_on for each in done) < TODAY - timedelta(days=690)
    assert max(each.done_on for each in done) == TODAY


def test_themes_hold_habits_and_tasks() -> None:
    tasks = task_records(calendar())
    assert {task.theme_key for task in tasks} == {*THEMES, None}
    assert {sketch.theme for sketch in SKETCHES} <= set(THEMES)
    kinds = {task.series.rule.kind for task in tasks if task.series}
    assert kinds == set(ScheduleKind) - {ScheduleKind.DAILY}
