"""How often and how long sessions are held, and on which of a person's days."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from almanac.timetable.domain.days import day_occurrences, day_of
from almanac.timetable.domain.held import held
from almanac.timetable.domain.model import Holiday, Move, Occurrence, Routine, Session
from almanac.timetable.domain.occurrences import occurrences
from tests.timetable.weeks import (
    FIRST,
    LAST,
    SERIES,
    THU,
    date_off,
    days,
    on,
    range_off,
    routine,
    session,
    spans,
    troubled,
)

DAY = timedelta(days=1)
day_starts = st.sampled_from([0, 240, 720])


def by_hand(of: Session, within: Routine, first: date, last: date, start: int) -> list[Occurrence]:
    """What is held on the person's days, each date of the calendar judged by itself."""
    return [
        each
        for each in occurrences(of, within, first, last + DAY)
        if each.takes_place and first <= day_of(each.on, each.starts, start) <= last
    ]


@given(troubled(), spans(), day_starts)
def test_what_is_held_is_what_the_days_show_one_by_one(
    of: tuple[Session, Routine], span: tuple[date, date], day_start: int
) -> None:
    counted = held(*of, *span, day_start)
    expected = by_hand(*of, *span, day_start)
    assert counted.count == len(expected)
    assert counted.minutes == sum(each.minutes for each in expected)
    assert sorted(counted.dates(day_start)) == sorted(
        (each.planned_on, day_of(each.on, each.starts, day_start), each.minutes)
        for each in expected
    )


@given(troubled(), days, day_starts)
def test_what_is_held_before_a_day_and_from_it_on_is_all(
    of: tuple[Session, Routine], day: date, day_start: int
) -> None:
    before, after = held(*of, FIRST, day - DAY, day_start), held(*of, day, LAST, day_start)
    whole = held(*of, FIRST, LAST, day_start)
    assert before.count + after.count == whole.count
    assert before.minutes + after.minutes == whole.minutes


@given(troubled(), days, day_starts)
def test_a_day_shows_each_of_its_own_and_what_runs_on_into_it(
    of: tuple[Session, Routine], day: date, day_start: int
) -> None:
    shown = day_occurrences([of[1]], day, day_start)
    own = [each.occurrence for each in shown if not each.is_running_on]
    assert [each for each in own if each.takes_place] == by_hand(*of, day, day, day_start)
    for each in shown:
        assert each.minute == (each.occurrence.on - day).days * 1440 + each.occurrence.starts
        if each.is_running_on:
            assert each.minute < day_start < each.minute + each.occurrence.minutes
        else:
            assert day_start <= each.minute < day_start + 1440


def test_ten_years_cost_as_much_as_their_exceptions() -> None:
    of = session(1, THU, cancellations=(date_off(on("2026-03-12")),))
    of = replace(of, moves=(Move(on("2026-03-19"), on("2026-03-20"), 600, 30),))
    within = routine(of, holidays=(Holiday(on("2026-03-26"), on("2026-04-08")),))
    found = held(of, within, on("2026-03-01"), on("2036-03-01"), 0)
    assert len(found.as_planned) == 2
    # 522 Thursdays: one cancelled, one moved, two of the holiday.
    assert [len(days) for days in found.as_planned] == [1, 517]
    assert found.minutes == 518 * 60 + 30


def test_a_cancelled_series_and_days_that_are_none_hold_nothing() -> None:
    of = session(1, THU)
    assert held(of, routine(of), on("2026-03-10"), on("2026-03-09"), 0).count == 0
    cancelled = replace(of, cancellations=(SERIES,))
    assert held(cancelled, routine(cancelled), on("2026-03-01"), on("2026-03-31"), 0).count == 0


def test_overlapping_ranges_are_taken_off_once() -> None:
    off = (
        range_off(on("2026-03-05"), on("2026-03-19")),
        range_off(on("2026-03-12"), on("2026-03-26")),
    )
    of = session(1, THU, cancellations=off)
    found = held(of, routine(of), on("2026-03-01"), on("2026-04-30"), 0)
    assert [each.planned_on.isoformat() for each in found.dates(0)] == [
        "2026-04-02",
        "2026-04-09",
        "2026-04-16",
        "2026-04-23",
        "2026-04-30",
    ]
