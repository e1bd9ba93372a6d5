"""Routines and sessions that tests of the timetable draw from, and short ways to write them."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.changes import cancel, move_date
from almanac.timetable.domain.dates import planned_dates
from almanac.timetable.domain.model import (
    Break,
    Cancellation,
    CancelScope,
    Grid,
    Holiday,
    Move,
    Routine,
    Session,
    Stretch,
)

MON, TUE, WED, THU, FRI, SAT, SUN = Weekday
MONDAY = date(2026, 3, 2)
"""Created on, in these tests: a Monday."""
SERIES = Cancellation(CancelScope.SERIES, reason="ill")


def session(number: int = 1, weekday: Weekday = MON, *, routine: int = 1, **fields: Any) -> Session:
    """A session of 60 minutes at 09:00 unless said otherwise."""
    values = {"starts": 540, "minutes": 60, **fields}
    return Session(id=UUID(int=number), routine_id=UUID(int=routine), weekday=weekday, **values)


def routine(*sessions: Session, number: int = 1, **fields: Any) -> Routine:
    return Routine(id=UUID(int=number), sessions=sessions, **{"created_on": MONDAY, **fields})


def on(text: str) -> date:
    return date.fromisoformat(text)


def date_off(day: date, reason: str = "") -> Cancellation:
    return Cancellation(CancelScope.DATE, day, day, reason)


def range_off(first: date, last: date, reason: str = "") -> Cancellation:
    return Cancellation(CancelScope.RANGE, first, last, reason)


FIRST, LAST = date(2026, 11, 20), date(2027, 2, 10)
days = st.dates(FIRST, LAST)
"""Twelve weeks with the end of a year, one of 53 weeks, in them."""
minutes_of_day = st.integers(0, 1439)
lengths = st.one_of(st.integers(1, 1440), st.sampled_from([1, 45, 1440]))
stretches = st.builds(lambda at, length: Stretch(at, at + length), minutes_of_day, lengths)
weekdays = st.sampled_from(Weekday)


@st.composite
def spans(draw: st.DrawFn) -> tuple[date, date]:
    first = draw(days)
    return first, first + timedelta(days=draw(st.integers(0, 40)))


breaks = st.builds(Break, minutes_of_day, st.one_of(st.just(0), st.integers(0, 1440)))
holidays = st.builds(
    lambda span, name: Holiday(span[0], span[1], name), spans(), st.sampled_from("ab")
)
ranges_off = st.builds(
    lambda span, reason: range_off(span[0], span[1], reason), spans(), st.just("trip")
)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    starts = draw(st.integers(0, 1439))
    return Grid(
        day_starts=starts,
        day_ends=draw(st.one_of(st.integers(starts + 1, 1440), st.just(1440))),
        hidden_days=draw(st.frozensets(weekdays, max_size=6)),
        session_minutes=draw(st.one_of(lengths, st.just(1))),
        breaks=tuple(draw(st.lists(breaks, max_size=6))),
    )


@st.composite
def sessions(draw: st.DrawFn, number: int = 1, of: int = 1) -> Session:
    """A pattern, with a week that the rotation may not have."""
    return session(
        number,
        draw(weekdays),
        routine=of,
        starts=draw(minutes_of_day),
        minutes=draw(lengths),
        week=draw(st.one_of(st.none(), st.integers(1, 6))),
        location=draw(st.sampled_from(["", "Hall", " hall ", "Lab"])),
    )


@st.composite
def routines(draw: st.DrawFn, number: int = 1, most: int = 1) -> Routine:
    count = draw(st.integers(1, most))
    valid_from = draw(st.one_of(st.none(), days))
    return Routine(
        id=UUID(int=number),
        created_on=draw(days),
        rotation_weeks=draw(st.integers(1, 6)),
        week_start=draw(weekdays),
        valid_from=valid_from,
        valid_to=draw(st.one_of(st.none(), days)),
        holidays=tuple(draw(st.lists(holidays, max_size=2))),
        sessions=tuple(draw(sessions(100 * number + n, number)) for n in range(count)),
    )


@st.composite
def troubled(draw: st.DrawFn) -> tuple[Session, Routine]:
    """A session with exceptions of every kind, many on dates that it has, in its routine."""
    within = draw(routines())
    of = within.sessions[0]
    planned = planned_dates(of, within, FIRST, LAST)
    own = st.one_of(st.sampled_from(planned), days) if planned else days
    off = st.one_of(st.builds(date_off, own, st.sampled_from(["ill", ""])), ranges_off)
    moved = st.builds(Move, own, own, minutes_of_day, lengths, st.sampled_from([None, "Hall"]))
    for cancelled in draw(st.lists(off, max_size=3)):
        of = cancel(of, cancelled)
    for move in draw(st.lists(moved, max_size=3)):
        of = move_date(of, move)
    if draw(st.integers(0, 7)) == 0:
        of = cancel(of, SERIES)
    return of, replace(within, sessions=(of,))
