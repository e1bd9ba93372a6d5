"""Tasks and their completions, to be changed."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.schedules.rules import ScheduleKind
from almanac.tasks import models
from almanac.tasks.domain.model import Completion, Due, TaskStatus


async def find_task(
    session: AsyncSession, user_id: UUID, task_id: UUID, *, lock: bool = False
) -> models.Task | None:
    """One task of this person, deleted ones too; `lock` holds it until the commit."""
    row = models.Task
    statement = select(row).where(row.user_id == user_id, row.id == task_id)
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    return await session.scalar(statement)


async def lock_tasks(
    session: AsyncSession, user_id: UUID, ids: Collection[UUID]
) -> dict[UUID, models.Task]:
    """Those of `ids` that are this person's, deleted ones too, held until the commit."""
    row = models.Task
    statement = (
        select(row)
        .where(row.user_id == user_id, row.id.in_(ids))
        # In the order of ids: whoever locks several never waits for each other.
        .order_by(row.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return {task.id: task for task in await session.scalars(statement)}


async def lock_quotas(session: AsyncSession, user_id: UUID) -> list[models.Task]:
    """Open tasks with a quota, deleted ones too; these and all others are held until the commit."""
    row = models.Task
    everything = select(row.id).where(row.user_id == user_id).order_by(row.id).with_for_update()
    await session.execute(everything)
    statement = select(row).where(
        row.user_id == user_id,
        row.status == TaskStatus.OPEN,
        row.schedule_kind == ScheduleKind.TIMES_PER_PERIOD,
    )
    return list(await session.scalars(statement))


async def last_completions(
    session: AsyncSession, user_id: UUID, ids: Collection[UUID], *, depth: int
) -> dict[UUID, list[Completion]]:
    """The last `depth` completions of each task, oldest first."""
    row, task = models.Completion, models.Task
    statement = (
        select(row)
        .join(task, (task.user_id == row.user_id) & (task.id == row.task_id))
        .where(
            task.user_id == user_id,
            task.id.in_(ids),
            row.number > task.completions_count - depth,
        )
        .order_by(row.number)
    )
    found: dict[UUID, list[Completion]] = defaultdict(list)
    for each in await session.scalars(statement):
        found[each.task_id].append(completion_of(each))
    return dict(found)


async def was_completed(session: AsyncSession, user_id: UUID, task_id: UUID, planned: Due) -> bool:
    """Whether what was due then has been done."""
    row = models.Completion
    statement = select(
        exists().where(
            row.user_id == user_id,
            row.task_id == task_id,
            row.planned_on == planned.on,
            row.planned_time.is_(None)
            if planned.time is None
            else row.planned_time == planned.time,
        )
    )
    return bool(await session.scalar(statement))


async def count_open(session: AsyncSession, user_id: UUID) -> tuple[int, int]:
    """How many tasks are open, and the last of their places; -1 without any."""
    row = models.Task
    statement = select(func.count(), func.coalesce(func.max(row.position), -1)).where(
        row.user_id == user_id, row.status == TaskStatus.OPEN, row.deleted_at.is_(None)
    )
    count, last = (await session.execute(statement)).one()
    return count, last


def completion_of(row: models.Completion) -> Completion:
    """A completion as the rules read it."""
    return Completion(
        number=row.number,
        planned=None if row.planned_on is None else Due(row.planned_on, row.planned_time),
        done_on=row.done_on,
        done_at=row.done_at,
        ticked=tuple(UUID(step) for step in row.before["ticked"]),
    )
