"""What no timetable can hold, each with the field that is wrong."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.changes import move_date
from almanac.timetable.domain.checks import (
    cancellation_faults,
    grid_faults,
    move_faults,
    routine_faults,
    session_faults,
)
from almanac.timetable.domain.model import (
    Break,
    Cancellation,
    CancelScope,
    Grid,
    Holiday,
    Move,
    Routine,
    Session,
)
from tests.timetable.weeks import (
    MONDAY,
    SAT,
    SERIES,
    SUN,
    date_off,
    grids,
    on,
    range_off,
    routine,
    session,
)

TUESDAY = on("2026-03-03")


def test_the_grid_of_a_new_routine_is_eight_to_five_with_lunch_and_free_weekends() -> None:
    assert Grid() == Grid(480, 1020, frozenset({SAT, SUN}), 75, (Break(780, 90),))
    assert routine_faults(routine()) == []


@settings(max_examples=25, deadline=None)
@given(grids())
def test_grids_that_can_be_have_no_faults(grid: Grid) -> None:
    assert grid_faults(grid) == []


@pytest.mark.parametrize(
    ("grid", "field", "code"),
    [
        (Grid(day_starts=-1), "day_starts", "out_of_range"),
        (Grid(day_starts=1440, day_ends=1441), "day_starts day_ends", "out_of_range"),
        (Grid(day_ends=1441), "day_ends", "out_of_range"),
        (Grid(day_starts=600, day_ends=540), "day_ends", "ends_before_start"),
        (Grid(day_starts=600, day_ends=600), "day_ends", "ends_before_start"),
        (Grid(session_minutes=0), "session_minutes", "out_of_range"),
        (Grid(session_minutes=1441), "session_minutes", "out_of_range"),
        (Grid(hidden_days=frozenset(Weekday)), "hidden_days", "all_days_hidden"),
        (Grid(breaks=(Break(0, 0), Break(1440, 5))), "breaks/1/starts", "out_of_range"),
        (Grid(breaks=(Break(780, -1),)), "breaks/0/minutes", "out_of_range"),
        (Grid(breaks=(Break(780, 1441),)), "breaks/0/minutes", "out_of_range"),
        (Grid(breaks=(Break(780, 5),) * 25), "breaks", "too_many"),
    ],
)
def test_a_grid_that_cannot_be_names_its_fields(grid: Grid, field: str, code: str) -> None:
    faults = grid_faults(grid)
    assert " ".join(fault.field for fault in faults) == field
    assert {fault.code for fault in faults} == {code}
    assert all(fault.detail for fault in faults)


@pytest.mark.parametrize(
    ("of", "field", "code"),
    [
        (routine(rotation_weeks=0), "rotation_weeks", "out_of_range"),
        (routine(rotation_weeks=7), "rotation_weeks", "out_of_range"),
        (routine(valid_to=on("2026-03-01")), "valid_to", "ends_before_start"),
        (
            routine(valid_from=TUESDAY, valid_to=MONDAY),
            "valid_to",
            "ends_before_start",
        ),
        (
            routine(holidays=(Holiday(MONDAY, MONDAY), Holiday(TUESDAY, MONDAY))),
            "holidays/1/last_on",
            "ends_before_start",
        ),
        (
            routine(holidays=(Holiday(MONDAY, date(2036, 3, 2)),)),
            "holidays/0/last_on",
            "too_long",
        ),
        (routine(holidays=(Holiday(MONDAY, MONDAY),) * 201), "holidays", "too_many"),
        (routine(grid=Grid(session_minutes=0)), "session_minutes", "out_of_range"),
    ],
)
def test_a_routine_that_cannot_be_names_its_field(of: Routine, field: str, code: str) -> None:
    assert [fault[:2] for fault in routine_faults(of)] == [(field, code)]


def test_a_routine_of_one_day_with_holidays_of_ten_years_can_be() -> None:
    holidays = (Holiday(MONDAY, date(2036, 3, 1)),)
    assert routine_faults(routine(valid_from=MONDAY, valid_to=MONDAY, holidays=holidays)) == []


@pytest.mark.parametrize(
    ("of", "fields"),
    [
        (session(starts=0, minutes=1, week=1), []),
        (session(starts=1439, minutes=1440, week=6), []),
        (session(starts=-1), ["starts"]),
        (session(starts=1440), ["starts"]),
        (session(minutes=0), ["minutes"]),
        (session(minutes=1441), ["minutes"]),
        (session(week=0), ["week"]),
        (session(week=7), ["week"]),
        (session(starts=1440, minutes=0, week=7), ["starts", "minutes", "week"]),
    ],
)
def test_the_time_and_week_of_a_session_have_their_bounds(of: Session, fields: list[str]) -> None:
    faults = session_faults(of)
    assert [fault.field for fault in faults] == fields
    assert all(fault.code == "out_of_range" for fault in faults)


def test_an_unknown_weekday_is_none() -> None:
    with pytest.raises(ValueError, match="montag"):
        Weekday("montag")


@pytest.mark.parametrize(
    ("cancellation", "faults"),
    [
        (SERIES, []),
        (date_off(MONDAY), []),
        (date_off(TUESDAY), [("first_on", "no_session")]),
        (date_off(on("2026-02-23")), [("first_on", "no_session")]),
        (range_off(on("2026-02-20"), MONDAY), []),
        (range_off(TUESDAY, on("2026-03-08")), [("first_on", "no_session")]),
        (range_off(TUESDAY, MONDAY), [("last_on", "ends_before_start")]),
        (range_off(MONDAY, on("2037-01-01")), [("last_on", "too_long")]),
        (Cancellation(CancelScope.RANGE, MONDAY), [("last_on", "required")]),
        (Cancellation(CancelScope.DATE), [("first_on", "required")]),
    ],
)
def test_a_cancellation_must_cancel_something(
    cancellation: Cancellation, faults: list[tuple[str, str]]
) -> None:
    found = cancellation_faults(session(), routine(), cancellation)
    assert [fault[:2] for fault in found] == faults


def test_a_range_may_reach_what_was_moved_into_it() -> None:
    of = move_date(session(), Move(MONDAY, on("2026-03-04"), 540, 60))
    assert cancellation_faults(of, routine(), range_off(TUESDAY, on("2026-03-05"))) == []


def test_a_date_of_a_holiday_can_be_cancelled_by_itself() -> None:
    within = routine(holidays=(Holiday(MONDAY, MONDAY),))
    assert cancellation_faults(session(), within, date_off(MONDAY)) == []


def test_a_move_goes_anywhere_from_a_date_of_the_session_at_a_time_that_can_be() -> None:
    move = Move(MONDAY, on("2027-07-04"), 1439, 1440)
    within = routine(valid_to=on("2026-12-31"))
    assert move_faults(session(), within, move) == []
    wrong = replace(move, planned_on=TUESDAY, starts=1440, minutes=0)
    assert [fault[:2] for fault in move_faults(session(), within, wrong)] == [
        ("planned_on", "no_session"),
        ("starts", "out_of_range"),
        ("minutes", "out_of_range"),
    ]
