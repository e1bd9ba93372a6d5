"""Bringing whole routines in from Almanac's own document.

A routine that is there stays as it is, with its sessions; one that was deleted comes back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.bulk_insert import insert_rows
from almanac.core.ids import new_id
from almanac.timetable import models
from almanac.timetable.domain.transfer import RoutineRecord, SessionRecord
from almanac.timetable.queries import rows
from almanac.timetable.service.imports import Addition
from almanac.timetable.service.lookup import (
    MAX_KEPT_ROUTINES,
    MAX_KEPT_SESSIONS,
    MAX_ROUTINES,
    MAX_SESSIONS_OF_ALL,
    TooManyDeleted,
    TooManyRoutines,
    TooManySessions,
    require_room_for_exceptions,
)
from almanac.timetable.service.values import routine_values, session_values


@dataclass(slots=True)
class RoutinesImport:
    """What an import adds, and what it leaves as it is; `sessions` and `ticks` of added ones."""

    added: int = 0
    restored: int = 0
    present: int = 0
    sessions: int = 0
    ticks: int = 0

    @property
    def adds_something(self) -> bool:
        """Whether anything would be written."""
        return bool(self.added or self.restored)


@dataclass(slots=True)
class _Plan:
    counts: RoutinesImport = field(default_factory=RoutinesImport)
    routines: list[dict[str, Any]] = field(default_factory=list)
    sessions: list[dict[str, Any]] = field(default_factory=list)
    exceptions: int = 0
    ticks: list[dict[str, Any]] = field(default_factory=list)
    restored: list[models.Routine] = field(default_factory=list)


async def import_routines(
    session: AsyncSession,
    user_id: UUID,
    records: Sequence[RoutineRecord],
    themes: Mapping[str, UUID],
    added: Addition,
    *,
    dry_run: bool = False,
) -> RoutinesImport:
    """Add what is not there yet, behind all others; with `dry_run` only count it.

    `themes` are the ids of those of the file. Raises `TooManyRoutines`, `TooManySessions`,
    `TooManyExceptions`, `TooManyDeleted`.
    """
    if not records:
        return RoutinesImport()
    there = await rows.lock_routines(session, user_id)
    by_key = {row.import_key: row for row in there.values() if row.import_key is not None}
    place = max((row.position for row in there.values()), default=-1)
    plan = _Plan()
    own: dict[str, Any] = {
        "user_id": user_id,
        "import_id": added.import_id,
        "updated_at": added.now,
    }
    for record in records:
        found = (there.get(record.id) if record.id else None) or by_key.get(record.key)
        if found is None:
            place += 1
            _plan_routine(plan, record, {**own, "position": place}, themes)
        elif found.deleted_at is not None:
            plan.restored.append(found)
            plan.counts.restored += 1
        else:
            plan.counts.present += 1
    if plan.counts.adds_something:
        await _require_room(session, user_id, there, plan)
        if not dry_run:
            await _write(session, plan, added)
    return plan.counts


def _plan_routine(
    plan: _Plan, record: RoutineRecord, own: dict[str, Any], themes: Mapping[str, UUID]
) -> None:
    routine_id = new_id()
    plan.counts.added += 1
    plan.routines.append(
        own
        | routine_values(record.routine)
        | {"id": routine_id, "import_key": record.key, "created_at": record.created_at}
        | {"deleted_at": None, "sequence": 0}
    )
    of_sessions = {name: value for name, value in own.items() if name != "position"}
    for each in record.sessions:
        _plan_session(plan, each, {**of_sessions, "routine_id": routine_id}, themes)


def _plan_session(
    plan: _Plan, record: SessionRecord, own: dict[str, Any], themes: Mapping[str, UUID]
) -> None:
    session_id = new_id()
    theme_id = None if record.theme_key is None else themes[record.theme_key]
    plan.counts.sessions += 1
    plan.counts.ticks += len(record.ticks)
    plan.exceptions += record.session.exceptions_count
    plan.sessions.append(
        session_values(record.session)
        | own
        | {"id": session_id, "import_key": record.key, "created_at": record.created_at}
        | {"deleted_at": None, "sequence": 0, "theme_id": theme_id}
    )
    plan.ticks.extend(
        {
            "user_id": own["user_id"],
            "session_id": session_id,
            "planned_on": tick.planned_on,
            "done_on": tick.done_on,
            "done_at": tick.done_at,
        }
        for tick in record.ticks
    )


async def _require_room(
    session: AsyncSession, user_id: UUID, there: Mapping[UUID, models.Routine], plan: _Plan
) -> None:
    shown = {row.id for row in there.values() if row.deleted_at is None}
    shown |= {row.id for row in plan.restored}
    if len(shown) + len(plan.routines) > MAX_ROUTINES:
        raise TooManyRoutines
    if len(there) + len(plan.routines) > MAX_KEPT_ROUTINES:
        raise TooManyDeleted
    counts = await rows.count_sessions(session, user_id)
    of_shown = sum(counts[each][0] for each in shown if each in counts)
    if of_shown + len(plan.sessions) > MAX_SESSIONS_OF_ALL:
        raise TooManySessions
    if sum(kept for _, kept in counts.values()) + len(plan.sessions) > MAX_KEPT_SESSIONS:
        raise TooManyDeleted
    if plan.exceptions or plan.restored:
        restored = [row.id for row in plan.restored]
        await require_room_for_exceptions(session, user_id, plan.exceptions, restored=restored)


async def _write(session: AsyncSession, plan: _Plan, added: Addition) -> None:
    for row in plan.restored:
        row.deleted_at, row.import_id, row.updated_at = None, added.import_id, added.now
        row.sequence += 1
    await session.flush()
    await insert_rows(session, models.Routine, plan.routines)
    await insert_rows(session, models.Session, plan.sessions)
    await insert_rows(session, models.Tick, plan.ticks)
