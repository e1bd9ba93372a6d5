"""What statistics ask of tasks: how many were created and done on which day, by theme.

A task belongs to the theme that it has today; deleted ones count nowhere. A repeating task is
done once for each of its completions.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.tasks import models
from almanac.tasks.domain.model import TaskStatus


@dataclass(frozen=True, slots=True)
class CreatedTasks:
    """Tasks of one theme that were created on one day."""

    theme_id: UUID | None
    day: date
    created: int


@dataclass(frozen=True, slots=True)
class DoneTasks:
    """Completions of one theme on one day.

    `with_due` of them were planned for a date, `on_time` of these were done by then.
    """

    theme_id: UUID | None
    day: date
    done: int
    with_due: int
    on_time: int


@dataclass(frozen=True, slots=True)
class OpenTasks:
    """Tasks of one theme that are to be done; those due before today are overdue."""

    theme_id: UUID | None
    open: int
    overdue: int


async def count_created(session: AsyncSession, user_id: UUID) -> list[CreatedTasks]:
    """Tasks by theme and day of creation, in one statement."""
    row = models.Task
    statement = (
        select(row.theme_id, row.created_on, func.count())
        .where(row.user_id == user_id, row.deleted_at.is_(None))
        .group_by(row.theme_id, row.created_on)
    )
    return [CreatedTasks(*columns) for columns in await session.execute(statement)]


async def count_done(session: AsyncSession, user_id: UUID) -> list[DoneTasks]:
    """Completions by theme and day, in one statement."""
    task, row = models.Task, models.Completion
    on_time = func.sum(case((row.done_on <= row.planned_on, 1), else_=0))
    statement = (
        select(task.theme_id, row.done_on, func.count(), func.count(row.planned_on), on_time)
        .join(task, (task.user_id == row.user_id) & (task.id == row.task_id))
        .where(row.user_id == user_id, task.deleted_at.is_(None))
        .group_by(task.theme_id, row.done_on)
    )
    return [DoneTasks(*columns) for columns in await session.execute(statement)]


async def count_open(session: AsyncSession, user_id: UUID, *, today: date) -> list[OpenTasks]:
    """What is to be done today by theme, in one statement."""
    row = models.Task
    overdue = func.sum(case((row.due_on < today, 1), else_=0))
    statement = (
        select(row.theme_id, func.count(), overdue)
        .where(row.user_id == user_id, row.deleted_at.is_(None), row.status == TaskStatus.OPEN)
        .group_by(row.theme_id)
    )
    return [OpenTasks(*columns) for columns in await session.execute(statement)]
