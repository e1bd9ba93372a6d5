"""Finding one task, and reading it again after a change. Shared by the other use cases."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import Conflict, NotFound
from almanac.tasks import models
from almanac.tasks.domain.model import Completion, Moment
from almanac.tasks.queries import rows
from almanac.tasks.queries.listing import find_task_to_show
from almanac.tasks.schemas.task import TaskRead
from almanac.tasks.service.views import task_view

MAX_OPEN_TASKS = 5000


class TaskNotFound(NotFound):
    code, title = "task_not_found", "No such task"


class TooManyTasks(Conflict):
    code = "too_many_tasks"
    title = "There are 5000 open tasks already; complete or delete some first"


async def get_task(
    session: AsyncSession, user_id: UUID, task_id: UUID, *, moment: Moment
) -> TaskRead:
    """One task. Raises `TaskNotFound`."""
    found = await find_task_to_show(session, user_id, task_id)
    if found is None:
        raise TaskNotFound
    return task_view(*found, moment)


async def lock_task(session: AsyncSession, user_id: UUID, task_id: UUID) -> models.Task:
    """The task, held until the commit, or `TaskNotFound` also when it was deleted."""
    task = await rows.find_task(session, user_id, task_id, lock=True)
    if task is None or task.deleted_at is not None:
        raise TaskNotFound
    return task


async def require_room(session: AsyncSession, user_id: UUID, *, fresh: int = 1) -> int:
    """The place behind all open tasks. Raises `TooManyTasks` when `fresh` more are too many."""
    count, last = await rows.count_open(session, user_id)
    if count + fresh > MAX_OPEN_TASKS:
        raise TooManyTasks
    return last + 1


async def show_changed(
    session: AsyncSession, tasks: Iterable[models.Task], *, moment: Moment
) -> list[TaskRead]:
    """Tasks of one person after a change that their completions had no part in."""
    changed = list(tasks)
    await session.flush()
    with_past = [task.id for task in changed if task.completions_count]
    last: dict[UUID, list[Completion]] = {}
    if with_past:
        last = await rows.last_completions(session, changed[0].user_id, with_past, depth=1)
    return [
        task_view(task, last[task.id][-1] if task.id in last else None, moment) for task in changed
    ]
