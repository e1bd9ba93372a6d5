"""One change to several tasks at once, all of them or none, and what undoes it."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import invalid_field
from almanac.tasks import models
from almanac.tasks.domain.model import Moment, TaskStatus
from almanac.tasks.queries import rows
from almanac.tasks.schemas.bulk import (
    AssignAction,
    AssignDueAction,
    AssignPriorityAction,
    CompleteAction,
    CompleteAgainAction,
    DeleteAction,
    MoveAction,
    ReopenAction,
    RestoreAction,
    TaskBulk,
    TaskBulkResult,
)
from almanac.tasks.service.assigning import assign, assignment_of
from almanac.tasks.service.completing import complete_several, reopen_several
from almanac.tasks.service.lookup import TaskNotFound, require_room, show_changed
from almanac.themes.service import require_theme

MAY_BE_DELETED = (DeleteAction, RestoreAction)


async def change_tasks(
    session: AsyncSession, user_id: UUID, data: TaskBulk, *, moment: Moment
) -> TaskBulkResult:
    """Change all of the tasks, or none when one is not there; a fixed number of statements.

    Raises `TaskNotFound`, `Invalid`, `TooManyTasks`.
    """
    ids = list(dict.fromkeys(data.ids))
    _check_names_all(data, ids)
    await _require_themes(session, user_id, data)
    found = await rows.lock_tasks(session, user_id, ids)
    tasks = [found[task_id] for task_id in ids if task_id in found]
    there = [t for t in tasks if t.deleted_at is None or isinstance(data.action, MAY_BE_DELETED)]
    if len(there) < len(ids):
        raise TaskNotFound
    undo = await _carry_out(session, user_id, data, there, moment)
    left = [task for task in there if task.deleted_at is None]
    return TaskBulkResult(data=await show_changed(session, left, moment=moment), undo=undo)


async def _carry_out(
    session: AsyncSession,
    user_id: UUID,
    data: TaskBulk,
    tasks: Sequence[models.Task],
    moment: Moment,
) -> TaskBulk | None:
    """Change the tasks and answer what undoes it, if anything changed."""
    match data.action:
        case CompleteAction() | CompleteAgainAction() as action:
            changed = await complete_several(session, user_id, tasks, action, moment=moment)
            return _of(changed, ReopenAction(kind="reopen"))
        case ReopenAction():
            again = await reopen_several(session, user_id, tasks, moment=moment)
            action = CompleteAgainAction(kind="complete_again", completions=again)
            return _of(list(again), action)
        case DeleteAction():
            return _of(_delete(tasks, moment), RestoreAction(kind="restore"))
        case RestoreAction():
            restored = await _restore(session, user_id, tasks, moment)
            return _of(restored, DeleteAction(kind="delete"))
        case action:
            return assign(tasks, assignment_of(action, data.ids), moment=moment)


def _of(
    changed: Sequence[UUID],
    action: ReopenAction | CompleteAgainAction | RestoreAction | DeleteAction,
) -> TaskBulk | None:
    return TaskBulk(ids=list(changed), action=action) if changed else None


def _check_names_all(data: TaskBulk, ids: Sequence[UUID]) -> None:
    """Refuse values for each task that are not for these tasks."""
    match data.action:
        case AssignAction(themes=given):
            field, named = "themes", set(given)
        case AssignDueAction(dues=given_dues):
            field, named = "dues", set(given_dues)
        case AssignPriorityAction(priorities=given_priorities):
            field, named = "priorities", set(given_priorities)
        case CompleteAgainAction(completions=given_completions):
            field, named = "completions", set(given_completions)
        case _:
            return
    if named != set(ids):
        detail = "Give a value to each task that is named in `ids`, and to no other"
        raise invalid_field(f"/body/action/{field}", "ids_differ", detail)


async def _require_themes(session: AsyncSession, user_id: UUID, data: TaskBulk) -> None:
    """Refuse themes that are not there; hold the others, in the order of their ids."""
    match data.action:
        case MoveAction(theme_id=theme_id):
            field, wanted = "theme_id", {theme_id}
        case AssignAction(themes=themes):
            field, wanted = "themes", set(themes.values())
        case _:
            return
    for theme_id in sorted(theme_id for theme_id in wanted if theme_id is not None):
        await require_theme(session, user_id, theme_id, f"/body/action/{field}")


def _delete(tasks: Sequence[models.Task], moment: Moment) -> list[UUID]:
    gone = [task for task in tasks if task.deleted_at is None]
    for task in gone:
        task.deleted_at = moment.now
    return [task.id for task in gone]


async def _restore(
    session: AsyncSession, user_id: UUID, tasks: Sequence[models.Task], moment: Moment
) -> list[UUID]:
    back = [task for task in tasks if task.deleted_at is not None]
    fresh = sum(task.status is TaskStatus.OPEN for task in back)
    if fresh:
        await require_room(session, user_id, fresh=fresh)
    for task in back:
        task.deleted_at, task.updated_at = None, moment.now
    return [task.id for task in back]
