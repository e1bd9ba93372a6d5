"""A day copied onto another: the same lessons, once."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from almanac.timetable.domain.changes import cancel, move_date
from almanac.timetable.domain.copying import PatternDay, copy_day, sessions_on
from almanac.timetable.domain.model import Move, Routine
from tests.timetable.weeks import (
    MON,
    MONDAY,
    SERIES,
    TUE,
    date_off,
    routines,
    session,
    weekdays,
)


def ids() -> Iterator[UUID]:
    return (UUID(int=number) for number in count(1000))


def test_a_copied_day_has_the_sessions_of_its_source_and_new_ids() -> None:
    of = session(1, note="bring the map", color="#336699", subject="Geography")
    (copy,) = copy_day([of, session(2, TUE)], PatternDay(MON), PatternDay(TUE), ids())
    assert copy == replace(of, id=UUID(int=1000), weekday=TUE)


def test_single_dates_are_not_copied_and_a_cancelled_series_is() -> None:
    of = cancel(cancel(session(), date_off(MONDAY)), SERIES)
    of = move_date(of, Move(MONDAY, MONDAY, 600, 60))
    (copy,) = copy_day([of], PatternDay(MON), PatternDay(TUE), ids())
    assert (copy.cancellations, copy.moves) == ((SERIES,), ())


def test_the_monday_of_week_a_takes_what_is_every_week_along_to_another_day() -> None:
    every, a, b = session(1), session(2, week=1, starts=0), session(3, week=2, starts=60)
    assert sessions_on([every, a, b], PatternDay(MON, 1)) == [every, a]
    copies = copy_day([every, a, b], PatternDay(MON, 1), PatternDay(TUE, 2), ids())
    assert [(copy.starts, copy.week) for copy in copies] == [(540, 2), (0, 2)]
    pattern = copy_day([every, a, b], PatternDay(MON), PatternDay(TUE), ids())
    assert [copy.week for copy in pattern] == [None, 1, 2]


def test_what_is_on_the_target_every_week_is_not_copied_into_one_of_its_weeks() -> None:
    every, a = session(1), session(2, week=1, starts=0)
    copies = copy_day([every, a], PatternDay(MON, 1), PatternDay(MON, 2), ids())
    assert [(copy.starts, copy.week) for copy in copies] == [(0, 2)]


@settings(max_examples=25, deadline=None)
@given(
    routines(most=6),
    st.builds(PatternDay, weekdays, st.one_of(st.none(), st.integers(1, 6))),
    st.builds(PatternDay, weekdays, st.one_of(st.none(), st.integers(1, 6))),
)
def test_copying_twice_is_copying_once(
    within: Routine, source: PatternDay, target: PatternDay
) -> None:
    copies = copy_day(within.sessions, source, target, ids())
    after = (*within.sessions, *copies)
    assert all(copy in sessions_on(after, target) for copy in copies)
    assert len(copies) <= len(sessions_on(within.sessions, source))
    assert copy_day(after, source, target, ids()) == []
    assert copy_day(after, target, target, ids()) == []
