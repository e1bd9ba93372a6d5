"""Which dates the pattern plans: rotations across years, week starts, validity."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.dates import (
    every_weeks,
    is_planned,
    planned_dates,
    week_of_rotation,
)
from almanac.timetable.domain.model import Routine, Session
from tests.timetable.weeks import (
    FIRST,
    LAST,
    MON,
    SUN,
    THU,
    TUE,
    WED,
    days,
    on,
    routine,
    routines,
    session,
    spans,
)


def planned(of: Session, within: Routine, first: str, last: str) -> list[str]:
    return [day.isoformat() for day in planned_dates(of, within, on(first), on(last))]


def test_a_session_of_every_week_is_planned_on_each_of_its_weekdays() -> None:
    found = planned(session(1, TUE), routine(), "2026-03-01", "2026-03-24")
    assert found == ["2026-03-03", "2026-03-10", "2026-03-17", "2026-03-24"]


def test_weeks_a_and_b_take_turns_through_the_end_of_a_year_of_53_weeks() -> None:
    within = routine(rotation_weeks=2, valid_from=on("2026-12-14"))
    a, b = session(1, THU, week=1), session(2, THU, week=2)
    assert planned(a, within, "2026-12-01", "2027-01-31") == [
        "2026-12-17",
        "2026-12-31",
        "2027-01-14",
        "2027-01-28",
    ]
    assert planned(b, within, "2026-12-01", "2027-01-31") == [
        "2026-12-24",
        "2027-01-07",
        "2027-01-21",
    ]


@pytest.mark.parametrize(("week_start", "sunday_of_week"), [(MON, 1), (SUN, 2), (WED, 1)], ids=str)
def test_the_rotation_turns_on_the_first_day_of_the_persons_week(
    week_start: Weekday, sunday_of_week: int
) -> None:
    # In force from Friday, 6 March; the Sunday after it is the 8th.
    within = routine(rotation_weeks=2, week_start=week_start, valid_from=on("2026-03-06"))
    assert week_of_rotation(within, on("2026-03-06")) == 1
    assert week_of_rotation(within, on("2026-03-08")) == sunday_of_week


@pytest.mark.parametrize("weeks", range(1, 7))
def test_every_rotation_counts_its_weeks_round_and_round_before_its_first_too(weeks: int) -> None:
    within = routine(rotation_weeks=weeks)
    numbers = [
        week_of_rotation(within, within.starts_on + timedelta(weeks=n)) for n in range(-6, 7)
    ]
    assert numbers == [n % weeks + 1 for n in range(-6, 7)]


def test_a_routine_is_in_force_from_the_week_it_was_created_in_unless_it_says_when() -> None:
    created = on("2026-03-05")
    of = session(1, TUE)
    assert planned(of, routine(created_on=created), "2026-02-20", "2026-03-12") == [
        "2026-03-03",
        "2026-03-10",
    ]
    later = routine(created_on=created, valid_from=created, valid_to=on("2026-03-17"))
    assert planned(of, later, "2026-01-01", "2026-12-31") == ["2026-03-10", "2026-03-17"]


def test_a_week_that_the_rotation_does_not_have_has_no_dates() -> None:
    of = session(week=3)
    assert planned(of, routine(rotation_weeks=2), "2026-01-01", "2026-12-31") == []
    assert every_weeks(of, routine(rotation_weeks=2)) == 2
    assert every_weeks(session(), routine(rotation_weeks=2)) == 1


def test_dates_at_the_ends_of_the_calendar_are_counted_too() -> None:
    within = routine(created_on=date.min, rotation_weeks=6)
    assert planned_dates(session(), within, date.min, date(1, 1, 8)) == [date.min, date(1, 1, 8)]
    last = tuple(Weekday)[date.max.weekday()]
    assert planned_dates(session(1, last), within, date(9999, 12, 30), date.max) == [date.max]
    assert within.ends_on == date.max


def walked(of: Session, within: Routine) -> list[date]:
    """The planned dates by walking day after day, the weeks counted as they begin."""
    found, week, day = [], 1, within.starts_on
    while day <= min(LAST, within.ends_on):
        if day > within.starts_on and day.weekday() == within.week_start.number:
            week = week % within.rotation_weeks + 1
        if day.weekday() == of.weekday.number and of.week in {None, week}:
            found.append(day)
        day += timedelta(days=1)
    return found


@settings(max_examples=25, deadline=None)
@given(routines(), spans())
def test_the_dates_are_those_of_walking_day_by_day(
    within: Routine, span: tuple[date, date]
) -> None:
    of = within.sessions[0]
    every = walked(of, within)
    assert planned_dates(of, within, FIRST, LAST) == [day for day in every if day >= FIRST]
    first, last = span[0], min(span[1], LAST)
    found = planned_dates(of, within, first, last)
    assert found == [day for day in every if first <= day <= last]
    assert all(is_planned(of, within, day) == (day in every) for day in (first, last, *found))


@settings(max_examples=25, deadline=None)
@given(routines(), days, st.integers(-60, 60))
def test_the_number_of_a_week_repeats_with_the_rotation(
    within: Routine, day: date, turns: int
) -> None:
    number = week_of_rotation(within, day)
    assert 1 <= number <= within.rotation_weeks
    assert week_of_rotation(within, day + turns * timedelta(weeks=within.rotation_weeks)) == number
