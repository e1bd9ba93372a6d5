"""What one date meets, found by its hours: the same as looking at everything, and bounded."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from almanac.timetable.domain.changes import cancel
from almanac.timetable.domain.meetings import MAX_MET, Happenings, occurrence_warnings
from almanac.timetable.domain.model import Grid, Routine
from almanac.timetable.domain.occurrences import in_order, routine_occurrences
from tests.timetable.weeks import MONDAY, date_off, days, routine, routines, session

GRID = Grid(day_starts=0, day_ends=1440, hidden_days=frozenset(), breaks=())


@given(st.lists(routines(most=4), min_size=2, max_size=2), days)
def test_by_the_hours_a_date_meets_what_it_meets_among_all(
    drawn: list[Routine], first: date
) -> None:
    # Ids of sessions come from the routine's number; the second routine needs others.
    here, there = (
        drawn[0],
        routine(
            *(
                session(900 + n, s.weekday, starts=s.starts, minutes=s.minutes, location=s.location)
                for n, s in enumerate(drawn[1].sessions)
            ),
            number=9,
        ),
    )
    last = first + timedelta(days=8)
    everything = in_order(
        [*routine_occurrences(here, first, last), *routine_occurrences(there, first, last)]
    )
    near = Happenings(everything)
    for occurrence in routine_occurrences(here, first, last):
        found = occurrence_warnings(occurrence, GRID, near.near(occurrence))
        assert set(found) == set(occurrence_warnings(occurrence, GRID, everything))


def test_of_a_heap_so_many_are_named_and_no_more() -> None:
    heap = routine(*(session(number, location="Hall") for number in range(3 * MAX_MET)))
    held = routine_occurrences(heap, MONDAY, MONDAY)
    found = occurrence_warnings(held[0], GRID, Happenings(held).near(held[0]))
    assert [warning.code for warning in found] == ["overlaps", "same_place"] * MAX_MET


def test_what_is_cancelled_is_met_by_nobody_and_meets_nobody() -> None:
    of = routine(session(1), cancel(session(2), date_off(MONDAY)))
    taking_place, cancelled = routine_occurrences(of, MONDAY, MONDAY)
    near = Happenings([taking_place, cancelled])
    assert list(near.near(taking_place)) == []
    assert occurrence_warnings(cancelled, GRID, near.near(cancelled)) == ()
