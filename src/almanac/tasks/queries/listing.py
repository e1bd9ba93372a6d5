"""Tasks to be shown: filtered, sorted and cut into pages by the database."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.pagination import Paging
from almanac.tasks import models
from almanac.tasks.domain.filters import Sort, TaskFilter
from almanac.tasks.domain.model import Completion, Priority, TaskGroup, TaskStatus
from almanac.tasks.domain.search import fold
from almanac.tasks.queries.rows import completion_of

Found = tuple[models.Task, Completion | None]
Order = Sequence[SQLColumnExpression[Any]]

_TASK, _LAST = models.Task, models.Completion
# Behind every time of a day: what has no time comes after what has one.
_NO_TIME = "~"
_HIGH_FIRST = case({Priority.HIGH: 0, Priority.MEDIUM: 1, Priority.LOW: 2}, value=_TASK.priority)


async def count_tasks(session: AsyncSession, user_id: UUID, wanted: TaskFilter, today: date) -> int:
    """How many tasks pass the filter."""
    statement = select(func.count()).where(*_conditions(user_id, wanted, today))
    return await session.scalar(statement) or 0


async def list_tasks(
    session: AsyncSession, user_id: UUID, wanted: TaskFilter, paging: Paging, today: date
) -> list[Found]:
    """A page of the tasks that pass the filter, each with its last completion."""
    statement = (
        _with_last_completion()
        .where(*_conditions(user_id, wanted, today))
        .order_by(*_order(wanted.sort))
        .offset(paging.skip)
        .limit(paging.limit)
    )
    return [_found(task, last) for task, last in await session.execute(statement)]


async def find_task_to_show(session: AsyncSession, user_id: UUID, task_id: UUID) -> Found | None:
    """A task that is not deleted, with its last completion."""
    statement = _with_last_completion().where(
        _TASK.user_id == user_id, _TASK.id == task_id, _TASK.deleted_at.is_(None)
    )
    row = (await session.execute(statement)).one_or_none()
    return None if row is None else _found(*row)


def _with_last_completion() -> Select[models.Task, models.Completion]:
    return select(_TASK, _LAST).outerjoin(
        _LAST,
        and_(
            _LAST.user_id == _TASK.user_id,
            _LAST.task_id == _TASK.id,
            _LAST.number == _TASK.completions_count,
        ),
    )


def _found(task: models.Task, last: models.Completion | None) -> Found:
    return task, None if last is None else completion_of(last)


def _conditions(user_id: UUID, wanted: TaskFilter, today: date) -> list[ColumnElement[bool]]:
    conditions = [_TASK.user_id == user_id, _TASK.deleted_at.is_(None)]
    if wanted.group is not None:
        conditions += _on_list(wanted.group, today)
    if wanted.status is not None:
        conditions.append(_TASK.status == wanted.status)
    if wanted.theme is not None:
        theme_id = None if wanted.theme == "none" else wanted.theme
        conditions.append(
            _TASK.theme_id.is_(None) if theme_id is None else _TASK.theme_id == theme_id
        )
    if wanted.priority is not None:
        conditions.append(_TASK.priority == wanted.priority)
    if wanted.words:
        # Accents alone fold to nothing, which every text contains.
        words = fold(wanted.words) or wanted.words
        conditions.append(_TASK.search_key.contains(words, autoescape=True))
    return conditions


def _on_list(group: TaskGroup, today: date) -> list[ColumnElement[bool]]:
    """What `domain.groups.group_of` says, in SQL."""
    if group is TaskGroup.DONE:
        return [_TASK.status == TaskStatus.DONE]
    of_due = {
        TaskGroup.OVERDUE: _TASK.due_on < today,
        TaskGroup.TODAY: _TASK.due_on == today,
        TaskGroup.UPCOMING: _TASK.due_on > today,
        TaskGroup.SOMEDAY: _TASK.due_on.is_(None),
    }
    return [_TASK.status == TaskStatus.OPEN, of_due[group]]


def _order(sort: Sort) -> Order:
    """Ties, and what has no date, come by manual order."""
    keys: dict[str, Sequence[SQLColumnExpression[Any]]] = {
        "position": (),
        "name": (_TASK.search_key,),
        "created_at": (_TASK.created_at,),
        "updated_at": (_TASK.updated_at,),
        "completed_at": (_TASK.completed_at,),
        "priority": (_HIGH_FIRST,),
        "due": (_TASK.due_on, func.coalesce(_TASK.due_time, _NO_TIME)),
    }
    chosen, is_descending = keys[sort.removeprefix("-")], sort.startswith("-")
    place = _TASK.position.desc() if sort == "-position" else _TASK.position.asc()
    undated = [chosen[0].is_(None)] if sort.removeprefix("-") in {"due", "completed_at"} else []
    directed = [key.desc() if is_descending else key.asc() for key in chosen]
    return [*undated, *directed, place, _TASK.id]
