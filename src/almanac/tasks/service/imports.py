"""Bringing whole tasks in, many rows at a time, and taking an import back.

What a person already has is never overwritten: a task that is known stays as it is, with what was
done of it here.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.bulk_insert import insert_rows
from almanac.core.ids import new_id
from almanac.schedules.rules import rule_config
from almanac.tasks import models
from almanac.tasks.domain.model import TaskStatus
from almanac.tasks.domain.search import search_key
from almanac.tasks.domain.transfer import TaskRecord
from almanac.tasks.service.lookup import MAX_OPEN_TASKS, TooManyTasks
from almanac.tasks.service.rows import completion_values, written_steps

IDS_PER_STATEMENT = 5000


@dataclass(frozen=True, slots=True)
class Known:
    """What an import has to know of a task that is there, deleted or not."""

    id: UUID
    key: str | None
    is_open: bool
    is_deleted: bool


@dataclass(slots=True)
class TaskCounts:
    """What an import adds, and what it leaves as it is."""

    added: int = 0
    restored: int = 0
    present: int = 0
    completions_added: int = 0

    @property
    def adds_something(self) -> bool:
        """Whether anything would be written."""
        return bool(self.added or self.restored)


@dataclass(slots=True)
class Plan:
    """Rows that an import would write; `restored` are by the theme that they get without one."""

    counts: TaskCounts = field(default_factory=TaskCounts)
    tasks: list[dict[str, Any]] = field(default_factory=list)
    completions: list[dict[str, Any]] = field(default_factory=list)
    restored: dict[UUID | None, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    opened: int = 0


async def import_tasks(
    session: AsyncSession,
    user_id: UUID,
    records: Sequence[TaskRecord],
    *,
    themes: Mapping[str, UUID],
    import_id: UUID,
    now: datetime,
    dry_run: bool = False,
) -> TaskCounts:
    """Add what is not there yet, behind all others; with `dry_run` only count it.

    A task with a known key (or id) is kept as it is, and brought back when it was deleted.
    `themes` are the ids of those of the file. Raises `TooManyTasks`.
    """
    if not records:
        return TaskCounts()
    known, place = await _known(session, user_id)
    by_key = {task.key: task for task in sorted(known, key=lambda task: not task.is_deleted)}
    by_id = {task.id: task for task in known}
    plan = Plan()
    for record in records:
        theme_id = None if record.theme_key is None else themes[record.theme_key]
        found = by_id.get(record.id) if record.id is not None else None
        found = found or by_key.get(record.key)
        if found is None:
            place += 1
            own: dict[str, Any] = {"user_id": user_id, "theme_id": theme_id, "position": place}
            own |= {"import_id": import_id, "updated_at": now}
            _plan_task(plan, record, own)
        elif found.is_deleted:
            plan.restored[theme_id].append(found.id)
            plan.counts.restored += 1
            plan.opened += found.is_open
        else:
            plan.counts.present += 1
    still_open = sum(task.is_open and not task.is_deleted for task in known)
    if plan.opened and still_open + plan.opened > MAX_OPEN_TASKS:
        raise TooManyTasks
    if not dry_run:
        await _write(session, user_id, plan, import_id=import_id, now=now)
    return plan.counts


async def undo_import(
    session: AsyncSession, user_id: UUID, import_id: UUID, *, now: datetime
) -> int:
    """Delete the tasks that an import added or brought back, so that they can be restored."""
    row = models.Task
    gone = await session.scalars(
        update(row)
        .where(row.user_id == user_id, row.import_id == import_id, row.deleted_at.is_(None))
        .values(deleted_at=now, updated_at=now)
        .returning(row.id)
        .execution_options(synchronize_session=False)
    )
    return len(gone.all())


async def _known(session: AsyncSession, user_id: UUID) -> tuple[list[Known], int]:
    """All tasks of the person, and the last of the places they hold."""
    row = models.Task
    columns = (row.id, row.import_key, row.status, row.deleted_at, row.position)
    found = (await session.execute(select(*columns).where(row.user_id == user_id))).all()
    tasks = [
        Known(task_id, key, status is TaskStatus.OPEN, deleted_at is not None)
        for task_id, key, status, deleted_at, _ in found
    ]
    return tasks, max((each.position for each in found), default=-1)


def _plan_task(plan: Plan, record: TaskRecord, own: dict[str, Any]) -> None:
    """Add a task with its completions; `own` is what its place here adds to it."""
    task_id = new_id()
    plan.counts.added += 1
    plan.counts.completions_added += len(record.completions)
    plan.opened += record.is_open
    plan.tasks.append({**own, **_values(record), "id": task_id})
    plan.completions.extend(
        completion_values(own["user_id"], task_id, each) for each in record.completions
    )


def _values(record: TaskRecord) -> dict[str, Any]:
    state, series = record.state, record.series
    return {
        "title": record.title,
        "notes": record.notes,
        "search_key": search_key(record.title, record.notes),
        "priority": record.priority,
        "status": state.status,
        "due_on": None if state.due is None else state.due.on,
        "due_time": None if state.due is None else state.due.time,
        "checklist": written_steps(state.checklist),
        "schedule_kind": None if series is None else series.rule.kind,
        "schedule_config": None if series is None else rule_config(series.rule),
        "week_start": record.week_start,
        "anchor_on": None if series is None else series.anchor_on,
        "ends_on": None if series is None else series.ends_on,
        "completed_on": state.completed_on,
        "completed_at": state.completed_at,
        "completions_count": len(record.completions),
        "created_on": record.created_on,
        "created_at": record.created_at,
        "import_key": record.key,
    }


async def _write(
    session: AsyncSession, user_id: UUID, plan: Plan, *, import_id: UUID, now: datetime
) -> None:
    row = models.Task
    for theme_id, ids in plan.restored.items():
        for first in range(0, len(ids), IDS_PER_STATEMENT):
            some = ids[first : first + IDS_PER_STATEMENT]
            await session.execute(
                update(row)
                .where(row.user_id == user_id, row.id.in_(some))
                .values(
                    deleted_at=None,
                    updated_at=now,
                    import_id=import_id,
                    theme_id=func.coalesce(row.theme_id, theme_id),
                )
                .execution_options(synchronize_session=False)
            )
    await insert_rows(session, models.Task, plan.tasks)
    await insert_rows(session, models.Completion, plan.completions)
