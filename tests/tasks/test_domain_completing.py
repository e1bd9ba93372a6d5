"""Completing and taking back, which lists tasks are on, and the words they are found by."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.schedules.rules import Daily, Period, Rule, TimesPerPeriod, Weekday
from almanac.tasks.domain.completing import complete, reopen
from almanac.tasks.domain.groups import group_of, is_late
from almanac.tasks.domain.model import (
    ChecklistItem,
    Completion,
    Due,
    Moment,
    Series,
    TaskGroup,
    TaskState,
    TaskStatus,
)
from almanac.tasks.domain.recurrence import begin_series
from almanac.tasks.domain.search import fold, search_key
from tests.tasks.strategies import days, rules

NOW = datetime(2026, 3, 18, 12, tzinfo=UTC)
TODAY = date(2026, 3, 18)
STEPS = (ChecklistItem(UUID(int=1), "flour", is_done=True), ChecklistItem(UUID(int=2), "eggs"))


def test_a_task_that_does_not_repeat_is_done_with_its_steps_as_they_are() -> None:
    state = TaskState(due=Due(TODAY, "09:00"), checklist=STEPS)
    result = complete(state, None, (), done_on=TODAY, done_at=NOW)
    assert result is not None
    after, completion = result
    assert after == TaskState(TaskStatus.DONE, Due(TODAY, "09:00"), STEPS, TODAY, NOW)
    assert completion == Completion(1, Due(TODAY, "09:00"), TODAY, NOW)


def test_a_repeating_one_opens_again_at_the_same_time_with_its_steps_unticked() -> None:
    state = TaskState(due=Due(TODAY, "09:00"), checklist=STEPS)
    result = complete(state, Series(Daily(), TODAY), (), done_on=TODAY, done_at=NOW)
    assert result is not None
    after, completion = result
    assert (after.status, after.due) == (TaskStatus.OPEN, Due(date(2026, 3, 19), "09:00"))
    assert [step.is_done for step in after.checklist] == [False, False]
    assert completion.ticked == (UUID(int=1),)


def test_what_is_done_cannot_be_done_again() -> None:
    state = TaskState(TaskStatus.DONE, None, (), TODAY, NOW)
    assert complete(state, None, (), done_on=TODAY, done_at=NOW) is None


def test_a_quota_takes_one_completion_a_day() -> None:
    series = Series(TimesPerPeriod(3, Period.WEEK), date(2026, 3, 22))
    state = TaskState(due=Due(date(2026, 3, 22)))
    first = complete(state, series, (), done_on=TODAY, done_at=NOW)
    assert first is not None
    after, completion = first
    assert complete(after, series, (completion,), done_on=TODAY, done_at=NOW) is None
    assert complete(after, series, (completion,), done_on=date(2026, 3, 17), done_at=NOW)


def test_an_open_task_that_was_never_done_has_nothing_to_take_back() -> None:
    assert reopen(TaskState(), None) is None


def test_a_done_task_without_a_completion_opens_all_the_same() -> None:
    state = TaskState(TaskStatus.DONE, Due(TODAY), STEPS, TODAY, NOW)
    assert reopen(state, None) == TaskState(TaskStatus.OPEN, Due(TODAY), STEPS)


def test_steps_written_since_stay_when_a_completion_is_taken_back() -> None:
    state = TaskState(due=Due(TODAY), checklist=STEPS)
    result = complete(state, Series(Daily(), TODAY), (), done_on=TODAY, done_at=NOW)
    assert result is not None
    after, completion = result
    added = ChecklistItem(UUID(int=3), "milk")
    changed = TaskState(after.status, after.due, (*after.checklist[:1], added))
    back = reopen(changed, completion)
    assert back is not None
    assert back.checklist == (STEPS[0], added)


steps = st.lists(
    st.builds(ChecklistItem, st.uuids(), st.text(max_size=5), st.booleans()),
    max_size=5,
    unique_by=lambda step: step.id,
).map(tuple)
dues = st.none() | st.builds(Due, days, st.none() | st.just("09:00"))


states_to_do = st.builds(TaskState, due=dues, checklist=steps)


@given(rules | st.none(), days, st.integers(0, 400) | st.none(), states_to_do, days)
def test_taking_a_completion_back_is_exact_for_any_task(
    rule: Rule | None, first: date, length: int | None, before: TaskState, done_on: date
) -> None:
    ends_on = None if length is None else first + timedelta(days=length)
    begun = None
    if rule is not None:
        begun = begin_series(rule, first, ends_on=ends_on, week_start=Weekday.SUN)
    series = None if begun is None else begun[0]
    states, past = [before], list[Completion]()
    for number in range(4):
        day = done_on + timedelta(days=number)
        result = complete(states[-1], series, past, done_on=day, done_at=NOW)
        if result is None:
            break
        after, completion = result
        states.append(after)
        past = [*past, completion]
        assert completion.number == len(past)
    while past:
        back = reopen(states.pop(), past.pop())
        assert back == states[-1]
    assert states == [before]


@pytest.mark.parametrize(
    ("status", "due_on", "expected"),
    [
        (TaskStatus.OPEN, None, TaskGroup.SOMEDAY),
        (TaskStatus.OPEN, date(2026, 3, 17), TaskGroup.OVERDUE),
        (TaskStatus.OPEN, TODAY, TaskGroup.TODAY),
        (TaskStatus.OPEN, date(2026, 3, 19), TaskGroup.UPCOMING),
        (TaskStatus.DONE, date(2026, 3, 17), TaskGroup.DONE),
    ],
)
def test_the_list_of_a_task(status: TaskStatus, due_on: date | None, expected: TaskGroup) -> None:
    assert group_of(status, due_on, TODAY) is expected


BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("due", "now", "expected"),
    [
        (None, datetime(2026, 3, 18, 11, tzinfo=UTC), False),
        (Due(TODAY), datetime(2026, 3, 18, 22, 59, tzinfo=UTC), False),
        (Due(TODAY, "12:00"), datetime(2026, 3, 18, 11, tzinfo=UTC), False),
        (Due(TODAY, "11:59"), datetime(2026, 3, 18, 11, tzinfo=UTC), True),
        # A day that ends at 04:00 is still going on after midnight.
        (Due(TODAY, "23:00"), datetime(2026, 3, 19, 0, tzinfo=UTC), True),
        (Due(date(2026, 3, 17), "11:59"), datetime(2026, 3, 18, 11, tzinfo=UTC), False),
    ],
)
def test_it_is_late_when_its_time_of_today_has_passed(
    due: Due | None, now: datetime, *, expected: bool
) -> None:
    assert is_late(TaskStatus.OPEN, due, Moment(now, TODAY, BERLIN)) is expected
    assert not is_late(TaskStatus.DONE, due, Moment(now, TODAY, BERLIN))


@pytest.mark.parametrize(
    ("day", "at", "hour_utc", "minute", "expected"),
    [
        # 02:30 comes twice; the first has passed when the clock shows 02:10 again.
        (date(2026, 10, 25), "02:30", 0, 29, False),
        (date(2026, 10, 25), "02:30", 0, 31, True),
        (date(2026, 10, 25), "02:30", 1, 10, True),
        # 02:30 never comes; 03:00 is in its place.
        (date(2026, 3, 29), "02:30", 0, 59, False),
        (date(2026, 3, 29), "02:30", 1, 1, True),
    ],
)
def test_it_is_late_once_when_clocks_change(
    day: date, at: str, hour_utc: int, minute: int, *, expected: bool
) -> None:
    now = datetime(day.year, day.month, day.day, hour_utc, minute, tzinfo=UTC)
    assert is_late(TaskStatus.OPEN, Due(day, at), Moment(now, day, BERLIN)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Äpfel", "apfel"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("İ", "i"),
        ("Ελλάδα", "ελλαδα"),
    ],
)
def test_words_are_found_whatever_their_case_and_accents(text: str, expected: str) -> None:
    assert fold(text) == expected
    assert fold(expected) == expected


def test_words_sort_by_title_first() -> None:
    assert search_key("a", "zebra") < search_key("a b", "") < search_key("B", "")


def test_a_due_date_reads_as_it_is_written() -> None:
    for text in ("2026-03-18", "2026-03-18T09:30"):
        assert str(Due.parse(text)) == text
