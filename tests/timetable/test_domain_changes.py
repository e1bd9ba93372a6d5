"""Cancelling, moving, and taking both back as if nothing had been."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.changes import (
    cancel,
    carry_exceptions,
    move_back,
    move_date,
    restore_date,
    uncancel,
)
from almanac.timetable.domain.dates import is_planned
from almanac.timetable.domain.model import (
    Cancellation,
    CancelScope,
    Move,
    OccurrenceState,
    Routine,
    Session,
)
from almanac.timetable.domain.occurrences import occurrence_of, occurrences
from tests.timetable.weeks import (
    FIRST,
    FRI,
    LAST,
    SERIES,
    THU,
    date_off,
    days,
    on,
    range_off,
    ranges_off,
    routine,
    session,
    troubled,
    weekdays,
)

FIRST_MONDAY, SECOND_MONDAY, THIRD_MONDAY = on("2026-03-02"), on("2026-03-09"), on("2026-03-16")
any_cancellation = st.one_of(st.builds(date_off, days), ranges_off, st.just(SERIES))


def extents(of: Session) -> list[tuple[CancelScope, date | None, date | None]]:
    return [(c.scope, c.first_on, c.last_on) for c in of.cancellations]


def test_cancelling_the_same_dates_again_gives_the_new_reason() -> None:
    of = cancel(cancel(session(), date_off(FIRST_MONDAY, "ill")), date_off(FIRST_MONDAY, "trip"))
    assert of.cancellations == (date_off(FIRST_MONDAY, "trip"),)
    of = cancel(cancel(of, SERIES), replace(SERIES, reason="over"))
    assert of.series_cancellation == replace(SERIES, reason="over")


def test_moving_a_date_again_replaces_the_move() -> None:
    once = move_date(session(), Move(FIRST_MONDAY, on("2026-03-03"), 540, 60))
    again = Move(FIRST_MONDAY, on("2026-03-04"), 540, 60)
    assert move_date(once, again).moves == (again,)


def test_restoring_a_date_takes_it_out_of_ranges_and_leaves_the_days_around_it() -> None:
    of = cancel(session(), range_off(FIRST_MONDAY, THIRD_MONDAY, "trip"))
    of = cancel(cancel(of, date_off(SECOND_MONDAY, "ill")), date_off(THIRD_MONDAY))
    of = restore_date(of, SECOND_MONDAY)
    assert of.cancellations == (
        date_off(THIRD_MONDAY),
        range_off(FIRST_MONDAY, on("2026-03-08"), "trip"),
        range_off(on("2026-03-10"), THIRD_MONDAY, "trip"),
    )


def test_what_is_left_of_a_range_is_not_told_beside_another_of_the_same_days() -> None:
    of = cancel(session(), range_off(FIRST_MONDAY, THIRD_MONDAY, "trip"))
    of = cancel(of, range_off(FIRST_MONDAY, on("2026-03-08"), "ill"))
    of = restore_date(of, SECOND_MONDAY)
    assert of.cancellations == (
        range_off(FIRST_MONDAY, on("2026-03-08"), "ill"),
        range_off(on("2026-03-10"), THIRD_MONDAY, "trip"),
    )


@given(troubled(), days)
def test_restoring_a_date_leaves_each_extent_once(
    drawn: tuple[Session, Routine], day: date
) -> None:
    found = extents(restore_date(drawn[0], day))
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("day", "left"),
    [
        (FIRST_MONDAY, (on("2026-03-03"), on("2026-03-09"))),
        (SECOND_MONDAY, (on("2026-03-02"), on("2026-03-08"))),
        (THIRD_MONDAY, (on("2026-03-02"), on("2026-03-09"))),
    ],
    ids=["first", "last", "outside"],
)
def test_restoring_the_end_of_a_range_shortens_it(day: date, left: tuple[date, date]) -> None:
    of = restore_date(cancel(session(), range_off(FIRST_MONDAY, SECOND_MONDAY)), day)
    assert extents(of) == [(CancelScope.RANGE, *left)]


def test_restoring_a_moved_date_frees_the_day_it_went_to() -> None:
    wednesday = on("2026-03-11")
    of = move_date(session(), Move(FIRST_MONDAY, wednesday, 540, 60))
    of = restore_date(cancel(of, range_off(wednesday, wednesday)), FIRST_MONDAY)
    assert of.cancellations == ()


def test_restoring_a_date_does_not_bring_the_series_back() -> None:
    assert restore_date(cancel(session(), SERIES), FIRST_MONDAY).cancellations == (SERIES,)


def test_the_cancelled_thursday_of_a_week_becomes_its_cancelled_friday() -> None:
    thursday, friday = on("2026-03-12"), on("2026-03-13")
    before = cancel(session(1, THU), date_off(thursday, "ill"))
    before = move_date(before, Move(on("2026-03-05"), on("2026-03-07"), 540, 60))
    trip = range_off(on("2026-03-19"), on("2026-03-20"))
    before = cancel(before, trip)
    after = carry_exceptions(before, replace(before, weekday=FRI), routine())
    assert after.cancellations == (date_off(friday, "ill"), trip)
    assert after.moves == (Move(on("2026-03-06"), on("2026-03-07"), 540, 60),)


def test_a_cancelled_date_follows_its_session_into_another_week_of_the_rotation() -> None:
    within = routine(rotation_weeks=2)
    before = cancel(session(week=1), date_off(THIRD_MONDAY))
    after = carry_exceptions(before, replace(before, week=2), within)
    assert after.cancellations == (date_off(on("2026-03-23")),)
    every = carry_exceptions(before, replace(before, week=None), within)
    assert every.cancellations == before.cancellations


@settings(max_examples=25, deadline=None)
@given(troubled(), any_cancellation)
def test_taking_a_cancellation_back_is_the_identity(
    of_within: tuple[Session, Routine], cancellation: Cancellation
) -> None:
    of, _ = of_within
    extent = (cancellation.scope, cancellation.first_on, cancellation.last_on)
    assume(extent not in extents(of))
    assert uncancel(cancel(of, cancellation), cancellation) == of
    once = cancel(of, cancellation)
    assert cancel(once, cancellation) == once
    assert uncancel(of, cancellation) == of


@settings(max_examples=25, deadline=None)
@given(troubled(), days, days)
def test_moving_a_date_back_is_the_identity(
    of_within: tuple[Session, Routine], planned_on: date, to: date
) -> None:
    of, _ = of_within
    assume(planned_on not in [move.planned_on for move in of.moves])
    move = Move(planned_on, to, 540, 60)
    assert move_back(move_date(of, move), planned_on) == of
    assert move_back(of, planned_on) == of


@settings(max_examples=25, deadline=None)
@given(troubled(), days)
def test_a_restored_date_takes_place_and_no_other_date_changes(
    of_within: tuple[Session, Routine], day: date
) -> None:
    of, within = replace(of_within[0], moves=()), replace(of_within[1], holidays=())
    of = uncancel(of, SERIES)
    planned = [o.on for o in occurrences(of, within, FIRST, LAST)]
    day = min(planned, key=lambda on: abs(on - day), default=day)
    after = restore_date(of, day)
    for before, now in zip(
        occurrences(of, within, FIRST, LAST), occurrences(after, within, FIRST, LAST), strict=True
    ):
        assert now.state is (OccurrenceState.PLANNED if now.on == day else before.state)
    assert restore_date(after, day) == after


@settings(max_examples=25, deadline=None)
@given(troubled(), weekdays, st.one_of(st.none(), st.integers(1, 6)))
def test_exceptions_that_follow_a_session_come_back_with_it(
    of_within: tuple[Session, Routine], weekday: Weekday, week: int | None
) -> None:
    of, within = of_within
    there = carry_exceptions(of, replace(of, weekday=weekday, week=week), within)
    assert carry_exceptions(there, of, within) == of


@settings(max_examples=25, deadline=None)
@given(troubled(), days)
def test_a_date_cancelled_within_the_routine_is_cancelled_wherever_it_is(
    of_within: tuple[Session, Routine], day: date
) -> None:
    of, within = of_within
    found = occurrence_of(cancel(of, date_off(day, "ill")), within, day)
    assert (found is not None) == is_planned(of, within, day)
    assert found is None or found.state is OccurrenceState.CANCELLED


def test_cancellations_and_moves_are_counted_each_once() -> None:
    day = on("2026-03-09")
    of = cancel(cancel(session(), date_off(day)), SERIES)
    assert of.exceptions_count == 2
    moved = move_date(of, Move(day, on("2026-03-10"), 600, 60))
    assert moved.exceptions_count == 3
    assert cancel(moved, date_off(day, "ill")).exceptions_count == 3
