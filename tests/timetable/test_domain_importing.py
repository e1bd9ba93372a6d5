"""Calendars become weekly sessions, and what is none is left out with a reason."""

from dataclasses import replace
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.importing_plan import There, plan_import
from almanac.timetable.domain.model import Break, Grid, Routine, Session
from almanac.timetable.domain.occurrences import routine_occurrences
from tests.calendars.files import calendar, event, sample, single_dates
from tests.timetable.imports import (
    TODAY,
    added,
    ids,
    new_routine,
    off,
    planned,
    ranges,
    read,
    reasons,
)

AT = ";TZID=Europe/Berlin:20261123T101500"
"""A Monday."""


def rule(text: str, *more: str, starts: str = AT) -> bytes:
    return calendar(event("Algebra", starts, f"RRULE:{text}", *more, uid="a"))


def test_a_calendar_of_google() -> None:
    plan = planned(read(sample("google")))
    assert added(plan) == [
        "mon 10:15+90 Analysis I (Lecture hall 2)",
        "wed 10:15+90 Analysis I (Lecture hall 2)",
    ]
    monday, wednesday = (each.session for each in plan.added)
    assert (off(monday), off(wednesday)) == (["12-21"], ["11-25", "12-23"])
    (move,) = monday.moves
    assert (move.planned_on, move.on) == (date(2026, 11, 16), date(2026, 11, 17))
    assert (move.starts, move.location) == (14 * 60, "Room 17")
    assert reasons(plan.refused) == ["Christmas holidays: all_day", "Dentist: single_date"]
    assert (plan.routine.valid_from, plan.routine.valid_to) == (
        date(2026, 10, 5),
        date(2027, 2, 10),
    )
    assert plan.routine.rotation_weeks == 1


def test_a_calendar_of_outlook_goes_into_weeks_of_a_rotation() -> None:
    plan = planned(read(sample("outlook")))
    # Eleven o'clock in that office is five in the afternoon in Berlin on the first date.
    assert added(plan) == [
        "1/tue 08:15+90 Übung Physik (Raum 3.14; Altbau)",
        "wed 17:00+45 Call",
    ]
    exercise = plan.added[0].session
    assert (plan.routine.rotation_weeks, off(exercise)) == (2, ["12-01", "12-15"])
    # Ten calls are over in December; the exercise goes on into January.
    assert ranges(plan.added[1].session) == ["2026-12-10 to 2027-01-26"]


def test_a_calendar_of_apple() -> None:
    plan = planned(read(sample("apple")))
    assert added(plan)[:5] == [
        f"{day} 07:45+45 Morning circle" for day in ("mon", "tue", "wed", "thu", "fri")
    ]
    assert added(plan)[5:] == ["1/tue 15:00+60 Choir (Gym hall\nBack entrance)"]
    assert (plan.routine.rotation_weeks, plan.routine.valid_to) == (3, None)
    assert reasons(plan.refused) == ["Birthday: all_day"]


def test_a_calendar_of_a_university() -> None:
    plan = planned(read(sample("campus")))
    assert added(plan) == [
        "tue 12:15+90 Werkstoffkunde (Gebäude 11 (Hörsaal 9))",
        "1/thu 08:15+90 Mathematik für Ingenieure (Gebäude 11 (Hörsaal 7))",
    ]
    assert off(plan.added[0].session) == ["12-29", "01-05"]


@pytest.mark.parametrize("name", ["google", "outlook", "apple", "campus"])
@pytest.mark.parametrize("week_start", Weekday)
def test_the_dates_of_the_sessions_are_those_of_the_calendar(
    name: str, week_start: Weekday
) -> None:
    timetable = read(sample(name))
    routine = new_routine(timetable, week_start=week_start)
    plan = plan_import(timetable, routine, There([], {}), ids())
    for series in timetable.series:
        mine = {each.session.id for each in plan.added if each.entry == series.entry}
        first, last = date(2026, 9, 1), date(2027, 3, 1)
        days = (date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1))
        moved = {move.planned_on for move in series.moves}
        expected = [d for d in days if series.plans(d) and d not in series.cancelled | moved]
        found = [
            each.on
            for each in routine_occurrences(plan.routine, first, last)
            if each.session.id in mine and each.session.weekday is series.weekday
            if each.state == "planned"
        ]
        assert found == expected


