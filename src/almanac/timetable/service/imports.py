"""Bringing a file of a timetable in, into a routine that is there or a new one, and taking it back.

What a person has is never changed: a session that is there already stays as it is.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.bulk_insert import insert_rows
from almanac.core.ids import new_id
from almanac.schedules.rules import Weekday
from almanac.timetable import models
from almanac.timetable.domain.importing import ReadTimetable
from almanac.timetable.domain.importing_fit import routine_for
from almanac.timetable.domain.importing_plan import Added, Plan, There, plan_import
from almanac.timetable.domain.model import Routine
from almanac.timetable.queries import imports, rows
from almanac.timetable.service.loading import load_routines
from almanac.timetable.service.lookup import (
    RoutineNotFound,
    require_room,
    require_room_for_routine,
)
from almanac.timetable.service.values import routine_values, session_values


@dataclass(frozen=True, slots=True)
class Target:
    """Where a file goes: a routine that is there, or a new one of this name."""

    name: str
    routine_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Addition:
    """Of which import what is added is, and when it is, by the person's days and weeks."""

    import_id: UUID
    today: date
    week_start: Weekday
    now: datetime


@dataclass(frozen=True, slots=True)
class TimetableImport:
    """What becomes of a file; `is_new` tells that its routine was made for it."""

    plan: Plan
    is_new: bool

    @property
    def adds_something(self) -> bool:
        """Whether anything would be written."""
        return bool(self.plan.added)


@dataclass(frozen=True, slots=True)
class UndoneTimetable:
    """How much was taken away."""

    routines: int
    sessions: int


async def import_timetable(
    session: AsyncSession,
    user_id: UUID,
    timetable: ReadTimetable,
    target: Target,
    addition: Addition,
    *,
    dry_run: bool,
) -> TimetableImport:
    """Add the sessions of a file that are not there yet; with `dry_run` only say what they are.

    Raises `RoutineNotFound`, `TooManyRoutines`, `TooManySessions`, `TooManyExceptions`,
    `TooManyDeleted`.
    """
    if not dry_run:
        await rows.lock_routines(session, user_id)
    there = await _there(session, user_id, addition.week_start)
    if target.routine_id is None:
        routine = routine_for(
            timetable,
            routine_id=new_id(),
            name=target.name,
            created_on=addition.today,
            week_start=addition.week_start,
        )
    else:
        routine = _own(there, target.routine_id)
    # Hundreds of sessions are compared with thousands; others are served meanwhile.
    plan = await asyncio.to_thread(plan_import, timetable, routine, there, _ids())
    found = TimetableImport(plan, is_new=target.routine_id is None)
    if not plan.added:
        return found
    fresh, place = len(plan.added), 0
    exceptions = sum(each.session.exceptions_count for each in plan.added)
    if found.is_new:
        place = await require_room_for_routine(
            session, user_id, routine.id, fresh=fresh, exceptions=exceptions
        )
    else:
        await require_room(session, user_id, routine.id, fresh=fresh, exceptions=exceptions)
    if not dry_run:
        own: dict[str, Any] = {"user_id": user_id, "import_id": addition.import_id}
        if found.is_new:
            session.add(_routine_row(plan.routine, {**own, "position": place}, addition.now))
            await session.flush()
        sessions = [own | _session_values(each, addition.now) for each in plan.added]
        await insert_rows(session, models.Session, sessions)
    return found


async def undo_import(
    session: AsyncSession, user_id: UUID, import_id: UUID, *, now: datetime
) -> UndoneTimetable:
    """Delete what an import added, so that it can be restored.

    A routine that it made goes as a whole, with what was added to it since.
    """
    routines = await imports.lock_imported_routines(session, user_id, import_id)
    sessions = await imports.lock_imported_sessions(session, user_id, import_id)
    made = {routine.id for routine in routines}
    for routine in routines:
        routine.deleted_at = now
        routine.sequence += 1
    for each in sessions:
        if each.routine_id not in made:
            each.deleted_at = each.updated_at = now
            each.sequence += 1
    await session.flush()
    return UndoneTimetable(len(routines), len(sessions))


async def _there(session: AsyncSession, user_id: UUID, week_start: Weekday) -> There:
    routines = await load_routines(session, user_id, week_start=week_start)
    sessions = {each.id: each for routine in routines for each in routine.sessions}
    keys = await imports.list_import_keys(session, user_id)
    return There(
        routines, {key: sessions[found] for key, found in keys.items() if found in sessions}
    )


def _own(there: There, routine_id: UUID) -> Routine:
    routine = next((each for each in there.routines if each.id == routine_id), None)
    if routine is None:
        raise RoutineNotFound
    return routine


def _ids() -> Iterator[UUID]:
    while True:
        yield new_id()


def _routine_row(routine: Routine, own: dict[str, Any], now: datetime) -> models.Routine:
    times = {"created_at": now, "updated_at": now}
    return models.Routine(**own, **routine_values(routine), **times, id=routine.id, sequence=0)


def _session_values(added: Added, now: datetime) -> dict[str, Any]:
    return {
        **session_values(added.session),
        "id": added.session.id,
        "routine_id": added.session.routine_id,
        "theme_id": None,
        "sequence": 0,
        "created_at": now,
        "updated_at": now,
        "deleted_at": None,
        "import_key": added.key,
    }
