"""Tasks by the day: what was due, done and missed. Each function is one statement.

Read through indexes on what is open and on the dates of completions, never through all that was
ever done.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Select, false, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.schedules.rules import Rule, parse_rule
from almanac.tasks import models
from almanac.tasks.domain.model import Due, Priority, TaskStatus

_TASK, _DONE = models.Task, models.Completion


class Mark(StrEnum):
    """Why a task is on a day."""

    OPEN = "open"
    DONE = "done"
    # Done later than on the day for which it was planned.
    LATE = "late"


@dataclass(frozen=True, slots=True)
class DayTask:
    """A task on a day; `due` is what it was planned for, `is_last` whether it can be undone."""

    id: UUID
    mark: Mark
    due: Due | None
    is_last: bool
    title: str
    theme_id: UUID | None
    priority: Priority
    rule: Rule | None
    has_notes: bool
    steps: int
    steps_done: int
    completions_count: int


_SHOWN = (
    _TASK.id,
    _TASK.title,
    _TASK.theme_id,
    _TASK.priority,
    _TASK.position,
    _TASK.schedule_kind,
    _TASK.schedule_config,
    (_TASK.notes != "").label("has_notes"),
    _TASK.checklist,
    _TASK.completions_count,
)


async def tasks_of_day(
    session: AsyncSession, user_id: UUID, day: date, today: date
) -> list[DayTask]:
    """What was done on a day, missed on it, or is to be done on it; today also what is overdue.

    In the order of when it was due, high priority first, then by hand.
    """
    due = _TASK.due_on <= day if day == today else _TASK.due_on == day
    parts = union_all(
        _open(user_id, due),
        _done(user_id, _DONE.done_on == day),
        _late(user_id, _DONE.planned_on == day),
    )
    rows = (await session.execute(parts)).all()
    return [_day_task(row) for row in sorted(rows, key=_place)]


async def marks_of_days(
    session: AsyncSession, user_id: UUID, first: date, last: date
) -> list[tuple[UUID, date, Mark]]:
    """Of each day between two dates: what is still open that was due, was done, or done later."""
    open_ = select(_TASK.id, _TASK.due_on, literal(Mark.OPEN.value)).where(
        _TASK.user_id == user_id,
        _TASK.status == TaskStatus.OPEN,
        _TASK.deleted_at.is_(None),
        _TASK.due_on.between(first, last),
    )
    done = _completed(
        select(_TASK.id, _DONE.done_on, literal(Mark.DONE.value)),
        user_id,
        _DONE.done_on.between(first, last),
    )
    late = _completed(
        select(_TASK.id, _DONE.planned_on, literal(Mark.LATE.value)),
        user_id,
        _DONE.planned_on.between(first, last) & (_DONE.done_on > _DONE.planned_on),
    )
    found = await session.execute(union_all(open_, done, late))
    return [(task_id, day, Mark(mark)) for task_id, day, mark in found]


def _open(user_id: UUID, due: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return select(
        *_SHOWN,
        _TASK.due_on.label("planned_on"),
        _TASK.due_time.label("planned_time"),
        literal(Mark.OPEN.value).label("mark"),
        false().label("is_last"),
    ).where(
        _TASK.user_id == user_id,
        _TASK.status == TaskStatus.OPEN,
        _TASK.deleted_at.is_(None),
        due,
    )


def _done(user_id: UUID, when: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return _completed(_completion_shown(Mark.DONE), user_id, when)


def _late(user_id: UUID, when: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    later = _DONE.done_on > _DONE.planned_on
    return _completed(_completion_shown(Mark.LATE), user_id, when & later)


def _completion_shown(mark: Mark) -> Select[*tuple[Any, ...]]:
    return select(
        *_SHOWN,
        _DONE.planned_on,
        _DONE.planned_time,
        literal(mark.value).label("mark"),
        (_DONE.number == _TASK.completions_count).label("is_last"),
    )


def _completed(
    statement: Select[*tuple[Any, ...]], user_id: UUID, when: ColumnElement[bool]
) -> Select[*tuple[Any, ...]]:
    return statement.join(
        _TASK, (_TASK.user_id == _DONE.user_id) & (_TASK.id == _DONE.task_id)
    ).where(_DONE.user_id == user_id, _TASK.deleted_at.is_(None), when)


_PRIORITIES = {Priority.HIGH: 0, Priority.MEDIUM: 1, Priority.LOW: 2}


def _place(row: Any) -> tuple[Any, ...]:
    due = (row.planned_on or date.max, row.planned_time or "~")
    return (*due, _PRIORITIES[row.priority], row.position, row.id)


def _day_task(row: Any) -> DayTask:
    steps = cast("list[dict[str, Any]]", row.checklist)
    kind = row.schedule_kind
    return DayTask(
        id=row.id,
        mark=Mark(row.mark),
        due=None if row.planned_on is None else Due(row.planned_on, row.planned_time),
        is_last=bool(row.is_last),
        title=row.title,
        theme_id=row.theme_id,
        priority=row.priority,
        rule=None if kind is None else parse_rule(kind, row.schedule_config),
        has_notes=bool(row.has_notes),
        steps=len(steps),
        steps_done=sum(step["is_done"] for step in steps),
        completions_count=row.completions_count,
    )
