"""The demo account's timetables: two years of weeks A and B, with what was cancelled and ticked."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from almanac.demo.domain.sketches import THEMES
from almanac.demo.domain.task_history import Calendar
from almanac.demo.domain.timetables import routine_records
from almanac.timetable.domain.checks import routine_faults, session_faults
from almanac.timetable.domain.days import day_occurrences
from almanac.timetable.domain.held import held
from almanac.timetable.domain.model import CancelScope, SessionKind
from almanac.timetable.domain.transfer import RoutineRecord

TODAY = date(2026, 3, 18)


def calendar(days_later: int = 0) -> Calendar:
    today = TODAY + timedelta(days=days_later)
    now = datetime(today.year, today.month, today.day, 0, 20, tzinfo=UTC)
    return Calendar(now, today, ZoneInfo("UTC"))


@pytest.fixture(scope="module", params=[0, 97, 301])
def there(request: pytest.FixtureRequest) -> Calendar:
    return calendar(request.param)


@pytest.fixture(scope="module")
def records(there: Calendar) -> list[RoutineRecord]:
    return routine_records(there)


def test_the_same_moment_gives_the_same_timetables() -> None:
    assert routine_records(calendar()) == routine_records(calendar())


def test_two_routines_of_two_weeks_have_forty_sessions_that_can_be(
    records: list[RoutineRecord],
) -> None:
    sessions = [each.session for record in records for each in record.sessions]
    assert len(records) == 2
    assert len(sessions) == 40
    assert {session.week for session in sessions} == {None, 1, 2}
    assert {session.kind for session in sessions} == set(SessionKind)
    for record in records:
        assert not routine_faults(record.routine)
        assert {each.theme_key for each in record.sessions} <= {None, *THEMES}
    assert not [fault for session in sessions for fault in session_faults(session)]


def test_dates_are_cancelled_with_reasons_moved_and_one_series_is_over(
    records: list[RoutineRecord],
) -> None:
    sessions = [each.session for record in records for each in record.sessions]
    off = [each for session in sessions for each in session.cancellations]
    assert {each.scope for each in off} == {CancelScope.DATE, CancelScope.SERIES}
    assert len({each.reason for each in off}) >= 4
    assert 5 <= sum(len(session.moves) for session in sessions) <= 200


def test_tasks_were_ticked_on_dates_that_were_held_before_now(
    records: list[RoutineRecord], there: Calendar
) -> None:
    for record in records:
        for each in record.sessions:
            dates = held(each.session, record.routine, date(2000, 1, 1), there.today, 0).dates(0)
            planned = {one.planned_on for one in dates}
            ticked = [tick.planned_on for tick in each.ticks]
            assert set(ticked) <= planned
            assert len(set(ticked)) == len(ticked)
            assert all(tick.done_at <= there.now for tick in each.ticks)
            if each.session.kind is SessionKind.TASK:
                assert 0.3 * len(planned) < len(ticked) < len(planned)
            else:
                assert not ticked


def test_every_day_of_a_week_has_something() -> None:
    routines = [
        replace(record.routine, sessions=tuple(each.session for each in record.sessions))
        for record in routine_records(calendar())
    ]
    for later in range(14):
        assert len(day_occurrences(routines, TODAY + timedelta(days=later), 0)) >= 2
