"""Use cases of pauses: days that neither count nor break, also afterwards."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import Conflict, invalid_field
from almanac.core.ids import new_id
from almanac.habits import models, queries
from almanac.habits.schemas.habit import PauseCreate, PauseList, PauseRead
from almanac.habits.service.figures import forget_figures
from almanac.habits.service.lookup import require_habit
from almanac.themes.service import require_theme

MAX_PAUSES = 1000


class TooManyPauses(Conflict):
    code, title = "too_many_pauses", "There are 1000 pauses already; delete some first"


async def list_pauses(session: AsyncSession, user_id: UUID) -> PauseList:
    """All pauses of a person, newest first."""
    found = await queries.list_pauses(session, user_id)
    return PauseList(data=[_view(pause, members) for pause, members in found], count=len(found))


async def create_pause(
    session: AsyncSession, user_id: UUID, data: PauseCreate, *, now: datetime
) -> PauseRead:
    """Pause one habit, those that a theme has now, or all of them.

    Raises `HabitNotFound` for a habit that is not there, `Invalid` for such a theme.
    """
    if data.ends_on is not None and data.ends_on < data.starts_on:
        raise invalid_field("/body/ends_on", "ends_before_start", "The end lies before the start")
    if data.habit_id is not None and data.theme_id is not None:
        raise invalid_field("/body/theme_id", "one_scope", "Name a habit or a theme, not both")
    if data.habit_id is not None:
        await require_habit(session, user_id, data.habit_id)
    members: Sequence[UUID] = ()
    if data.theme_id is not None:
        members = await _members(session, user_id, data.theme_id)
    if len(await queries.list_pauses(session, user_id)) >= MAX_PAUSES:
        raise TooManyPauses
    pause = models.Pause(
        user_id=user_id,
        id=new_id(),
        habit_id=data.habit_id,
        theme_id=data.theme_id,
        starts_on=data.starts_on,
        ends_on=data.ends_on,
        reason=data.reason,
        created_at=now,
    )
    session.add(pause)
    await session.flush()
    session.add_all(
        models.PauseHabit(user_id=user_id, pause_id=pause.id, habit_id=habit_id)
        for habit_id in members
    )
    await session.flush()
    paused = queries.paused_habits(pause, members)
    await forget_figures(session, user_id, paused, changed_at=now)
    return _view(pause, members)


async def delete_pause(
    session: AsyncSession, user_id: UUID, pause_id: UUID, *, now: datetime
) -> None:
    """Take a pause back. One that is gone already is not an error."""
    row, member = models.Pause, models.PauseHabit
    pause = await session.scalar(
        select(row).where(row.user_id == user_id, row.id == pause_id).with_for_update()
    )
    if pause is None:
        return
    members = await session.scalars(
        select(member.habit_id).where(member.user_id == user_id, member.pause_id == pause_id)
    )
    paused = queries.paused_habits(pause, members.all())
    await session.execute(delete(row).where(row.user_id == user_id, row.id == pause_id))
    await forget_figures(session, user_id, paused, changed_at=now)


async def _members(session: AsyncSession, user_id: UUID, theme_id: UUID) -> Sequence[UUID]:
    """The habits of a theme; refuses one that has none to pause."""
    await require_theme(session, user_id, theme_id)
    row = models.Habit
    statement = (
        select(row.id)
        .where(row.user_id == user_id, row.theme_id == theme_id, row.deleted_at.is_(None))
        .order_by(row.id)
    )
    found = (await session.scalars(statement)).all()
    if not found:
        raise invalid_field("/body/theme_id", "theme_without_habits", "This theme has no habits")
    return found


def _view(pause: models.Pause, members: Sequence[UUID]) -> PauseRead:
    return PauseRead(
        id=pause.id,
        habit_id=pause.habit_id,
        theme_id=pause.theme_id,
        habit_ids=list(members),
        starts_on=pause.starts_on,
        ends_on=pause.ends_on,
        reason=pause.reason,
    )
