"""Creating and changing tasks."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import NotFound
from almanac.core.ids import new_id
from almanac.schedules.rules import Weekday
from almanac.tasks import models
from almanac.tasks.domain.model import ChecklistItem, Moment, TaskStatus
from almanac.tasks.domain.search import search_key
from almanac.tasks.queries import rows
from almanac.tasks.schemas.task import ChecklistItemWrite, TaskCreate, TaskRead, TaskUpdate
from almanac.tasks.service.lookup import lock_task, require_room, show_changed
from almanac.tasks.service.planning import begin_plan, replace_plan, update_plan
from almanac.tasks.service.rows import steps_of, store_steps
from almanac.tasks.service.theme_members import THEMED_TASKS
from almanac.tasks.service.views import task_view
from almanac.themes.service import require_theme

PLAIN_FIELDS = ("title", "notes", "theme_id", "priority")


class TaskDeleted(NotFound):
    code, title = "task_deleted", "This task was deleted; restore it first"


async def create_task(
    session: AsyncSession,
    user_id: UUID,
    data: TaskCreate,
    *,
    week_start: Weekday,
    moment: Moment,
) -> TaskRead:
    """Add a task behind the others. Raises `Invalid`, `TooManyTasks`."""
    if data.theme_id is not None:
        await require_theme(session, user_id, data.theme_id)
    task = await _new_task(session, user_id, new_id(), data, week_start=week_start, moment=moment)
    session.add(task)
    await session.flush()
    return task_view(task, None, moment)


async def put_task(
    session: AsyncSession,
    user_id: UUID,
    task_id: UUID,
    data: TaskCreate,
    *,
    week_start: Weekday,
    moment: Moment,
) -> tuple[TaskRead, bool]:
    """Write a task under an id that the client made; also answers whether it is new.

    Sent again it changes nothing, and neither does it open again what was done meanwhile. Raises
    `TaskDeleted` for one that was deleted, so that nothing comes back that somebody threw away.
    """
    fields = await _writable(session, user_id, task_id, data, set(PLAIN_FIELDS))
    task = await rows.find_task(session, user_id, task_id, lock=True)
    if task is None:
        task = await _new_task(
            session, user_id, task_id, data, week_start=week_start, moment=moment
        )
        if await _insert(session, task):
            return task_view(task, None, moment), True
        # Another request has made it since we looked.
        task = await lock_task(session, user_id, task_id)
    if task.deleted_at is not None:
        raise TaskDeleted
    replace_plan(task, data, week_start=week_start, moment=moment)
    _write_plain(task, {name: getattr(data, name) for name in fields})
    store_steps(task, _steps(data.checklist, steps_of(task)))
    _touch(session, task, moment)
    return (await show_changed(session, [task], moment=moment))[0], False


async def update_task(
    session: AsyncSession,
    user_id: UUID,
    task_id: UUID,
    data: TaskUpdate,
    *,
    week_start: Weekday,
    moment: Moment,
) -> TaskRead:
    """Change the given fields. Raises `TaskNotFound`, `Invalid`."""
    given = data.model_fields_set & set(PLAIN_FIELDS)
    fields = await _writable(session, user_id, task_id, data, given)
    task = await lock_task(session, user_id, task_id)
    update_plan(task, data, week_start=week_start, moment=moment)
    _write_plain(task, {name: getattr(data, name) for name in fields})
    if data.checklist is not None:
        store_steps(task, _steps(data.checklist, steps_of(task)))
    _touch(session, task, moment)
    return (await show_changed(session, [task], moment=moment))[0]


async def _new_task(
    session: AsyncSession,
    user_id: UUID,
    task_id: UUID,
    data: TaskCreate,
    *,
    week_start: Weekday,
    moment: Moment,
) -> models.Task:
    task = models.Task(
        user_id=user_id,
        id=task_id,
        status=TaskStatus.OPEN,
        checklist=[],
        week_start=week_start,
        completions_count=0,
        created_on=moment.today,
        created_at=moment.now,
        updated_at=moment.now,
    )
    begin_plan(task, data, week_start=week_start, moment=moment)
    _write_plain(task, {name: getattr(data, name) for name in PLAIN_FIELDS})
    store_steps(task, _steps(data.checklist, ()))
    task.position = await require_room(session, user_id)
    return task


async def _insert(session: AsyncSession, task: models.Task) -> bool:
    """Add a task unless its id is taken, which on PostgreSQL may have happened just now."""
    connection = await session.connection()
    insert = (
        postgresql.insert(models.Task)
        if connection.dialect.name == "postgresql"
        else sqlite.insert(models.Task)
    )
    columns = [column.key for column in models.Task.__mapper__.column_attrs]
    values = {name: getattr(task, name) for name in columns}
    added = await session.scalar(
        insert.values(values).on_conflict_do_nothing().returning(models.Task.id)
    )
    return added is not None


async def _writable(
    session: AsyncSession,
    user_id: UUID,
    task_id: UUID,
    data: TaskCreate | TaskUpdate,
    fields: set[str],
) -> set[str]:
    """Those of `fields` that are written: not the theme that the task has left with its deletion.

    A body that names it is one from before; any other theme that is not there is refused.
    """
    if data.theme_id is None:
        return fields
    is_there = await require_theme(
        session, user_id, data.theme_id, member=(THEMED_TASKS.area, task_id)
    )
    return fields if is_there else fields - {"theme_id"}


def _touch(session: AsyncSession, task: models.Task, moment: Moment) -> None:
    """Say when the task was changed, if it was: what is sent again changes nothing."""
    if session.is_modified(task):
        task.updated_at = moment.now


def _write_plain(task: models.Task, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(task, name, value)
    if "title" in values or "notes" in values:
        task.search_key = search_key(task.title, task.notes)


def _steps(
    written: Sequence[ChecklistItemWrite], present: Sequence[ChecklistItem]
) -> tuple[ChecklistItem, ...]:
    """The steps as written; one without an id keeps that of the same step in the same place."""
    taken = {step.id for step in written}
    known = {
        (place, step.text): step.id for place, step in enumerate(present) if step.id not in taken
    }
    return tuple(
        ChecklistItem(step.id or known.get((place, step.text)) or new_id(), step.text, step.is_done)
        for place, step in enumerate(written)
    )