@pytest.mark.parametrize(
    ("text", "sessions"),
    [
        ("FREQ=WEEKLY", ["mon"]),
        ("FREQ=WEEKLY;BYDAY=WE,MO,FR", ["mon", "wed", "fri"]),
        ("FREQ=WEEKLY;BYDAY=TU", ["tue"]),
        ("FREQ=DAILY", ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]),
        ("FREQ=DAILY;BYDAY=MO,TU", ["mon", "tue"]),
        ("FREQ=DAILY;INTERVAL=7", ["mon"]),
        ("FREQ=DAILY;INTERVAL=14", ["mon"]),
        ("FREQ=DAILY;COUNT=3", []),
        ("FREQ=WEEKLY;COUNT=1000000", ["mon"]),
        ("FREQ=WEEKLY;UNTIL=99991231T235959Z", ["mon"]),
    ],
)
def test_rules_that_come_weekly_are_sessions(text: str, sessions: list[str]) -> None:
    assert [each.session.weekday for each in planned(read(rule(text))).added] == sessions


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("FREQ=SECONDLY", "sub_daily"),
        ("FREQ=MINUTELY;INTERVAL=10080", "sub_daily"),
        ("FREQ=HOURLY;COUNT=2", "sub_daily"),
        ("FREQ=DAILY;INTERVAL=2", "not_weekly"),
        ("FREQ=MONTHLY;BYDAY=1MO", "not_weekly"),
        ("FREQ=YEARLY", "not_weekly"),
        ("FREQ=WEEKLY;INTERVAL=7", "interval_too_long"),
        ("FREQ=WEEKLY;INTERVAL=2147483647", "interval_too_long"),
        ("FREQ=WEEKLY;BYSETPOS=1", "unsupported_rule"),
        ("FREQ=WEEKLY;BYDAY=1MO", "unsupported_rule"),
        ("FREQ=WEEKLY;BYHOUR=8,9,10", "unsupported_rule"),
        ("FREQ=WEEKLY;UNTIL=20261101", "no_date"),
        ("FREQ=WEEKLY;COUNT=1", "single_date"),
        ("FREQ=WEEKLY;BYDAY=XX", "unreadable_rule"),
    ],
)
def test_rules_that_do_not_are_left_out_with_a_reason(text: str, reason: str) -> None:
    plan = planned(read(rule(text)))
    assert (plan.added, reasons(plan.refused)) == ((), [f"Algebra: {reason}"])


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("COUNT=3", "2026-12-07"),
        ("UNTIL=20261207", "2026-12-07"),
        ("UNTIL=20261207T091500Z", "2026-12-07"),
        ("UNTIL=20261207T091459Z", "2026-11-30"),
        ("UNTIL=20261207T101500", "2026-12-07"),
        ("COUNT=9;INTERVAL=2;UNTIL=20261221", "2026-12-21"),
        ("BYDAY=MO,WE,FR;COUNT=8", "2026-12-09"),
    ],
)
def test_the_end_of_a_rule_is_the_end_of_the_routine(text: str, last: str) -> None:
    plan = planned(read(rule(f"FREQ=WEEKLY;{text}")))
    assert str(plan.routine.valid_to) == last


def test_weeks_are_counted_as_the_rule_has_them() -> None:
    # RFC 5545's own example: Tuesday, 5 August 1997, every other week on Tuesday and Sunday.
    starts = ":19970805T090000"
    text = "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST="
    for week_start, sunday in (("MO", date(1997, 8, 10)), ("SU", date(1997, 8, 17))):
        timetable = read(rule(f"{text}{week_start}", starts=starts), past=True)
        assert sunday in {each.first_on for each in timetable.series}


def test_lectures_that_are_single_events_are_one_session() -> None:
    days = ["20261026", "20261102", "20261109", "20261116", "20261123", "20261207", "20261214"]
    plan = planned(read(single_dates("Logic", days, "LOCATION:H1")))
    assert added(plan) == ["mon 10:15+90 Logic (H1)"]
    session = plan.added[0].session
    assert (off(session), plan.refused) == (["11-30"], ())
    assert (plan.routine.valid_from, plan.routine.valid_to) == (
        date(2026, 10, 26),
        date(2026, 12, 14),
    )


def test_lectures_of_every_second_week_are_in_the_weeks_of_a_rotation() -> None:
    week_a = ["20261102", "20261116", "20261130", "20261228"]
    week_b = ["20261109", "20261123", "20261207"]
    data = single_dates("Logic", week_a) + single_dates("Rhetoric", week_b)
    plan = planned(read(data))
    assert added(plan) == ["1/mon 10:15+90 Logic", "2/mon 10:15+90 Rhetoric"]
    assert (off(plan.added[0].session), plan.routine.rotation_weeks) == (["12-14"], 2)


