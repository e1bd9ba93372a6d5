"""What sessions meet: the grid, breaks, and one another, told on both sides."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.changes import cancel, move_date
from almanac.timetable.domain.dates import planned_dates
from almanac.timetable.domain.meetings import (
    MAX_MET,
    Neighbourhood,
    grid_warnings,
    occurrence_warnings,
    session_warnings,
    warnings_of_routine,
)
from almanac.timetable.domain.model import (
    Break,
    Grid,
    Move,
    Occurrence,
    Routine,
    Session,
    SessionWarning,
    Stretch,
    WarningCode,
)
from almanac.timetable.domain.occurrences import occurrences, routine_occurrences
from tests.timetable.weeks import (
    FIRST,
    LAST,
    MON,
    MONDAY,
    SAT,
    SERIES,
    SUN,
    TUE,
    grids,
    on,
    routine,
    routines,
    session,
    stretches,
    weekdays,
)

OVERLAPS, SAME_PLACE = WarningCode.OVERLAPS, WarningCode.SAME_PLACE
WHOLE_DAY = Grid(day_starts=0, day_ends=1440, hidden_days=frozenset(), breaks=())


def met(
    of: Session, *others: Session, grid: Grid = WHOLE_DAY, weeks: int = 1
) -> list[tuple[WarningCode, int, int]]:
    within = routine(of, *others, grid=grid, rotation_weeks=weeks)
    return [(warning.code, *warning.stretch) for warning in warnings_of_routine(within)[of.id]]


def at(starts: int, ends: int) -> Session:
    return session(starts=starts, minutes=ends - starts)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (at(480, 780), []),
        (at(870, 1020), []),
        (at(479, 780), [("outside_day", 479, 480)]),
        (at(900, 1021), [("outside_day", 1020, 1021)]),
        (at(1380, 1500), [("outside_day", 1380, 1440), ("past_midnight", 1440, 1500)]),
        (at(1200, 1440), [("outside_day", 1200, 1440)]),
        (at(779, 800), [("in_break", 780, 800)]),
        (at(790, 800), [("in_break", 790, 800)]),
        (session(1, SAT), [("hidden_day", 540, 600)]),
        (
            session(1, SUN, starts=0, minutes=1440),
            [
                ("outside_day", 0, 480),
                ("outside_day", 1020, 1440),
                ("in_break", 780, 870),
                ("hidden_day", 0, 1440),
            ],
        ),
    ],
)
def test_a_session_tells_which_of_its_minutes_meet_the_grid(
    of: Session, expected: list[tuple[str, int, int]]
) -> None:
    assert met(of, grid=Grid()) == expected


@pytest.mark.parametrize(
    ("breaks", "of", "expected"),
    [
        ((), at(600, 700), []),
        ((Break(650, 0),), at(600, 700), []),
        ((Break(610, 20), Break(620, 20)), at(600, 700), [(610, 630), (620, 640)]),
        ((Break(1430, 30),), at(10, 60), [(10, 20)]),
        ((Break(10, 30),), at(1430, 1480), [(1450, 1480)]),
        ((Break(1430, 30),), at(0, 1440), [(0, 20), (1430, 1440)]),
    ],
    ids=["none", "of no length", "overlapping", "of the day before", "of the next day", "both"],
)
def test_every_break_that_is_met_is_named(
    breaks: tuple[Break, ...], of: Session, expected: list[tuple[int, int]]
) -> None:
    found = grid_warnings(replace(WHOLE_DAY, breaks=breaks), MON, of.stretch)
    in_breaks = [warning for warning in found if warning.code is WarningCode.IN_BREAK]
    assert [warning.stretch for warning in in_breaks] == expected
    assert all(warning.pause in breaks for warning in in_breaks)


@settings(max_examples=25, deadline=None)
@given(grids(), weekdays, stretches)
def test_outside_the_day_and_past_midnight_share_out_what_the_grid_does_not_show(
    grid: Grid, weekday: Weekday, stretch: Stretch
) -> None:
    found = grid_warnings(grid, weekday, stretch)
    codes = {WarningCode.OUTSIDE_DAY, WarningCode.PAST_MIDNIGHT}
    outside = sum(w.stretch.ends - w.stretch.starts for w in found if w.code in codes)
    inside = stretch.shared(Stretch(grid.day_starts, grid.day_ends)) or Stretch(0, 0)
    assert outside + inside.ends - inside.starts == stretch.ends - stretch.starts


@pytest.mark.parametrize(
    ("of", "other", "expected"),
    [
        (at(540, 600), at(600, 660), []),
        (at(540, 601), at(600, 660), [(600, 601)]),
        (session(1, MON, starts=1380, minutes=120), session(2, TUE, starts=30), [(1470, 1500)]),
        (session(1, TUE, starts=30), session(2, MON, starts=1380, minutes=120), [(30, 60)]),
        (session(1, SUN, starts=1380, minutes=120), session(2, MON, starts=0), [(1440, 1500)]),
        (session(1, MON, week=1), session(2, MON, week=2), []),
        (session(1, MON, week=1), session(2, MON), [(540, 600)]),
        (session(1, SUN, starts=1430, week=2), session(2, MON, starts=0, week=1), [(1440, 1490)]),
        (session(1, SUN, starts=1430, week=1), session(2, MON, starts=0, week=1), []),
        (session(1, MON), cancel(session(2, MON), SERIES), []),
        (cancel(session(1, MON), SERIES), session(2, MON), []),
    ],
)
def test_sessions_that_share_minutes_of_a_date_overlap(
    of: Session, other: Session, expected: list[tuple[int, int]]
) -> None:
    other = replace(other, id=session(2).id)
    found = met(of, other, weeks=2)
    assert [warning for warning in found if warning[0] is OVERLAPS] == [
        (OVERLAPS, *stretch) for stretch in expected
    ]


@pytest.mark.parametrize(
    ("place", "other", "is_same"),
    [("Room 1", " room\u00a01 ", True), ("Room 1", "Room 2", False), ("", "", False)],
)
def test_two_at_one_place_at_one_time_are_told_so(place: str, other: str, is_same: bool) -> None:
    of = session(1, location=place)
    codes = [code for code, *_ in met(of, session(2, location=other))]
    assert codes == [OVERLAPS, *([SAME_PLACE] if is_same else [])]


def test_sessions_of_other_routines_are_met_on_dates_that_both_are_in_force() -> None:
    of, other = session(1, week=1), session(2, routine=2, week=3)
    within = routine(of, rotation_weeks=2)
    beside = routine(other, number=2, rotation_weeks=3, valid_from=on("2026-03-09"))
    # Weeks 1 of the one begin on 2, 16 and 30 March, weeks 3 of the other on 23 March, 13 April.
    (warning,) = session_warnings(
        of, replace(within, grid=WHOLE_DAY), Neighbourhood([within, beside])
    )
    assert warning == SessionWarning(
        OVERLAPS, Stretch(540, 600), session=other, first_on=on("2026-04-13")
    )
    over = replace(beside, valid_to=on("2026-04-12"))
    assert not session_warnings(of, replace(within, grid=WHOLE_DAY), Neighbourhood([within, over]))


def test_a_session_not_written_yet_meets_those_that_are() -> None:
    within = routine(session(2), grid=WHOLE_DAY)
    found = session_warnings(session(1), within, Neighbourhood([within]))
    assert [warning.code for warning in found] == [OVERLAPS]


def test_a_session_that_has_no_date_says_so_and_meets_nobody() -> None:
    within = routine(session(1, week=3), session(2), grid=WHOLE_DAY, rotation_weeks=2)
    found = warnings_of_routine(within)
    assert [warning.code for warning in found[session(1).id]] == [WarningCode.NO_DATE]
    assert found[session(2).id] == ()


def pairs(of: Session, within: Routine, other: Session, beside: Routine) -> set[date]:
    """Dates of the one that share minutes with a date of the other, over all turns of both."""
    horizon = LAST + timedelta(weeks=31)
    theirs = planned_dates(other, beside, FIRST - timedelta(days=20), horizon)
    return {
        day
        for day in planned_dates(of, within, FIRST - timedelta(days=20), horizon)
        for beside_day in theirs
        if abs((beside_day - day).days) <= 2
        and of.stretch.shared(other.stretch.later((beside_day - day).days * 1440))
    }


@settings(max_examples=25, deadline=None)
@given(routines(1, most=3), routines(2, most=3))
def test_overlaps_are_those_of_the_dates_and_first_told_of_the_first(
    within: Routine, beside: Routine
) -> None:
    found = warnings_of_routine(within, [beside])
    for of in within.sessions:
        expected = {
            other.id: min(dates)
            for routine in (within, beside)
            for other in routine.sessions
            if other is not of and (dates := pairs(of, within, other, routine))
        }
        overlaps = [warning for warning in found[of.id] if warning.code is OVERLAPS]
        assert {w.session.id: w.first_on for w in overlaps if w.session} == expected
        assert len(overlaps) == len(expected)


@settings(max_examples=25, deadline=None)
@given(routines(1, most=4), routines(2, most=4))
def test_what_one_session_meets_meets_it_in_the_same_minutes(
    within: Routine, beside: Routine
) -> None:
    told: Counter[tuple[object, ...]] = Counter()
    found = {**warnings_of_routine(within, [beside]), **warnings_of_routine(beside, [within])}
    for of in (*within.sessions, *beside.sessions):
        for warning in found[of.id]:
            if warning.session:
                length = warning.stretch.ends - warning.stretch.starts
                minute = (of.weekday.number * 1440 + warning.stretch.starts) % 10080
                both = frozenset({of.id, warning.session.id})
                told[both, warning.code, minute, length] += 1
    assert set(told.values()) <= {2}


def warned(of: Occurrence, others: list[Occurrence]) -> list[tuple[object, ...]]:
    found = occurrence_warnings(of, WHOLE_DAY, others)
    return [(w.code, *w.stretch, w.session and w.session.id.int, w.first_on) for w in found]


def test_a_moved_date_meets_what_is_held_where_it_goes() -> None:
    tuesday = on("2026-03-03")
    moved = move_date(session(1, location="Hall"), Move(MONDAY, tuesday, 1410, 60))
    within = routine(
        moved,
        session(2, TUE, starts=1400, location="Hall"),
        cancel(session(3, TUE, starts=1400), SERIES),
        session(4, Weekday.WED, starts=0),
        session(5, MON, starts=600),
    )
    around = routine_occurrences(within, MONDAY, on("2026-03-04"))
    here = next(found for found in around if found.on == tuesday and found.session is moved)
    assert warned(here, around) == [
        (WarningCode.PAST_MIDNIGHT, 1440, 1470, None, None),
        (OVERLAPS, 1410, 1460, 2, tuesday),
        (SAME_PLACE, 1410, 1460, 2, tuesday),
        (OVERLAPS, 1440, 1470, 4, tuesday),
    ]
    (away,) = [found for found in around if found.session is moved and found is not here]
    assert warned(away, around) == []


def test_a_date_moved_onto_another_of_its_own_series_overlaps_it() -> None:
    of = move_date(session(), Move(MONDAY, on("2026-03-09"), 560, 60))
    own, moved = occurrences(of, routine(of), on("2026-03-09"), on("2026-03-09"))
    assert warned(own, [own, moved]) == [(OVERLAPS, 560, 600, 1, on("2026-03-09"))]


def test_a_session_among_very_many_names_the_first_it_meets() -> None:
    many = [session(number) for number in range(100)]
    found = warnings_of_routine(routine(*many, grid=WHOLE_DAY))
    assert {len(warnings) for warnings in found.values()} == {MAX_MET}


def test_what_lies_apart_is_not_compared() -> None:
    many = [session(n, tuple(Weekday)[n % 7], starts=n // 7 * 20, minutes=20) for n in range(500)]
    neighbourhood = Neighbourhood([routine(*many)])
    assert max(len(list(neighbourhood.near(of))) for of in many) == 2
