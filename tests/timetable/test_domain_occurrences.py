"""What becomes of each date: cancelled by what, moved where, and the whole against an oracle."""

from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter

import pytest
from hypothesis import given, settings

from almanac.timetable.domain.changes import cancel, move_date
from almanac.timetable.domain.dates import planned_dates
from almanac.timetable.domain.model import (
    CancelScope,
    Holiday,
    Move,
    Occurrence,
    OccurrenceState,
    Routine,
    Session,
)
from almanac.timetable.domain.occurrences import (
    in_order,
    occurrence_of,
    occurrences,
    routine_occurrences,
)
from tests.timetable.weeks import (
    FIRST,
    LAST,
    SERIES,
    WED,
    date_off,
    on,
    range_off,
    routine,
    routines,
    session,
    troubled,
)

PLANNED, CANCELLED = OccurrenceState.PLANNED, OccurrenceState.CANCELLED
AWAY, HERE = OccurrenceState.MOVED_AWAY, OccurrenceState.MOVED_HERE
FIRST_MONDAY, SECOND_MONDAY, THIRD_MONDAY = on("2026-03-02"), on("2026-03-09"), on("2026-03-16")
WEDNESDAY = on("2026-03-11")
MARCH = on("2026-03-01"), on("2026-03-18")
EASTER = Holiday(SECOND_MONDAY, on("2026-03-13"), "Easter")


def states(of: Session, within: Routine) -> list[tuple[date, OccurrenceState]]:
    return [(found.on, found.state) for found in occurrences(of, within, *MARCH)]


def reasons(of: Session, within: Routine) -> list[tuple[CancelScope, str] | None]:
    return [
        (found.cancellation.scope, found.cancellation.reason) if found.cancellation else None
        for found in occurrences(of, within, *MARCH)
    ]


@pytest.mark.parametrize(
    ("cancellation", "cancelled"),
    [
        (date_off(SECOND_MONDAY, "ill"), [False, True, False]),
        (range_off(on("2026-03-03"), THIRD_MONDAY, "trip"), [False, True, True]),
        (SERIES, [True, True, True]),
        (date_off(WEDNESDAY), [False, False, False]),
    ],
    ids=["date", "range", "series", "another day"],
)
def test_a_date_a_range_or_the_series_is_cancelled_and_stays_to_be_seen(
    cancellation: object, cancelled: list[bool]
) -> None:
    of = cancel(session(), cancellation)  # type: ignore[arg-type]
    found = occurrences(of, routine(), *MARCH)
    assert [occurrence.state is CANCELLED for occurrence in found] == cancelled
    assert [not occurrence.takes_place for occurrence in found] == cancelled
    assert [occurrence.cancellation is cancellation for occurrence in found] == cancelled


def test_a_holiday_cancels_what_is_planned_on_it_and_gives_its_name() -> None:
    within = routine(holidays=(EASTER,))
    assert reasons(session(), within) == [None, (CancelScope.HOLIDAY, "Easter"), None]


def test_of_several_cancellations_the_nearest_to_the_date_is_told_but_the_series_first() -> None:
    of = cancel(session(), range_off(FIRST_MONDAY, THIRD_MONDAY, "term"))
    within = routine(holidays=(EASTER,))
    of = cancel(of, range_off(on("2026-03-08"), SECOND_MONDAY, "trip"))
    assert reasons(of, within) == [
        (CancelScope.RANGE, "term"),
        (CancelScope.RANGE, "trip"),
        (CancelScope.RANGE, "term"),
    ]
    of = cancel(of, date_off(SECOND_MONDAY, "ill"))
    assert reasons(of, within)[1] == (CancelScope.DATE, "ill")
    of = cancel(of, SERIES)
    assert reasons(of, within) == [(CancelScope.SERIES, "ill")] * 3


def test_a_moved_date_shows_where_it_was_and_where_it_is() -> None:
    of = session(location="Hall")
    of = move_date(of, Move(SECOND_MONDAY, WEDNESDAY, 600, 45, "Lab"))
    away, here = occurrences(of, routine(), on("2026-03-04"), on("2026-03-12"))
    assert (away.on, away.state, away.moved_to) == (SECOND_MONDAY, AWAY, WEDNESDAY)
    assert (away.starts, away.minutes, away.location, away.takes_place) == (540, 60, "Hall", False)
    assert (here.on, here.state, here.planned_on) == (WEDNESDAY, HERE, SECOND_MONDAY)
    assert (here.starts, here.minutes, here.location, here.takes_place) == (600, 45, "Lab", True)


def test_a_date_moved_within_its_day_shows_once_at_its_own_place() -> None:
    of = move_date(session(location="Hall"), Move(SECOND_MONDAY, SECOND_MONDAY, 600, 60))
    found = occurrences(of, routine(), SECOND_MONDAY, SECOND_MONDAY)
    assert [(o.state, o.starts, o.location) for o in found] == [(HERE, 600, "Hall")]


def test_a_date_moved_into_or_out_of_the_dates_asked_for_shows_its_one_side() -> None:
    of = move_date(session(), Move(SECOND_MONDAY, on("2026-03-25"), 540, 60))
    assert states(of, routine())[1] == (SECOND_MONDAY, AWAY)
    later = occurrences(of, routine(), on("2026-03-24"), on("2026-03-29"))
    assert [(o.on, o.state) for o in later] == [(on("2026-03-25"), HERE)]


