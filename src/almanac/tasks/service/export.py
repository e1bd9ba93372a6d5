"""All tasks of a person as documents, and documents as tasks again."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.schedules.schemas import rule_of, schedule_of
from almanac.tasks import models
from almanac.tasks.domain.model import ChecklistItem, Completion, Due, Series, TaskState
from almanac.tasks.domain.transfer import TaskRecord
from almanac.tasks.schemas.transfer import CompletionDocument, StepDocument, TaskDocument
from almanac.tasks.service.rows import due_of, series_of, steps_of


async def export_tasks(session: AsyncSession, user_id: UUID) -> list[TaskDocument]:
    """Every task that is not deleted, in manual order, its completions oldest first.

    Two statements whatever there is.
    """
    row = models.Task
    statement = (
        select(row)
        .where(row.user_id == user_id, row.deleted_at.is_(None))
        .order_by(row.position, row.id)
    )
    tasks = list(await session.scalars(statement))
    completions = await _completions(session, user_id)
    return [_document(task, completions.get(task.id, ())) for task in tasks]


def record_of(document: TaskDocument, key: str, theme_key: str | None) -> TaskRecord:
    """A task read from a document, under this key."""
    return TaskRecord(
        key=key,
        id=document.id,
        title=document.title,
        notes=document.notes,
        theme_key=theme_key,
        priority=document.priority,
        state=TaskState(
            status=document.status,
            due=_due(document.due),
            checklist=tuple(
                ChecklistItem(step.id, step.text, step.is_done) for step in document.checklist
            ),
            completed_on=document.completed_on,
            completed_at=document.completed_at,
        ),
        series=_series(document),
        week_start=document.week_start,
        created_on=document.created_on,
        created_at=document.created_at,
        completions=tuple(
            Completion(
                each.number, _due(each.planned), each.done_on, each.done_at, tuple(each.ticked)
            )
            for each in document.completions
        ),
    )


def _series(document: TaskDocument) -> Series | None:
    if document.schedule is None or document.anchor_on is None:
        return None
    rule = rule_of(document.schedule)
    return Series(rule, document.anchor_on, document.ends_on, document.week_start)


def _due(text: str | None) -> Due | None:
    return None if text is None else Due.parse(text)


def _text(due: Due | None) -> str | None:
    return None if due is None else str(due)


async def _completions(
    session: AsyncSession, user_id: UUID
) -> Mapping[UUID, Sequence[CompletionDocument]]:
    row = models.Completion
    statement = (
        select(
            row.task_id,
            row.number,
            row.planned_on,
            row.planned_time,
            row.done_on,
            row.done_at,
            row.before,
        )
        .where(row.user_id == user_id)
        .order_by(row.number)
    )
    found: dict[UUID, list[CompletionDocument]] = defaultdict(list)
    for task_id, number, on, time, done_on, done_at, before in await session.execute(statement):
        found[task_id].append(
            CompletionDocument.model_construct(
                number=number,
                planned=None if on is None else str(Due(on, time)),
                done_on=done_on,
                done_at=done_at,
                ticked=[UUID(step) for step in before["ticked"]],
            )
        )
    return found


def _document(task: models.Task, completions: Sequence[CompletionDocument]) -> TaskDocument:
    # Rows were checked when they were written; checking years of them again takes seconds.
    series = series_of(task)
    return TaskDocument.model_construct(
        id=task.id,
        source_key=task.import_key,
        title=task.title,
        notes=task.notes,
        theme_id=task.theme_id,
        priority=task.priority,
        status=task.status,
        due=_text(due_of(task)),
        checklist=[
            StepDocument.model_construct(id=step.id, text=step.text, is_done=step.is_done)
            for step in steps_of(task)
        ],
        schedule=None if series is None else schedule_of(series.rule),
        anchor_on=task.anchor_on,
        ends_on=task.ends_on,
        week_start=task.week_start,
        created_on=task.created_on,
        created_at=task.created_at,
        completed_on=task.completed_on,
        completed_at=task.completed_at,
        completions=list(completions),
    )
