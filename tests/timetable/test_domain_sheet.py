"""A week to be read: its days, its rows, and where its sessions stand."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.model import (
    Break,
    Cancellation,
    CancelScope,
    Grid,
    Holiday,
    Move,
    Routine,
    Stretch,
)
from almanac.timetable.domain.sheet import (
    MOST_LANES,
    Sheet,
    pattern_sheet,
    shown_week,
    week_sheet,
)
from tests.timetable.weeks import (
    FIRST,
    FRI,
    MON,
    MONDAY,
    SAT,
    SUN,
    TUE,
    WED,
    routine,
    routines,
    session,
    troubled,
)

TODAY = date(2026, 3, 18)
"""A Wednesday, two weeks after the routines begin."""
THIS_WEEK = date(2026, 3, 16)


def test_a_week_is_cut_at_full_hours_and_where_something_begins_or_ends() -> None:
    grid = Grid(day_starts=510, day_ends=720, breaks=(Break(630, 15),))
    sheet = week_sheet(routine(session(starts=550, minutes=50), grid=grid), MONDAY)
    assert sheet.marks == (510, 540, 550, 600, 630, 645, 660, 720)
    assert sheet.breaks == (Stretch(630, 645),)
    (place,) = sheet.days[0].places
    assert place.rows == Stretch(2, 3)
    assert sheet.row(630) == 4


def test_hidden_days_are_shown_when_something_is_on_them() -> None:
    of = routine(session(1, MON), session(2, SAT))
    assert [day.weekday for day in week_sheet(of, MONDAY).days] == list(Weekday)[:6]
    from_sunday = routine(session(1, MON), session(2, SUN), week_start=SUN)
    days = week_sheet(from_sunday, date(2026, 3, 8)).days
    assert [(days[0].weekday, days[0].on), (days[1].weekday, days[1].on)] == [
        (SUN, date(2026, 3, 8)),
        (MON, date(2026, 3, 9)),
    ]


def test_what_is_said_about_a_date_stands_with_it() -> None:
    moved = Move(MONDAY, MONDAY + timedelta(days=4), 600, 60, "Attic")
    later = Move(MONDAY + timedelta(days=7), MONDAY + timedelta(days=7), 600, 60)
    ill = Cancellation(
        CancelScope.DATE, MONDAY + timedelta(days=1), MONDAY + timedelta(days=1), "ill"
    )
    of = routine(session(1, MON, moves=(moved, later)), session(2, TUE, cancellations=(ill,)))
    first = {day.weekday: day.entries for day in week_sheet(of, MONDAY).days}
    assert first[MON][0].moved_to == MONDAY + timedelta(days=4)
    assert first[TUE][0].cancellation == ill
    assert (first[FRI][0].moved_from, first[FRI][0].location) == (MONDAY, "Attic")
    assert not first[FRI][0].is_at_other_time
    second = week_sheet(of, MONDAY + timedelta(days=7)).days[0].entries[0]
    assert (second.is_at_other_time, second.moved_from) == (True, None)


def test_a_holiday_stands_at_its_days_in_a_week_and_not_in_the_pattern() -> None:
    off = Holiday(MONDAY + timedelta(days=2), MONDAY + timedelta(days=3), "Fair")
    of = routine(session(1, WED), holidays=(off,))
    assert [day.holiday for day in week_sheet(of, MONDAY).days] == [
        None,
        None,
        "Fair",
        "Fair",
        None,
    ]
    assert not any(day.holiday or day.on for day in pattern_sheet(of, 1).days)


def test_the_pattern_has_what_is_in_its_week_and_in_every_week() -> None:
    of = routine(session(1), session(2, week=1), session(3, week=2), rotation_weeks=2)
    one, two = ([e.session.id.int for e in pattern_sheet(of, n).days[0].entries] for n in (1, 2))
    assert (one, two) == ([1, 2], [1, 3])


def test_what_runs_past_midnight_is_drawn_until_midnight() -> None:
    sheet = week_sheet(routine(session(starts=1320, minutes=480)), MONDAY)
    assert sheet.marks[-1] == 1440
    assert sheet.days[0].entries[0].stretch == Stretch(1320, 1800)
    assert sheet.days[0].places[0].rows.ends == len(sheet.marks) - 1


def test_sessions_that_overlap_share_the_columns_of_their_day() -> None:
    starts = (540, 560, 580, 700, 710)
    of = routine(*(session(number, starts=at) for number, at in enumerate(starts)))
    day = week_sheet(of, MONDAY).days[0]
    assert (day.columns, day.lanes) == (6, 3)
    assert [place.columns for place in day.places] == [(0, 2), (2, 4), (4, 6), (0, 3), (3, 6)]


def test_a_week_with_too_much_side_by_side_is_crowded() -> None:
    of = routine(*(session(number) for number in range(MOST_LANES + 1)))
    sheet = week_sheet(of, MONDAY)
    assert sheet.is_crowded
    assert len(sheet.days[0].entries) == MOST_LANES + 1
    assert not week_sheet(routine(*of.sessions[1:]), MONDAY).is_crowded


def test_the_nearest_week_in_force_is_shown() -> None:
    begins = routine(valid_from=date(2026, 9, 1))
    assert shown_week(begins, TODAY, today=TODAY) == date(2026, 8, 31)
    over = routine(valid_from=date(2025, 9, 1), valid_to=date(2026, 2, 27))
    assert shown_week(over, TODAY, today=TODAY) == date(2026, 2, 23)
    assert shown_week(routine(), TODAY, today=TODAY) == THIS_WEEK


def test_weeks_within_a_year_are_shown_and_those_dates_were_moved_to() -> None:
    assert shown_week(routine(), date.max, today=TODAY) == date(2027, 3, 15)
    assert shown_week(routine(), date.min, today=TODAY) == MONDAY
    move = Move(MONDAY, date(2026, 4, 1), 540, 60)
    over = routine(session(moves=(move,)), valid_to=date(2026, 3, 20))
    assert shown_week(over, date.max, today=TODAY) == date(2026, 3, 30)
    far = routine(valid_from=date(2030, 1, 1))
    assert shown_week(far, TODAY, today=TODAY) == date(2029, 12, 31)


def whole(sheet: Sheet) -> None:
    assert list(sheet.marks) == sorted(set(sheet.marks))
    for day in sheet.days:
        for place, entry in zip(day.places, day.entries, strict=True):
            assert sheet.marks[place.rows.starts] == entry.stretch.starts
            assert place.rows.starts < place.rows.ends < len(sheet.marks)
            assert 0 <= place.columns.starts < place.columns.ends <= day.columns
        taken = [
            (row, column)
            for rows, columns in day.places
            for row in range(*rows)
            for column in range(*columns)
        ]
        assert len(taken) == len(set(taken))


@given(st.one_of(routines(most=8), troubled().map(lambda both: both[1])), st.integers(-10, 60))
def test_any_week_is_laid_out_and_nothing_covers_anything(of: Routine, weeks: int) -> None:
    first_on = shown_week(of, FIRST + timedelta(weeks=weeks), today=FIRST)
    assert first_on.weekday() == of.week_start.number
    whole(week_sheet(of, first_on))
    for week in range(1, of.rotation_weeks + 1):
        whole(pattern_sheet(of, week))
