"""What a person's new first day of the week means for their tasks."""

from datetime import date
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.schedules.rules import Weekday
from almanac.tasks import models


async def adopt_week_start(
    session: AsyncSession,
    user_id: UUID,
    week_start: Weekday,
    *,
    today: date,  # noqa: ARG001 - what is due already stays, so from when on plays no part
) -> None:
    """Let weeks count from another day from the next occurrence on; deleted tasks too."""
    row = models.Task
    await session.execute(
        update(row).where(row.user_id == user_id).values(week_start=week_start),
        execution_options={"synchronize_session": False},
    )
