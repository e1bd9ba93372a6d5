"""Use cases of pauses: days that neither count nor break, also afterwards."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import Conflict, invalid_field
from almanac.core.ids import new_id
from almanac.habits import models, queries
from almanac.habits.schemas.habit import PauseCreate, PauseList, PauseRead
from almanac.habits.service.figures import forget_figures
from almanac.habits.service.lookup import require_habit

MAX_PAUSES = 1000


class TooManyPauses(Conflict):
    code, title = "too_many_pauses", "There are 1000 pauses already; delete some first"


async def list_pauses(session: AsyncSession, user_id: UUID) -> PauseList:
    """All pauses of a person, newest first."""
    rows = await queries.list_pauses(session, user_id)
    return PauseList(data=[PauseRead.model_validate(row) for row in rows], count=len(rows))


async def create_pause(
    session: AsyncSession, user_id: UUID, data: PauseCreate, *, now: datetime
) -> PauseRead:
    """Pause one habit, or all of them. Raises `HabitNotFound` for a habit that is not there."""
    if data.ends_on is not None and data.ends_on < data.starts_on:
        raise invalid_field("/body/ends_on", "ends_before_start", "The end lies before the start")
    if data.habit_id is not None:
        await require_habit(session, user_id, data.habit_id)
    if len(await queries.list_pauses(session, user_id)) >= MAX_PAUSES:
        raise TooManyPauses
    pause = models.Pause(
        user_id=user_id,
        id=new_id(),
        habit_id=data.habit_id,
        starts_on=data.starts_on,
        ends_on=data.ends_on,
        reason=data.reason,
        created_at=now,
    )
    session.add(pause)
    await session.flush()
    await forget_figures(session, user_id, data.habit_id)
    return PauseRead.model_validate(pause)


async def delete_pause(session: AsyncSession, user_id: UUID, pause_id: UUID) -> None:
    """Take a pause back. One that is gone already is not an error."""
    row = models.Pause
    deleted = await session.execute(
        delete(row).where(row.user_id == user_id, row.id == pause_id).returning(row.habit_id)
    )
    found = deleted.first()
    if found is not None:
        await forget_figures(session, user_id, found.habit_id)
