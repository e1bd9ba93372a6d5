"""What a person's new first day of the week means for their tasks."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.schedules.rules import Weekday
from almanac.tasks import models
from almanac.tasks.domain.recurrence import due_in_new_weeks
from almanac.tasks.queries import rows
from almanac.tasks.service.rows import due_of, series_of, store_due


async def adopt_week_start(
    session: AsyncSession, user_id: UUID, week_start: Weekday, *, today: date
) -> None:
    """Let the weeks of a person's tasks begin on another day from now on.

    Deleted ones too, for they can be restored. What is due stays, but for a weekly quota, which
    is due when its week ends.
    """
    for task in await rows.lock_quotas(session, user_id):
        series, due = series_of(task), due_of(task)
        if series is not None and due is not None:
            due_on = due_in_new_weeks(series, due.on, week_start=week_start, today=today)
            store_due(task, replace(due, on=due_on))
    await session.flush()
    row = models.Task
    await session.execute(
        update(row).where(row.user_id == user_id).values(week_start=week_start),
        execution_options={"synchronize_session": False},
    )
