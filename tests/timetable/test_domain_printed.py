"""The printed page: weeks that share days and hours, its lines, and one week on real dates."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from almanac.timetable.domain.model import Break, Grid, Routine, Session, Stretch
from almanac.timetable.domain.printed import MAX_LINES, pattern_page, week_page
from tests.timetable.weeks import FIRST, FRI, MON, SAT, SUN, TUE, routines


def session(number: int, **fields: object) -> Session:
    of = Session(UUID(int=number), UUID(int=1), MON, 480, 60)
    return replace(of, **fields)  # type: ignore[arg-type]  # the fields of a session


def routine(*sessions: Session, **fields: object) -> Routine:
    of = Routine(UUID(int=1), FIRST, sessions=sessions)
    return replace(of, **fields)  # type: ignore[arg-type]  # the fields of a routine


def test_weeks_of_a_rotation_share_their_days_and_hours() -> None:
    early = session(1, week=1, starts=360)
    late = session(2, week=2, weekday=SAT, starts=1020)
    page = pattern_page(routine(early, late, rotation_weeks=2))
    assert [week.number for week in page.weeks] == [1, 2]
    assert page.hours == Stretch(360, 1080)
    for week in page.weeks:
        assert [day.weekday for day in week.days][::4] == [MON, FRI]
        assert week.days[-1].weekday is SAT
    assert [len(day.entries) for day in page.weeks[0].days] == [1, 0, 0, 0, 0, 0]
    assert [len(day.entries) for day in page.weeks[1].days] == [0, 0, 0, 0, 0, 1]
    assert [entry.session.id.int for entry in page.entries] == [1, 2]


def test_without_a_rotation_the_week_has_no_number() -> None:
    assert [week.number for week in pattern_page(routine()).weeks] == [None]


def test_days_are_in_the_order_of_the_persons_week() -> None:
    grid = Grid(hidden_days=frozenset({TUE}))
    page = pattern_page(routine(grid=grid, week_start=SUN))
    assert [day.weekday for day in page.weeks[0].days][:2] == [SUN, MON]
    assert len(page.weeks[0].days) == 6


def test_a_week_on_real_dates_is_one_of_the_rotation() -> None:
    of = routine(rotation_weeks=2, valid_from=date(2026, 3, 2))
    page = week_page(of, date(2026, 3, 11))
    assert (page.first_on, page.last_on) == (date(2026, 3, 9), date(2026, 3, 15))
    assert [week.number for week in page.weeks] == [2]
    assert page.weeks[0].days[0].on == date(2026, 3, 9)


def test_lines_are_slots_and_outside_of_the_day_full_hours() -> None:
    page = pattern_page(routine(session(1, starts=400, minutes=30), session(2, starts=1030)))
    assert page.lines == (420, 480, 555, 630, 705, 780, 870, 945, 1020, 1080)
    assert page.breaks == (Stretch(780, 870),)


def test_of_many_slots_only_full_hours_are_lines() -> None:
    grid = Grid(session_minutes=1, breaks=(Break(600, 0),))
    assert pattern_page(routine(grid=grid)).lines == tuple(range(480, 1021, 60))


def test_a_day_without_a_full_hour_has_its_ends_as_lines() -> None:
    grid = Grid(day_starts=485, day_ends=515, session_minutes=1, breaks=())
    assert pattern_page(routine(grid=grid)).lines == (485, 515)


@given(of=routines(most=4), day=st.dates(date(2025, 1, 1), date(2027, 12, 31)))
def test_every_session_is_on_the_page_within_its_hours(of: Routine, day: date) -> None:
    for page in (pattern_page(of), week_page(of, day)):
        assert page.lines
        assert len(page.lines) <= max(MAX_LINES + 48, 2)
        assert len({tuple(day.weekday for day in week.days) for week in page.weeks}) == 1
        assert all(page.hours.starts <= entry.stretch.starts for entry in page.entries)
    planned = [each for each in of.sessions if (each.week or 1) <= of.rotation_weeks]
    times = {each.id: of.rotation_weeks if each.week is None else 1 for each in planned}
    shown = [entry.session.id for entry in pattern_page(of).entries]
    assert {each: shown.count(each) for each in shown} == times
