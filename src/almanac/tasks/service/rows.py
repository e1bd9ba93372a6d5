"""Between rows of tasks and the values that the rules work on."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from almanac.schedules.rules import parse_rule, rule_config
from almanac.tasks import models
from almanac.tasks.domain.model import ChecklistItem, Completion, Due, Series, TaskState


def due_of(task: models.Task) -> Due | None:
    """What is due."""
    return None if task.due_on is None else Due(task.due_on, task.due_time)


def store_due(task: models.Task, due: Due | None) -> None:
    task.due_on, task.due_time = (None, None) if due is None else (due.on, due.time)


def series_of(task: models.Task) -> Series | None:
    """How the task repeats, if it does."""
    if task.schedule_kind is None or task.schedule_config is None or task.anchor_on is None:
        return None
    rule = parse_rule(task.schedule_kind, task.schedule_config)
    return Series(rule, task.anchor_on, task.ends_on, task.week_start)


def store_series(task: models.Task, series: Series | None) -> None:
    if series is None:
        task.schedule_kind = task.schedule_config = task.anchor_on = task.ends_on = None
        return
    task.schedule_kind, task.schedule_config = series.rule.kind, rule_config(series.rule)
    task.anchor_on, task.ends_on = series.anchor_on, series.ends_on
    task.week_start = series.week_start


def steps_of(task: models.Task) -> tuple[ChecklistItem, ...]:
    """The steps of a task."""
    return tuple(
        ChecklistItem(UUID(step["id"]), step["text"], step["is_done"]) for step in task.checklist
    )


def written_steps(steps: Sequence[ChecklistItem]) -> list[dict[str, Any]]:
    """Steps as their column holds them."""
    return [{"id": str(step.id), "text": step.text, "is_done": step.is_done} for step in steps]


def store_steps(task: models.Task, steps: tuple[ChecklistItem, ...]) -> None:
    written = written_steps(steps)
    if written != task.checklist:
        task.checklist = written


def state_of(task: models.Task) -> TaskState:
    """What completing the task would change."""
    return TaskState(
        task.status, due_of(task), steps_of(task), task.completed_on, task.completed_at
    )


def store_state(task: models.Task, state: TaskState) -> None:
    task.status = state.status
    store_due(task, state.due)
    store_steps(task, state.checklist)
    task.completed_on, task.completed_at = state.completed_on, state.completed_at


def completion_row(task: models.Task, completion: Completion) -> models.Completion:
    """The row that tells of a completion."""
    return models.Completion(**completion_values(task.user_id, task.id, completion))


def completion_values(user_id: UUID, task_id: UUID, completion: Completion) -> dict[str, Any]:
    """What the row of a completion holds."""
    planned = completion.planned
    return {
        "user_id": user_id,
        "task_id": task_id,
        "number": completion.number,
        "planned_on": None if planned is None else planned.on,
        "planned_time": None if planned is None else planned.time,
        "done_on": completion.done_on,
        "done_at": completion.done_at,
        "before": {"ticked": [str(step) for step in completion.ticked]},
    }
