"""HTTP of one task."""

from uuid import UUID

from fastapi import APIRouter, Response, status

from almanac.core.db import SessionDep
from almanac.identity.deps import CurrentUser
from almanac.identity.deps.once import OnceDep
from almanac.tasks.deps import MomentDep
from almanac.tasks.schemas.task import TaskComplete, TaskCreate, TaskRead, TaskReopen, TaskUpdate
from almanac.tasks.service import completing, lifecycle, lookup, tasks

router = APIRouter(prefix="/tasks", tags=["tasks"])


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_task(
    data: TaskCreate, user: CurrentUser, session: SessionDep, moment: MomentDep, once: OnceDep
) -> TaskRead:
    return await once(
        lambda: tasks.create_task(
            session, user.id, data, week_start=user.week_start, moment=moment
        ),
        status=status.HTTP_201_CREATED,
    )


@router.get("/{task_id}")
async def read_task(
    task_id: UUID, user: CurrentUser, session: SessionDep, moment: MomentDep
) -> TaskRead:
    return await lookup.get_task(session, user.id, task_id, moment=moment)


@router.put(
    "/{task_id}", responses={201: {"model": TaskRead, "description": "A new task was written"}}
)
async def put_task(
    task_id: UUID,
    data: TaskCreate,
    user: CurrentUser,
    session: SessionDep,
    moment: MomentDep,
    response: Response,
) -> TaskRead:
    """Write a task under an id that the client made: 201 the first time, 200 afterwards."""
    task, is_new = await tasks.put_task(
        session, user.id, task_id, data, week_start=user.week_start, moment=moment
    )
    if is_new:
        response.status_code = status.HTTP_201_CREATED
    return task


@router.patch("/{task_id}")
async def update_task(
    task_id: UUID,
    data: TaskUpdate,
    user: CurrentUser,
    session: SessionDep,
    moment: MomentDep,
    once: OnceDep,
) -> TaskRead:
    """Change the given fields."""
    return await once(
        lambda: tasks.update_task(
            session, user.id, task_id, data, week_start=user.week_start, moment=moment
        )
    )


@router.delete("/{task_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_task(
    task_id: UUID, user: CurrentUser, session: SessionDep, moment: MomentDep
) -> None:
    """Delete a task, also when it is gone already. `restore` brings it back."""
    await lifecycle.delete_task(session, user.id, task_id, moment=moment)


@router.post("/{task_id}/restore")
async def restore_task(
    task_id: UUID, user: CurrentUser, session: SessionDep, moment: MomentDep, once: OnceDep
) -> TaskRead:
    """Bring a task back from deletion."""
    return await once(lambda: lifecycle.restore_task(session, user.id, task_id, moment=moment))


@router.post("/{task_id}/complete")
async def complete_task(
    task_id: UUID,
    data: TaskComplete,
    user: CurrentUser,
    session: SessionDep,
    moment: MomentDep,
    once: OnceDep,
) -> TaskRead:
    """Say that a task was done; a repeating one opens its next occurrence."""
    return await once(
        lambda: completing.complete_task(session, user.id, task_id, data, moment=moment)
    )


@router.post("/{task_id}/reopen")
async def reopen_task(
    task_id: UUID,
    data: TaskReopen,
    user: CurrentUser,
    session: SessionDep,
    moment: MomentDep,
    once: OnceDep,
) -> TaskRead:
    """Take the last completion back, exactly."""
    return await once(
        lambda: completing.reopen_task(session, user.id, task_id, data, moment=moment)
    )
