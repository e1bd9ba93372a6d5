"""What cannot be: values that no timetable can hold, each with the field that is wrong.

A field is a path (`breaks/1/minutes`), so that whoever read the value can point into it. What can
be but meets something is a warning, not a fault. The notation of times and dates is whoever's reads
them; an unknown weekday is no `Weekday`.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.dates import is_planned, planned_dates
from almanac.timetable.domain.model import (
    DAY_MINUTES,
    Cancellation,
    CancelScope,
    Grid,
    Move,
    Routine,
    Session,
)

MAX_ROTATION_WEEKS = 6
MAX_BREAKS = 24
MAX_HOLIDAYS = 200
MAX_EXCEPTIONS = 200
"""Cancellations of a session, and moves."""
MAX_EXCEPTIONS_OF_ALL = 5_000
"""Both together of all sessions of a person: each is read for every week, hour and calendar."""
MAX_RANGE_DAYS = 3653
"""Longest holiday and longest range of a cancellation: ten years."""


class Fault(NamedTuple):
    """A field that cannot be as it is: its path, a code, a sentence."""

    field: str
    code: str
    detail: str


def grid_faults(grid: Grid) -> list[Fault]:
    """Faults of the day's bounds, the slot, the breaks and the hidden days."""
    faults = [
        *_within("day_starts", grid.day_starts, 0, DAY_MINUTES - 1),
        *_within("day_ends", grid.day_ends, 1, DAY_MINUTES),
        *_within("session_minutes", grid.session_minutes, 1, DAY_MINUTES),
    ]
    if grid.day_ends <= grid.day_starts:
        faults.append(Fault("day_ends", "ends_before_start", "The day must end after it starts"))
    if len(grid.hidden_days) == len(Weekday):
        faults.append(Fault("hidden_days", "all_days_hidden", "At least one day must be shown"))
    if len(grid.breaks) > MAX_BREAKS:
        faults.append(Fault("breaks", "too_many", f"There can be at most {MAX_BREAKS} breaks"))
    for number, pause in enumerate(grid.breaks):
        faults += _within(f"breaks/{number}/starts", pause.starts, 0, DAY_MINUTES - 1)
        faults += _within(f"breaks/{number}/minutes", pause.minutes, 0, DAY_MINUTES)
    return faults


def routine_faults(routine: Routine) -> list[Fault]:
    """Faults of the grid, the rotation, the validity and the holidays; sessions have their own."""
    faults = grid_faults(routine.grid)
    faults += _within("rotation_weeks", routine.rotation_weeks, 1, MAX_ROTATION_WEEKS)
    if routine.ends_on < routine.starts_on:
        detail = "The last day cannot lie before the first"
        faults.append(Fault("valid_to", "ends_before_start", detail))
    if len(routine.holidays) > MAX_HOLIDAYS:
        detail = f"There can be at most {MAX_HOLIDAYS} holidays"
        faults.append(Fault("holidays", "too_many", detail))
    for number, holiday in enumerate(routine.holidays):
        faults += _span_faults(f"holidays/{number}/last_on", holiday.first_on, holiday.last_on)
    return faults


def session_faults(session: Session) -> list[Fault]:
    """Faults of the time and the week of the rotation.

    A week that this routine's rotation does not have is a warning: the rotation may grow.
    """
    faults = [*_time_faults(session.starts, session.minutes)]
    if session.week is not None:
        faults += _within("week", session.week, 1, MAX_ROTATION_WEEKS)
    return faults


def cancellation_faults(
    session: Session, routine: Routine, cancellation: Cancellation
) -> list[Fault]:
    """Faults of a cancellation: its dates, and that it would cancel nothing.

    A range may reach what was moved into it.
    """
    if cancellation.scope is CancelScope.SERIES:
        return []
    first, last = cancellation.first_on, cancellation.last_on
    if first is None or last is None:
        field = "first_on" if first is None else "last_on"
        return [Fault(field, "required", "Say which days are cancelled")]
    if cancellation.scope is CancelScope.DATE:
        return _unplanned("first_on", session, routine, first)
    faults = [*_span_faults("last_on", first, last)]
    moved_in = any(first <= move.on <= last for move in session.moves)
    if not faults and not moved_in and not planned_dates(session, routine, first, last):
        faults.append(Fault("first_on", "no_session", "The session is on none of these days"))
    return faults


def move_faults(session: Session, routine: Routine, move: Move) -> list[Fault]:
    """Faults of a move. Where it goes is free: a holiday, another week, past the last day."""
    return [
        *_unplanned("planned_on", session, routine, move.planned_on),
        *_time_faults(move.starts, move.minutes),
    ]


def _unplanned(field: str, session: Session, routine: Routine, day: date) -> list[Fault]:
    if is_planned(session, routine, day):
        return []
    return [Fault(field, "no_session", "The session is not on this day")]


def _time_faults(starts: int, minutes: int) -> Iterator[Fault]:
    yield from _within("starts", starts, 0, DAY_MINUTES - 1)
    yield from _within("minutes", minutes, 1, DAY_MINUTES)


def _span_faults(field: str, first: date, last: date) -> Iterator[Fault]:
    if last < first:
        yield Fault(field, "ends_before_start", "The last day cannot lie before the first")
    elif (last - first).days >= MAX_RANGE_DAYS:
        yield Fault(field, "too_long", f"This can last at most {MAX_RANGE_DAYS} days")


def _within(field: str, value: int, lowest: int, highest: int) -> Iterator[Fault]:
    if not lowest <= value <= highest:
        yield Fault(field, "out_of_range", f"Must be from {lowest} to {highest}")
