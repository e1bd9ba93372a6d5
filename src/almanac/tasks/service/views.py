"""Tasks as the API shows them."""

from almanac.schedules.schemas import schedule_of
from almanac.tasks import models
from almanac.tasks.domain.groups import group_of, is_late
from almanac.tasks.domain.model import Completion, Moment
from almanac.tasks.schemas.task import ChecklistItemRead, CompletionRead, TaskRead
from almanac.tasks.service.rows import due_of, series_of, steps_of


def task_view(task: models.Task, last: Completion | None, moment: Moment) -> TaskRead:
    """A task with its last completion, as it stands at this moment."""
    due, series = due_of(task), series_of(task)
    return TaskRead(
        id=task.id,
        title=task.title,
        notes=task.notes,
        theme_id=task.theme_id,
        priority=task.priority,
        status=task.status,
        due=None if due is None else str(due),
        list=group_of(task.status, task.due_on, moment.today),
        is_late=is_late(task.status, due, moment),
        schedule=None if series is None else schedule_of(series.rule),
        ends_on=task.ends_on,
        checklist=[ChecklistItemRead.model_validate(step) for step in steps_of(task)],
        position=task.position,
        created_on=task.created_on,
        created_at=task.created_at,
        updated_at=task.updated_at,
        completed_on=task.completed_on,
        completed_at=task.completed_at,
        completions_count=task.completions_count,
        last_completion=None if last is None else _completion_view(last),
    )


def _completion_view(completion: Completion) -> CompletionRead:
    planned = completion.planned
    return CompletionRead(
        planned=None if planned is None else str(planned),
        done_on=completion.done_on,
        done_at=completion.done_at,
    )
