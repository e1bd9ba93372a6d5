"""The sessions that days may show, with their routines and what was ticked of them: one statement.

A session whose dates were moved may turn up anywhere; of the others only those are read that have
a date there by their weekday and their routine's dates.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Row,
    String,
    Text,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.model import SessionKind
from almanac.timetable.models import Routine, Session, Tick

_SESSION_COLUMNS = (
    Session.id,
    Session.routine_id,
    Session.kind,
    Session.weekday,
    Session.week,
    Session.starts,
    Session.minutes,
    Session.subject,
    Session.location,
    Session.note,
    Session.color,
    Session.theme_id,
    Session.cancellations,
    Session.moves,
)
_ROUTINE_COLUMNS = (
    Routine.name,
    Routine.created_on,
    Routine.valid_from,
    Routine.valid_to,
    Routine.rotation_weeks,
)
_IS_TASK = Session.kind == SessionKind.TASK
_HAS_MOVES = cast(Session.moves, Text) != "[]"


@dataclass(frozen=True, slots=True)
class Near:
    """Which sessions: those that may have a date of the calendar from `first` to `last`.

    `with_ticks` tells whether what was ticked is read as well.
    """

    first: date
    last: date
    weekdays: Collection[Weekday]
    tasks_only: bool = False
    with_ticks: bool = True


async def list_sessions_near(
    session: AsyncSession, user_id: UUID, near: Near
) -> Sequence[Row[Any]]:
    """Sessions that are not deleted, by routine.

    `holidays` are those of the routine and stand in the first row of each. `ticked` are planned
    dates, joined with commas.
    """
    number = func.row_number().over(partition_by=Session.routine_id, order_by=Session.id)
    # A routine's holidays may be two hundred: not once for each of its sessions.
    holidays = case((number == 1, Routine.holidays), else_=None)
    statement = (
        select(
            *_SESSION_COLUMNS,
            *_ROUTINE_COLUMNS,
            holidays.label("holidays"),
            (await _ticked(session, near)).label("ticked"),
        )
        .join(Routine, (Routine.user_id == Session.user_id) & (Routine.id == Session.routine_id))
        .where(
            Session.user_id == user_id,
            Session.deleted_at.is_(None),
            Routine.deleted_at.is_(None),
            or_(_HAS_MOVES, _is_in_force(near) & Session.weekday.in_(near.weekdays)),
        )
        .order_by(Routine.position, Routine.id, Session.id)
    )
    if near.tasks_only:
        statement = statement.where(_IS_TASK)
    return (await session.execute(statement)).all()


def _is_in_force(near: Near) -> ColumnElement[bool]:
    has_begun = or_(Routine.valid_from.is_(None), Routine.valid_from <= near.last)
    return has_begun & or_(Routine.valid_to.is_(None), Routine.valid_to >= near.first)


async def _ticked(session: AsyncSession, near: Near) -> ColumnElement[str | None]:
    if not near.with_ticks:
        return literal(None, String())
    ticked = select(func.aggregate_strings(await _day_as_text(session), ",")).where(
        Tick.user_id == Session.user_id,
        Tick.session_id == Session.id,
        or_(_HAS_MOVES, Tick.planned_on.between(near.first, near.last)),
        _IS_TASK,
    )
    return ticked.scalar_subquery()


async def _day_as_text(session: AsyncSession) -> ColumnElement[str]:
    """A tick's planned date in ISO form, which is how SQLite keeps it."""
    if (await session.connection()).dialect.name == "postgresql":
        return func.to_char(Tick.planned_on, "YYYY-MM-DD")
    return type_coerce(Tick.planned_on, String())
