"""Hours by subject and theme: what is over, what is still to come, and today in between."""

from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.changes import cancel, move_date
from almanac.timetable.domain.hours import (
    Hours,
    SubjectHours,
    earliest_day,
    held_days,
    hours_by_subject,
    sum_hours,
)
from almanac.timetable.domain.model import Move
from almanac.timetable.domain.viewpoint import Viewpoint
from tests.timetable.weeks import MON, THU, TUE, WED, date_off, on, routine, session

BERLIN = ZoneInfo("Europe/Berlin")
THEME = UUID(int=77)
WEDNESDAY = on("2026-03-18")
"""Today, in these tests; eleven o'clock in Berlin unless said otherwise."""
FIRST, LAST = on("2026-03-16"), on("2026-03-22")


def seen(hour: int = 10, today: date = WEDNESDAY, day_start: int = 0) -> Viewpoint:
    now = datetime(2026, 3, 18, hour, tzinfo=UTC)
    return Viewpoint(now, today, Weekday.MON, "http://localhost", BERLIN, day_start)


def test_a_week_is_over_planned_or_today_partly_both() -> None:
    week = routine(
        session(1, MON, subject="Logic"),
        session(2, WED, subject="Logic", starts=8 * 60, minutes=90),
        session(3, WED, subject="Sport", starts=18 * 60, minutes=45),
        session(4, THU, subject="Sport", minutes=30),
    )
    assert hours_by_subject([week], FIRST, LAST, seen()) == [
        SubjectHours("Logic", None, Hours(60 + 90, 2, 0, 0)),
        SubjectHours("Sport", None, Hours(0, 0, 45 + 30, 2)),
    ]


def test_what_runs_now_is_planned_until_it_ends() -> None:
    # Twelve to one in Berlin, which is an hour ahead.
    noon = routine(session(1, WED, subject="Choir", starts=12 * 60))
    for hour, expected in ((11, Hours(0, 0, 60, 1)), (12, Hours(60, 1, 0, 0))):
        (row,) = hours_by_subject([noon], FIRST, LAST, seen(hour))
        assert row.hours == expected


def test_of_today_only_what_takes_place_and_belongs_to_it_counts() -> None:
    off = cancel(session(1, WED, subject="Logic"), date_off(WEDNESDAY))
    away = move_date(session(2, WED, subject="Away"), Move(WEDNESDAY, on("2026-03-26"), 540, 60))
    # One in the night to Wednesday belongs to the Tuesday of whoever begins their days at four.
    night = session(3, WED, subject="Night", starts=60)
    here = [routine(off, away, night)]
    assert hours_by_subject(here, WEDNESDAY, WEDNESDAY, seen(day_start=240)) == []
    (row,) = hours_by_subject(here, on("2026-03-17"), WEDNESDAY, seen(day_start=240))
    assert (row.subject, row.hours) == ("Night", Hours(60, 1, 0, 0))


def test_a_range_without_today_is_wholly_over_or_wholly_planned() -> None:
    daily = [routine(*(session(n, day, subject="Logic") for n, day in enumerate(Weekday)))]
    (past,) = hours_by_subject(daily, FIRST, on("2026-03-17"), seen())
    (future,) = hours_by_subject(daily, on("2026-03-19"), LAST, seen())
    assert (past.hours, future.hours) == (Hours(120, 2, 0, 0), Hours(0, 0, 240, 4))


def test_subjects_are_one_whatever_their_spaces_and_themes_are_told_apart() -> None:
    first = routine(session(1, MON, subject="Übung"), session(2, TUE, subject="Übung "))
    other = routine(session(3, TUE, subject="  u\u0308BUNG", theme_id=THEME, minutes=30), number=2)
    assert hours_by_subject([first, other], FIRST, LAST, seen()) == [
        SubjectHours("Übung", None, Hours(120, 2, 0, 0)),
        SubjectHours("Übung", THEME, Hours(30, 1, 0, 0)),
    ]


def test_days_that_took_place_are_told_one_by_one() -> None:
    week = routine(
        session(1, MON, subject="Logic"),
        session(2, WED, subject="Sport", starts=8 * 60, minutes=90, theme_id=THEME),
        session(3, WED, subject="Choir", starts=18 * 60),
        session(4, THU, subject="Logic"),
    )
    assert list(held_days([week], FIRST, LAST, seen())) == [
        (FIRST, "Logic", None, 60),
        (WEDNESDAY, "Sport", THEME, 90),
    ]
    assert [each.on for each in held_days([week], FIRST, on("2026-03-17"), seen())] == [FIRST]


def test_the_earliest_day_is_that_of_the_first_routine_in_force() -> None:
    begun = routine(valid_from=on("2026-02-10"))
    # Without a first day it is in force from the week it was made in.
    made = routine(number=2, created_on=on("2026-02-06"))
    assert earliest_day([begun, made]) == on("2026-02-02")
    assert earliest_day([]) is None


def test_hours_add_up() -> None:
    assert sum_hours([Hours(60, 1), Hours(0, 0, 45, 1), Hours(30, 2)]) == Hours(90, 3, 45, 1)
    assert sum_hours([]) == Hours()