def test_one_that_is_off_is_cancelled_and_its_replacement_is_that_date_moved() -> None:
    days = ["20261102", "20261109", "20261116", "20261130"]
    weekly = single_dates("Logic", days)
    instead = calendar(
        event("Logic", ":20261125T140000", "LOCATION:H7", uid="x"),
        event("Logic (fällt aus)", AT.replace("1123", "1207"), uid="y"),
        event("Logic", AT.replace("1123", "1214"), uid="z"),
        event("Exam", ":20270301T090000", uid="e"),
    )
    plan = planned(read(weekly + instead))
    (only,) = plan.added
    (move,) = only.session.moves
    assert (str(move.planned_on), str(move.on), move.starts, move.location) == (
        "2026-11-23",
        "2026-11-25",
        14 * 60,
        "H7",
    )
    assert off(only.session) == ["12-07"]
    assert reasons(plan.refused) == ["Exam: single_date"]


def test_another_room_on_one_date_is_that_date_moved_to_it() -> None:
    days = ["20261102", "20261109", "20261116", "20261123"]
    data = single_dates("Logic", days, "LOCATION:H1").replace(b"H1", b"H2", 1)
    (only,) = planned(read(data)).added
    (move,) = only.session.moves
    assert (only.session.location, move.planned_on, move.on, move.location) == (
        "H1",
        date(2026, 11, 2),
        date(2026, 11, 2),
        "H2",
    )


def test_dates_without_a_rhythm_are_left_out_each() -> None:
    days = ["20261102", "20261214", "20270201"]
    plan = planned(read(single_dates("Block", days)))
    assert reasons(plan.refused) == ["Block: single_date"] * 3


def test_the_same_lecture_of_another_semester_is_another_one() -> None:
    before = ["20251027", "20251103", "20251110", "20251117"]
    now = ["20261102", "20261109", "20261116", "20261123"]
    plan = planned(read(single_dates("Logic", [*before, *now])))
    assert (len(plan.added), plan.routine.valid_from) == (1, date(2026, 11, 2))
    assert reasons(plan.refused) == ["Logic: over"]
    both = planned(read(single_dates("Logic", [*before, *now]), past=True))
    # One session that pauses from one semester to the next.
    assert [ranges(each.session) for each in both.added] == [["2025-11-18 to 2026-11-01"]]


def test_what_is_over_is_left_out_unless_it_is_wanted() -> None:
    data = rule("FREQ=WEEKLY;COUNT=5", starts=":20260302T100000")
    assert reasons(planned(read(data)).refused) == ["Algebra: over"]
    assert added(planned(read(data, past=True))) == ["mon 10:00+90 Algebra"]


def test_pieces_of_one_series_are_one_session_and_copies_count_once() -> None:
    until = event("A", AT, "RRULE:FREQ=WEEKLY;UNTIL=20261207", uid="1")
    later = event("A", AT.replace("1123", "1221"), "RRULE:FREQ=WEEKLY;COUNT=3", uid="1_R")
    plan = planned(read(calendar(until, later, until)))
    assert added(plan) == ["mon 10:15+90 A"]
    assert ranges(plan.added[0].session) == ["2026-12-08 to 2026-12-20"]
    assert reasons(plan.refused) == ["A: repeated"]


def test_rhythms_that_go_into_no_rotation_are_left_out() -> None:
    rhythms = (2, 3, 4, 5, 6)
    parts = [
        event(f"Every {n}", AT, f"RRULE:FREQ=WEEKLY;INTERVAL={n}", uid=str(n)) for n in rhythms
    ]
    plan = planned(read(calendar(*parts)))
    assert plan.routine.rotation_weeks == 6
    assert [each.session.week for each in plan.added if each.entry.uid == "2"] == [1, 3, 5]
    assert reasons(plan.refused) == ["Every 4: rotation", "Every 5: rotation"]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (event("", AT), "no_subject"),
        (event("A", AT, length="PT0S"), "no_length"),
        (event("A", AT, length="P2D"), "too_long"),
        (event("A", AT, "STATUS:CANCELLED"), "cancelled"),
        (event("A", AT, "RRULE:FREQ=WEEKLY", "STATUS:CANCELLED"), "cancelled"),
        (event("A", ";VALUE=DATE:20261224", length="P1D"), "all_day"),
        (event("A", AT, "RECURRENCE-ID;RANGE=THISANDFUTURE:20261123T101500"), "unsupported_rule"),
    ],
)
def test_events_that_are_no_sessions_say_why(lines: str, reason: str) -> None:
    plan = planned(read(calendar(lines)))
    assert (len(plan.added), [each.reason for each in plan.refused]) == (0, [reason])


