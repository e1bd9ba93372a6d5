"""Finding one habit, and reading it again after a change. Shared by the other use cases."""

from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import NotFound
from almanac.habits import models, queries
from almanac.habits.domain.model import HabitHistory
from almanac.habits.schemas.habit import HabitRead
from almanac.habits.service.figures import load_history, refresh
from almanac.habits.service.views import NOTHING, habit_view


class HabitNotFound(NotFound):
    code, title = "habit_not_found", "No such habit"


async def require_habit(
    session: AsyncSession, user_id: UUID, habit_id: UUID, *, lock: bool = False
) -> models.Habit:
    """The habit, or `HabitNotFound` when it is not there, deleted, or somebody else's."""
    habit = await queries.find_habit(session, user_id, habit_id, lock=lock)
    if habit is None or habit.deleted_at is not None:
        raise HabitNotFound
    return habit


async def require_history(
    session: AsyncSession, user_id: UUID, habit_id: UUID, *, lock: bool = False
) -> tuple[models.Habit, HabitHistory]:
    """The habit and its whole history in three statements, or `HabitNotFound`."""
    found = await queries.find_habit_and_versions(session, user_id, habit_id, lock=lock)
    if found is None or found[0].deleted_at is not None:
        raise HabitNotFound
    habit, versions = found
    return habit, await load_history(session, user_id, habit, versions)


async def read_changed_habit(
    session: AsyncSession, user_id: UUID, habit: models.Habit, *, today: date
) -> HabitRead:
    """A habit after a change: its figures are computed anew and kept with it."""
    versions = await queries.load_versions(session, user_id, [habit.id])
    history = await load_history(session, user_id, habit, versions[habit.id])
    standing = refresh(habit, history, today)
    notes = await queries.load_notes(session, user_id, today)
    return habit_view(
        habit, history.versions, standing, today=today, note=notes.get(habit.id, NOTHING)
    )
