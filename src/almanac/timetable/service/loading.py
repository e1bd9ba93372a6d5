"""Routines with their sessions as values, for everything that only looks at them.

Two statements, whatever the count. What calendars need beside the values is in the records.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.model import Routine, Session
from almanac.timetable.queries import loading
from almanac.timetable.service.lookup import RoutineNotFound
from almanac.timetable.service.values import routine_of, session_of

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """What a session's row says beside the rules."""

    updated_at: datetime
    sequence: int


@dataclass(frozen=True, slots=True)
class RoutineRecord:
    """A routine, and what its row and those of its sessions say beside the rules."""

    routine: Routine
    position: int
    created_at: datetime
    updated_at: datetime
    sequence: int
    sessions: Mapping[UUID, SessionRecord]


async def load_routine(
    session: AsyncSession, user_id: UUID, routine_id: UUID, *, week_start: Weekday
) -> Routine:
    """One routine. Raises `RoutineNotFound`."""
    record = await load_record(session, user_id, routine_id, week_start=week_start)
    return record.routine


async def load_routines(
    session: AsyncSession, user_id: UUID, *, week_start: Weekday, in_force: Days | None = None
) -> list[Routine]:
    """The routines of a person in their order.

    With `in_force`, of those alone that have a date from its first to its last; one that is not in
    force then comes with the sessions only that a date was moved of.
    """
    records = await load_records(session, user_id, week_start=week_start, in_force=in_force)
    return [record.routine for record in records]


async def load_record(
    session: AsyncSession, user_id: UUID, routine_id: UUID, *, week_start: Weekday
) -> RoutineRecord:
    """One routine with what its rows say. Raises `RoutineNotFound`."""
    rows = await loading.load_routines(session, user_id)
    row = next((row for row in rows if row.id == routine_id), None)
    if row is None:
        raise RoutineNotFound
    return _record(row, await loading.load_sessions(session, user_id, [routine_id]), week_start)


async def load_records(
    session: AsyncSession, user_id: UUID, *, week_start: Weekday, in_force: Days | None = None
) -> list[RoutineRecord]:
    """As `load_routines`, with what the rows say."""
    rows = await loading.load_routines(session, user_id)
    now, other = _by_force([routine_of(row, (), week_start) for row in rows], in_force)
    found = await loading.load_sessions(session, user_id, now, moved_of=other)
    by_routine: defaultdict[UUID, list[Row[Any]]] = defaultdict(list)
    for each in found:
        by_routine[each.routine_id].append(each)
    records = [_record(row, by_routine[row.id], week_start) for row in rows]
    if in_force is None:
        return records
    return [r for r in records if r.routine.id in now or _is_moved_into(r.routine, in_force)]


def _by_force(
    routines: Sequence[Routine], in_force: Days | None
) -> tuple[Collection[UUID], Collection[UUID]]:
    if in_force is None:
        return {routine.id for routine in routines}, ()
    first, last = in_force
    now = {each.id for each in routines if each.starts_on <= last and each.ends_on >= first}
    return now, {each.id for each in routines} - now


def _is_moved_into(routine: Routine, days: Days) -> bool:
    first, last = days
    return any(first <= move.on <= last for each in routine.sessions for move in each.moves)


def _record(row: Row[Any], sessions: Sequence[Row[Any]], week_start: Weekday) -> RoutineRecord:
    values: list[Session] = [session_of(each) for each in sessions]
    return RoutineRecord(
        routine=routine_of(row, values, week_start),
        position=row.position,
        created_at=row.created_at,
        updated_at=row.updated_at,
        sequence=row.sequence,
        sessions={each.id: SessionRecord(each.updated_at, each.sequence) for each in sessions},
    )
