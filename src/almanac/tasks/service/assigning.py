"""Giving each of several tasks a theme, a due date or a priority of its own."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from almanac.tasks import models
from almanac.tasks.domain.model import Due, Moment
from almanac.tasks.schemas.bulk import (
    AssignAction,
    AssignDueAction,
    AssignPriorityAction,
    DueAction,
    MoveAction,
    PriorityAction,
    TaskBulk,
)
from almanac.tasks.service.rows import due_of, store_due

Assignment = AssignAction | AssignDueAction | AssignPriorityAction


def assignment_of(
    action: Assignment | MoveAction | DueAction | PriorityAction, ids: Sequence[UUID]
) -> Assignment:
    """The same for all, said for each."""
    match action:
        case MoveAction():
            return AssignAction(kind="assign", themes=dict.fromkeys(ids, action.theme_id))
        case DueAction():
            return AssignDueAction(kind="assign_due", dues=dict.fromkeys(ids, action.due))
        case PriorityAction():
            priorities = dict.fromkeys(ids, action.priority)
            return AssignPriorityAction(kind="assign_priority", priorities=priorities)
        case _:
            return action


def assign(
    tasks: Sequence[models.Task], assignment: Assignment, *, moment: Moment
) -> TaskBulk | None:
    """Change tasks that are held, and answer what undoes it; None when all stay as they are."""
    match assignment:
        case AssignAction():
            old = _change(tasks, assignment.themes, _theme, _store_theme, moment)
            undo: Assignment = AssignAction(kind="assign", themes=old)
        case AssignDueAction():
            old = _change(tasks, assignment.dues, _due, _store_due, moment)
            undo = AssignDueAction(kind="assign_due", dues=old)
        case AssignPriorityAction():
            old = _change(tasks, assignment.priorities, _priority, _store_priority, moment)
            undo = AssignPriorityAction(kind="assign_priority", priorities=old)
    return TaskBulk(ids=list(old), action=undo) if old else None


def _change(
    tasks: Sequence[models.Task],
    values: Mapping[UUID, Any],
    read: Callable[[models.Task], Any],
    store: Callable[[models.Task, Any], None],
    moment: Moment,
) -> dict[UUID, Any]:
    """Write the values that are new, and answer the old ones in their place."""
    old = {}
    for task in tasks:
        present = read(task)
        if present != values[task.id]:
            store(task, values[task.id])
            task.updated_at = moment.now
            old[task.id] = present
    return old


def _theme(task: models.Task) -> Any:
    return task.theme_id


def _store_theme(task: models.Task, theme_id: Any) -> None:
    task.theme_id = theme_id


def _due(task: models.Task) -> Any:
    due = due_of(task)
    return None if due is None else str(due)


def _store_due(task: models.Task, due: Any) -> None:
    store_due(task, None if due is None else Due.parse(due))


def _priority(task: models.Task) -> Any:
    return task.priority


def _store_priority(task: models.Task, priority: Any) -> None:
    task.priority = priority