def test_days_without_a_time_become_holidays_when_that_is_wanted() -> None:
    timetable = read(sample("google"), holidays=True)
    (holiday,) = new_routine(timetable).holidays
    assert (holiday.first_on, holiday.last_on) == (date(2026, 12, 24), date(2027, 1, 6))
    assert holiday.name == "Christmas holidays"


def test_a_date_of_the_other_side_of_midnight_is_on_the_persons_weekday() -> None:
    data = rule("FREQ=WEEKLY;BYDAY=MO,WE", "EXDATE:20261201T060000Z", starts=":20261124T060000Z")
    plan = planned(read(data, zone=ZoneInfo("America/Los_Angeles")))
    assert added(plan) == ["tue 22:00+90 Algebra", "sun 22:00+90 Algebra"]
    assert plan.added[0].session.starts == 22 * 60


ROUTINE = Routine(
    id=UUID(int=7),
    created_on=TODAY,
    grid=Grid(breaks=(Break(11 * 60, 30),)),
    sessions=(
        Session(UUID(int=8), UUID(int=7), Weekday.MON, 10 * 60, 60, subject="Sport"),
        Session(UUID(int=9), UUID(int=7), Weekday.MON, 615, 90, subject=" algebra "),
    ),
)


def test_what_is_there_is_not_added_and_what_is_met_is_told() -> None:
    two = calendar(
        event("Algebra", AT, "RRULE:FREQ=WEEKLY", uid="a"),
        event("Logic", AT, "RRULE:FREQ=WEEKLY", uid="b"),
        event("Logic", AT, "RRULE:FREQ=WEEKLY;INTERVAL=2", uid="c"),
    )
    plan = planned(read(two), ROUTINE)
    assert [(each.entry.subject, each.there.id.int) for each in plan.present] == [("Algebra", 9)]
    (logic,) = plan.added
    met = [(each.code, each.session and each.session.subject) for each in logic.warnings]
    assert met == [("in_break", None), ("overlaps", "Sport"), ("overlaps", " algebra ")]
    assert reasons(plan.refused) == ["Logic: rotation"]


def test_a_routine_that_is_over_has_no_room() -> None:
    over = Routine(UUID(int=7), TODAY, valid_from=date(2026, 1, 1), valid_to=date(2026, 3, 1))
    plan = planned(read(rule("FREQ=WEEKLY")), over)
    assert reasons(plan.refused) == ["Algebra: outside_routine"]


def test_the_same_file_again_finds_everything_in_the_routine_it_made() -> None:
    timetable = read(sample("google"))
    first = planned(timetable)
    other = replace(new_routine(timetable), id=UUID(int=6))
    again = plan_import(timetable, other, There([first.routine], {}), ids())
    assert (again.added, len(again.present)) == ((), 2)


def test_a_lecture_that_goes_on_next_term_is_another_session() -> None:
    timetable = read(
        calendar(
            event("Early", ":20261116T080000", "RRULE:FREQ=WEEKLY", uid="e"),
            event(" algebra ", AT, "RRULE:FREQ=WEEKLY", uid="a"),
        )
    )
    new = replace(new_routine(timetable), id=UUID(int=6))
    for last, is_there in ((date(2026, 11, 22), False), (date(2026, 11, 23), True)):
        old = replace(ROUTINE, valid_from=date(2026, 9, 1), valid_to=last)
        plan = plan_import(timetable, new, There([old], {}), ids())
        assert bool(plan.present) is is_there


def test_a_file_holds_five_hundred_sessions_at_most() -> None:
    parts = [
        event(f"S{n}", f":2026112{3 + n % 7}T101500", "RRULE:FREQ=WEEKLY", uid=str(n))
        for n in range(510)
    ]
    plan = planned(read(calendar(*parts)))
    assert (len(plan.added), len(plan.refused)) == (500, 10)
    assert {each.reason for each in plan.refused} == {"too_many_sessions"}
