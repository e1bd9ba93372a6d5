"""Between rows of the timetable and the values that the rules work on."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row

from almanac.schedules.rules import Weekday
from almanac.timetable import models
from almanac.timetable.domain.model import (
    Break,
    Cancellation,
    CancelScope,
    Grid,
    Holiday,
    Move,
    Routine,
    Session,
)


def routine_of(
    row: models.Routine | Row[Any], sessions: Iterable[Session], week_start: Weekday
) -> Routine:
    """A routine as the rules read it, by the person's present weeks."""
    return Routine(
        id=row.id,
        created_on=row.created_on,
        name=row.name,
        grid=Grid(
            day_starts=row.day_starts,
            day_ends=row.day_ends,
            hidden_days=frozenset(Weekday(day) for day in row.hidden_days),
            session_minutes=row.session_minutes,
            breaks=tuple(Break(each["starts"], each["minutes"]) for each in row.breaks),
        ),
        rotation_weeks=row.rotation_weeks,
        week_start=week_start,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        holidays=holidays_of(row.holidays),
        sessions=tuple(sessions),
    )


def holidays_of(written: Iterable[dict[str, str]]) -> tuple[Holiday, ...]:
    """Holidays as the column holds them."""
    return tuple(
        Holiday(_day(each["first_on"]), _day(each["last_on"]), each["name"]) for each in written
    )


def session_of(row: models.Session | Row[Any]) -> Session:
    """A session with its exceptions as the rules read it."""
    return Session(
        id=row.id,
        routine_id=row.routine_id,
        weekday=row.weekday,
        starts=row.starts,
        minutes=row.minutes,
        week=row.week,
        kind=row.kind,
        subject=row.subject,
        location=row.location,
        note=row.note,
        color=row.color,
        theme_id=row.theme_id,
        cancellations=tuple(_cancellation_of(each) for each in row.cancellations),
        moves=tuple(_move_of(each) for each in row.moves),
    )


def routine_values(routine: Routine) -> dict[str, Any]:
    """What a routine is as its columns hold it."""
    grid = routine.grid
    return {
        "name": routine.name,
        "day_starts": grid.day_starts,
        "day_ends": grid.day_ends,
        "hidden_days": [day.value for day in Weekday if day in grid.hidden_days],
        "session_minutes": grid.session_minutes,
        "breaks": [{"starts": each.starts, "minutes": each.minutes} for each in grid.breaks],
        "holidays": [
            {
                "first_on": each.first_on.isoformat(),
                "last_on": each.last_on.isoformat(),
                "name": each.name,
            }
            for each in routine.holidays
        ],
        "valid_from": routine.valid_from,
        "valid_to": routine.valid_to,
        "rotation_weeks": routine.rotation_weeks,
        "created_on": routine.created_on,
    }


def session_values(session: Session) -> dict[str, Any]:
    """What a session is as its columns hold it, its exceptions too; its theme is left out."""
    return {
        "kind": session.kind,
        "weekday": session.weekday,
        "week": session.week,
        "starts": session.starts,
        "minutes": session.minutes,
        "subject": session.subject,
        "location": session.location,
        "note": session.note,
        "color": session.color,
        **exception_values(session),
    }


def exception_values(session: Session) -> dict[str, list[dict[str, Any]]]:
    """The exceptions of a session as its columns hold them."""
    return {
        "cancellations": [
            {
                "scope": each.scope.value,
                "first_on": each.first_on and each.first_on.isoformat(),
                "last_on": each.last_on and each.last_on.isoformat(),
                "reason": each.reason,
            }
            for each in session.cancellations
        ],
        "moves": [
            {
                "planned_on": each.planned_on.isoformat(),
                "on": each.on.isoformat(),
                "starts": each.starts,
                "minutes": each.minutes,
                "location": each.location,
            }
            for each in session.moves
        ],
    }


def write(row: models.Routine | models.Session, values: Mapping[str, Any]) -> set[str]:
    """Give a row new values and answer the names of those that changed."""
    changed = {name for name, value in values.items() if getattr(row, name) != value}
    for name in changed:
        setattr(row, name, values[name])
    return changed


def _cancellation_of(written: dict[str, Any]) -> Cancellation:
    first, last = written["first_on"], written["last_on"]
    return Cancellation(
        CancelScope(written["scope"]),
        None if first is None else _day(first),
        None if last is None else _day(last),
        written["reason"],
    )


def _move_of(written: dict[str, Any]) -> Move:
    return Move(
        _day(written["planned_on"]),
        _day(written["on"]),
        written["starts"],
        written["minutes"],
        written["location"],
    )


_day = date.fromisoformat
