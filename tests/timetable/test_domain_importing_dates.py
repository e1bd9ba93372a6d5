"""Single dates of a calendar: replaced, added, repeated, and more of them than anybody has."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from almanac.timetable.domain.checks import MAX_EXCEPTIONS
from almanac.timetable.domain.importing_plan import There, plan_import
from almanac.timetable.domain.importing_singles import MAX_AT_ONCE
from almanac.timetable.domain.model import Routine
from tests.calendars.files import calendar, event, single_dates
from tests.timetable.imports import (
    TODAY,
    added,
    ids,
    new_routine,
    off,
    planned,
    read,
    reasons,
)

AT = ";TZID=Europe/Berlin:20261123T101500"
"""A Monday."""
MONDAY = date(2026, 11, 23)
WEEKLY = "RRULE:FREQ=WEEKLY"
WEEK = timedelta(days=7)


def weekly(subject: str = "Algebra", *more: str) -> str:
    return event(subject, AT, WEEKLY, *more, uid=subject)


def instead(of: date, starts: str, *more: str) -> str:
    """The date `of` of Algebra replaced by another start."""
    replaced = f"RECURRENCE-ID;TZID=Europe/Berlin:{of:%Y%m%d}T101500"
    return event("Algebra", f";TZID=Europe/Berlin:{starts}", replaced, *more, uid="Algebra")


def test_a_date_replaced_by_itself_is_not_moved() -> None:
    (only,) = planned(read(calendar(weekly(), instead(MONDAY, "20261123T101500")))).added
    assert (only.session.moves, only.session.cancellations) == ((), ())


def test_a_date_that_was_excluded_and_is_replaced_by_itself_takes_place() -> None:
    excluded = f"EXDATE;TZID=Europe/Berlin:{MONDAY + WEEK:%Y%m%d}T101500"
    data = calendar(weekly("Algebra", excluded), instead(MONDAY + WEEK, "20261130T101500"))
    (only,) = planned(read(data)).added
    assert off(only.session) == []


def test_the_last_word_on_a_date_counts() -> None:
    data = calendar(
        weekly(),
        instead(MONDAY, "20261124T140000"),
        instead(MONDAY, "20261125T150000"),
        instead(MONDAY + WEEK, "20261201T140000"),
        instead(MONDAY + WEEK, "20261130T101500"),
    )
    (only,) = planned(read(data)).added
    (move,) = only.session.moves
    assert (move.on, move.starts) == (date(2026, 11, 25), 15 * 60)


def test_more_dates_replaced_than_a_session_can_hold_are_left_out() -> None:
    moved = [
        instead(MONDAY + n * WEEK, f"{MONDAY + n * WEEK:%Y%m%d}T140000")
        for n in range(MAX_EXCEPTIONS + 5)
    ]
    (series,) = read(calendar(weekly(), *moved)).series
    plan = planned(read(calendar(weekly(), *moved)))
    assert len(series.moves) == MAX_EXCEPTIONS + 1
    assert "Algebra: too_many_dates" in reasons(plan.refused)


def test_dates_that_are_added_to_a_single_one_make_a_series_with_it() -> None:
    days = (MONDAY + WEEK, MONDAY + 2 * WEEK)
    more = ",".join(f"{day:%Y%m%d}T101500" for day in days)
    once = event("Algebra", AT, f"RDATE;TZID=Europe/Berlin:{more}", uid="a")
    plan = planned(read(calendar(once)))
    assert added(plan) == ["mon 10:15+90 Algebra"]
    assert (plan.routine.valid_from, plan.routine.valid_to) == (MONDAY, days[-1])


def test_a_day_that_is_added_is_at_the_time_of_the_event_and_a_time_at_its_own() -> None:
    once = event("Algebra", AT, "RDATE;VALUE=DATE:20261130", uid="a")
    assert added(planned(read(calendar(once)))) == ["mon 10:15+90 Algebra"]
    other = event("Algebra", AT, "RDATE;TZID=Europe/Berlin:20261130T110000", uid="a")
    assert reasons(planned(read(calendar(other))).refused) == ["Algebra: single_date"] * 2


def test_a_date_that_is_added_to_a_series_fills_a_gap_of_it() -> None:
    off_and_on = "EXDATE;TZID=Europe/Berlin:20261130T101500"
    added_on = "RDATE;TZID=Europe/Berlin:20261202T140000,20261207T101500"
    (only,) = planned(read(calendar(weekly("Algebra", off_and_on, added_on)))).added
    (move,) = only.session.moves
    assert (move.planned_on, move.on, move.starts) == (
        date(2026, 11, 30),
        date(2026, 12, 2),
        14 * 60,
    )


def test_a_holiday_that_is_over_is_left_out_unless_the_past_is_wanted() -> None:
    over = event("Autumn break", ";VALUE=DATE:20261012", length="P5D")
    assert reasons(read(calendar(over), holidays=True).refused) == ["Autumn break: over"]
    (holiday,) = read(calendar(over), holidays=True, past=True).holidays
    assert (holiday.first_on, holiday.last_on) == (date(2026, 10, 12), date(2026, 10, 16))
    ends_today = event("Strike", f";VALUE=DATE:{TODAY:%Y%m%d}", length="P1D")
    assert len(read(calendar(ends_today), holidays=True).holidays) == 1


def test_a_date_that_a_file_holds_twice_counts_once() -> None:
    days = ["20261123", "20261130", "20261130", "20261207"]
    plan = planned(read(single_dates("Logic", days)))
    assert (added(plan), off(plan.added[0].session)) == (["mon 10:15+90 Logic"], [])
    assert reasons(plan.refused) == ["Logic: repeated"]


@pytest.mark.parametrize(("weeks", "sessions"), [(6, 1), (7, 0), (8, 0)])
def test_dates_further_apart_than_a_rotation_are_no_rhythm(weeks: int, sessions: int) -> None:
    days = [f"{MONDAY + n * weeks * WEEK:%Y%m%d}" for n in range(4)]
    plan = planned(read(single_dates("Logic", days)))
    assert len(plan.added) == sessions
    assert reasons(plan.refused) == ([] if sessions else ["Logic: single_date"] * 4)


def test_only_so_many_missing_dates_of_a_week_wait_for_a_replacement() -> None:
    missing = "EXDATE;TZID=Europe/Berlin:"
    number = MAX_AT_ONCE + 2
    series = [
        event(
            "Algebra",
            f";TZID=Europe/Berlin:20261123T{8 + n // 4:02d}{15 * (n % 4):02d}00",
            WEEKLY,
            f"{missing}20261130T{8 + n // 4:02d}{15 * (n % 4):02d}00",
            uid=f"series {n}",
        )
        for n in range(number)
    ]
    singles = [
        event(
            "Algebra", f";TZID=Europe/Berlin:202612{2 + n // 20:02d}T{n % 20:02d}0000", uid=f"{n}"
        )
        for n in range(number)
    ]
    plan = planned(read(calendar(*series, *singles)))
    moved = [move for each in plan.added for move in each.session.moves]
    assert (len(plan.added), len(moved)) == (number, MAX_AT_ONCE)
    assert reasons(plan.refused) == ["Algebra: single_date"] * 2


def test_a_session_that_an_import_made_is_known_though_it_was_changed_since() -> None:
    timetable = read(calendar(weekly()))
    first = planned(timetable)
    (made,) = first.added
    assert made.key is not None
    renamed = replace(made.session, subject="Linear algebra", starts=14 * 60)
    routine = replace(first.routine, sessions=(renamed,))
    again = plan_import(timetable, routine, There([routine], {made.key: renamed}), ids())
    assert [(each.entry.subject, each.there) for each in again.present] == [("Algebra", renamed)]
    assert again.added == ()


def test_one_that_looks_alike_but_has_no_date_is_not_the_same() -> None:
    timetable = read(calendar(weekly()))
    made = planned(timetable).added[0].session
    # A Tuesday and a Wednesday hold no Monday.
    empty = Routine(
        UUID(int=6),
        TODAY,
        valid_from=date(2026, 11, 24),
        valid_to=date(2026, 11, 25),
        sessions=(replace(made, routine_id=UUID(int=6)),),
    )
    plan = plan_import(timetable, new_routine(timetable), There([empty], {}), ids())
    assert (len(plan.added), plan.present) == (1, ())
