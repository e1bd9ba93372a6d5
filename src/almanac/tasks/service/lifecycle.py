"""Where a task is: deleted, restored, and in which order."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.tasks.domain.model import Moment, TaskStatus
from almanac.tasks.queries import rows
from almanac.tasks.schemas.task import TaskRead
from almanac.tasks.service.lookup import TaskNotFound, require_room, show_changed


async def delete_task(
    session: AsyncSession, user_id: UUID, task_id: UUID, *, moment: Moment
) -> None:
    """Delete a task so that it can be restored. Deleting twice changes nothing."""
    task = await rows.find_task(session, user_id, task_id, lock=True)
    if task is None:
        raise TaskNotFound
    if task.deleted_at is None:
        task.deleted_at = moment.now


async def restore_task(
    session: AsyncSession, user_id: UUID, task_id: UUID, *, moment: Moment
) -> TaskRead:
    """Bring a deleted task back; one that is there stays as it is.

    Raises `TaskNotFound`, `TooManyTasks`.
    """
    task = await rows.find_task(session, user_id, task_id, lock=True)
    if task is None:
        raise TaskNotFound
    if task.deleted_at is not None:
        if task.status is TaskStatus.OPEN:
            await require_room(session, user_id)
        task.deleted_at, task.updated_at = None, moment.now
    return (await show_changed(session, [task], moment=moment))[0]


async def order_tasks(session: AsyncSession, user_id: UUID, ids: Sequence[UUID]) -> None:
    """Let tasks share out the places that they hold in this order; all others keep theirs.

    Raises `TaskNotFound` when one of them is not there, and then nothing changes.
    """
    named = list(dict.fromkeys(ids))
    tasks = await rows.lock_tasks(session, user_id, named)
    if any(task_id not in tasks or tasks[task_id].deleted_at is not None for task_id in named):
        raise TaskNotFound
    last = -1
    for task_id, place in zip(named, sorted(task.position for task in tasks.values()), strict=True):
        # Two may have come to hold the same place.
        last = max(place, last + 1)
        tasks[task_id].position = last