def test_a_date_moved_onto_a_holiday_or_another_date_takes_place() -> None:
    within = routine(holidays=(EASTER,))
    onto_holiday = move_date(session(), Move(FIRST_MONDAY, WEDNESDAY, 540, 60))
    assert (WEDNESDAY, HERE) in states(onto_holiday, within)
    onto_itself = move_date(session(), Move(SECOND_MONDAY, SECOND_MONDAY, 540, 60))
    assert states(onto_itself, within)[1] == (SECOND_MONDAY, HERE)
    onto_cancelled = move_date(
        cancel(session(), date_off(SECOND_MONDAY)), Move(FIRST_MONDAY, SECOND_MONDAY, 500, 30)
    )
    assert states(onto_cancelled, routine())[1:3] == [
        (SECOND_MONDAY, HERE),
        (SECOND_MONDAY, CANCELLED),
    ]


def test_a_range_cancels_what_was_moved_into_it_and_not_what_was_moved_out() -> None:
    trip = range_off(on("2026-03-08"), on("2026-03-14"), "trip")
    into = cancel(move_date(session(), Move(FIRST_MONDAY, WEDNESDAY, 540, 60)), trip)
    assert (WEDNESDAY, CANCELLED) in states(into, routine())
    out_of = cancel(move_date(session(), Move(SECOND_MONDAY, on("2026-03-18"), 540, 60)), trip)
    assert states(out_of, routine())[1:] == [
        (SECOND_MONDAY, AWAY),
        (THIRD_MONDAY, PLANNED),
        (on("2026-03-18"), HERE),
    ]


def test_a_moved_date_is_cancelled_by_the_date_it_was_planned_on() -> None:
    of = move_date(session(), Move(SECOND_MONDAY, WEDNESDAY, 540, 60))
    by_plan = cancel(of, date_off(SECOND_MONDAY, "ill"))
    assert states(by_plan, routine())[1:3] == [(SECOND_MONDAY, AWAY), (WEDNESDAY, CANCELLED)]
    by_place = cancel(of, date_off(WEDNESDAY, "ill"))
    assert states(by_place, routine()) == states(of, routine())


def test_a_move_of_a_date_that_is_planned_no_longer_shows_nowhere() -> None:
    of = move_date(session(), Move(on("2026-03-03"), WEDNESDAY, 540, 60))
    assert states(of, routine()) == states(session(), routine())
    assert occurrence_of(of, routine(), on("2026-03-03")) is None


def test_the_sessions_of_a_routine_come_by_date_and_time() -> None:
    within = routine(
        session(1, starts=900), session(2, starts=60), session(3, WED), session(4, starts=60)
    )
    found = routine_occurrences(within, FIRST_MONDAY, on("2026-03-04"))
    assert [of.session.id.int for of in found] == [2, 4, 1, 3]
    assert in_order(reversed(found)) == found


def judged(of: Session, within: Routine, day: date, planned: set[date]) -> list[Occurrence]:
    """What there is to show on one day, looked for among everything."""
    shown = []
    for move in of.moves:
        if move.on == day and move.planned_on in planned:
            place = of.location if move.location is None else move.location
            kept = Occurrence(of, move.planned_on, day, move.starts, move.minutes, place, HERE)
            shown.append(_judge(kept, within, held=True))
    own = Occurrence(of, day, day, of.starts, of.minutes, of.location, PLANNED)
    targets = [move.on for move in of.moves if move.planned_on == day]
    if day in planned and not targets:
        shown.append(_judge(own, within, held=False))
    elif day in planned and targets != [day]:
        shown.append(replace(own, state=AWAY, moved_to=targets[0]))
    return shown


def _judge(found: Occurrence, within: Routine, *, held: bool) -> Occurrence:
    """Whether anything cancels it; which of several is told has tests of its own."""
    by_holiday = any(h.first_on <= found.on <= h.last_on for h in within.holidays)
    by_person = any(
        cancelled.scope is CancelScope.SERIES
        or (cancelled.scope is CancelScope.DATE and cancelled.first_on == found.planned_on)
        or (
            cancelled.scope is CancelScope.RANGE
            and str(cancelled.first_on) <= str(found.on) <= str(cancelled.last_on)
        )
        for cancelled in found.session.cancellations
    )
    is_cancelled = by_person or (by_holiday and not held)
    return replace(found, state=CANCELLED) if is_cancelled else found


@settings(max_examples=25, deadline=None)
@given(troubled())
def test_the_dates_are_those_of_judging_every_day_by_itself(
    of_within: tuple[Session, Routine],
) -> None:
    of, within = of_within
    planned = set(planned_dates(of, within, FIRST, LAST))
    by_day = []
    for number in range((LAST - FIRST).days + 1):
        shown = judged(of, within, FIRST + timedelta(days=number), planned)
        by_day += sorted(shown, key=attrgetter("starts", "minutes", "planned_on"))
    found = occurrences(of, within, FIRST, LAST)
    assert [replace(o, cancellation=None) for o in found] == by_day
    assert all((o.cancellation is not None) == (o.state is CANCELLED) for o in found)


@settings(max_examples=25, deadline=None)
@given(troubled())
def test_every_planned_date_takes_place_once_or_is_cancelled(
    of_within: tuple[Session, Routine],
) -> None:
    of, within = of_within
    for day in planned_dates(of, within, FIRST, LAST)[:30]:
        found = occurrence_of(of, within, day)
        assert found is not None
        assert found.planned_on == day
        assert found in occurrences(of, within, found.on, found.on)


@settings(max_examples=15, deadline=None)
@given(routines(most=4))
def test_a_routine_shows_what_its_sessions_show(within: Routine) -> None:
    together = routine_occurrences(within, FIRST, LAST)
    apart = [o for of in within.sessions for o in occurrences(of, within, FIRST, LAST)]
    assert together == in_order(apart)
