"""Tasks as calendars know them: what is due, as a reminder that takes no time.

Most phones show no tasks of other programs (VTODO), so they are events.
"""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.calendars.events import CalendarEvent, Owner, Timing, sequence_of
from almanac.calendars.rules import Stretch, series_of
from almanac.calendars.series import once, repeated
from almanac.schedules.rules import AfterCompletion, TimesPerPeriod
from almanac.tasks import models
from almanac.tasks.domain.model import Due, Series, TaskStatus
from almanac.tasks.service.rows import due_of
from almanac.tasks.service.rows import series_of as repetition_of

REMINDER_MINUTES = 30
_DAY = timedelta(days=1)


async def calendar_events(
    session: AsyncSession, user_id: UUID, owner: Owner
) -> Iterator[CalendarEvent]:
    """The open tasks with a date, worked out while they are taken: one statement."""
    row = models.Task
    statement = (
        select(row)
        .where(
            row.user_id == user_id,
            row.status == TaskStatus.OPEN,
            row.due_on.is_not(None),
            row.deleted_at.is_(None),
        )
        .order_by(row.due_on, row.id)
    )
    tasks = (await session.scalars(statement)).all()
    return (event for task in tasks for event in _events(task, owner))


def _events(task: models.Task, owner: Owner) -> Iterator[CalendarEvent]:
    due = due_of(task)
    if due is None:
        return
    for number, timing in enumerate(_timings(due, repetition_of(task), owner)):
        yield CalendarEvent(
            uid=f"task-{task.id}{f'-{number}' if number else ''}@almanac",
            stamped_at=task.updated_at,
            sequence=sequence_of(task.created_at, task.updated_at),
            summary=task.title,
            timing=timing,
            description=task.notes,
            is_busy=False,
        )


def _timings(due: Due, repetition: Series | None, owner: Owner) -> Iterator[Timing]:
    """What is due, and what comes after it where the calendar alone decides that."""
    starts = _starts(due)
    rule = None if repetition is None else repetition.rule
    if repetition is None or rule is None or isinstance(rule, TimesPerPeriod | AfterCompletion):
        yield once(due.on, starts, REMINDER_MINUTES, owner.zone)
        return
    within = Stretch(
        repetition.anchor_on, due.on, repetition.ends_on, week_start=repetition.week_start
    )
    found = series_of(rule, within, starts, REMINDER_MINUTES)
    # Put off to a day that is none of the rule's, it goes on with the rule after that day.
    if not any(series.first_on == due.on for series in found):
        yield once(due.on, starts, REMINDER_MINUTES, owner.zone)
    for series in found:
        yield repeated(series, owner.zone)


def _starts(due: Due) -> int | None:
    if due.time is None:
        return None
    hour, _, minute = due.time.partition(":")
    return int(hour) * 60 + int(minute)
