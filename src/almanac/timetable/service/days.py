"""The sessions of a person near some days as values, with what was ticked: one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.model import Holiday, Routine
from almanac.timetable.queries.days import Near, list_sessions_near
from almanac.timetable.service.values import holidays_of, session_of

_DAY = timedelta(days=1)
_WEEK = tuple(Weekday)

Ticked = frozenset[tuple[UUID, date]]
"""What was ticked: sessions with their planned dates."""


@dataclass(frozen=True, slots=True)
class NearDays:
    """Routines in order with the sessions that may matter to some days."""

    routines: Sequence[Routine]
    ticked: Ticked


async def load_near(
    session: AsyncSession,
    user_id: UUID,
    first: date,
    last: date,
    *,
    week_start: Weekday,
    tasks_only: bool = False,
    with_ticks: bool = True,
) -> NearDays:
    """What the person's days from `first` to `last` need, whatever their day start.

    A day reaches into the next date of the calendar, and the day before reaches into it.
    """
    first, last = first - _DAY, last + _DAY
    number = min((last - first).days + 1, 7)
    weekdays = {_WEEK[(first + n * _DAY).weekday()] for n in range(number)}
    near = Near(first, last, weekdays, tasks_only, with_ticks)
    rows = await list_sessions_near(session, user_id, near)
    by_routine = groupby(rows, key=lambda row: row.routine_id)
    return NearDays(
        [_routine(list(own), week_start) for _, own in by_routine],
        frozenset(
            (row.id, date.fromisoformat(day))
            for row in rows
            if row.ticked
            for day in row.ticked.split(",")
        ),
    )


def _routine(rows: Sequence[Row[Any]], week_start: Weekday) -> Routine:
    row = rows[0]
    return Routine(
        id=row.routine_id,
        created_on=row.created_on,
        name=row.name,
        rotation_weeks=row.rotation_weeks,
        week_start=week_start,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        holidays=_holidays(rows),
        sessions=tuple(session_of(each) for each in rows),
    )


def _holidays(rows: Sequence[Row[Any]]) -> tuple[Holiday, ...]:
    """The one row of a routine that has them is not always its first."""
    return next(holidays_of(row.holidays) for row in rows if row.holidays is not None)
