"""Where a habit is: archived, restored, deleted, and in which order."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.habits import models, queries
from almanac.habits.schemas.habit import HabitRead
from almanac.habits.service.figures import archived_since
from almanac.habits.service.habits import MAX_HABITS, TooManyHabits
from almanac.habits.service.lookup import (
    HabitNotFound,
    read_changed_habit,
    require_habit,
    require_history,
)


async def archive_habit(
    session: AsyncSession, user_id: UUID, habit_id: UUID, *, now: datetime, today: date
) -> HabitRead:
    """Put a habit away from today on; its history stays. Archiving twice changes nothing."""
    habit = await require_habit(session, user_id, habit_id, lock=True)
    if habit.archived_on is None:
        habit.archived_on, habit.updated_at = today, now
    return await read_changed_habit(session, user_id, habit, today=today)


async def restore_habit(
    session: AsyncSession, user_id: UUID, habit_id: UUID, *, now: datetime, today: date
) -> HabitRead:
    """Bring a habit back from the archive or from deletion.

    What would archive it again at once (an end that has passed, a reached limit) is lifted.
    Raises `HabitNotFound`, `TooManyHabits`.
    """
    habit = await queries.find_habit(session, user_id, habit_id, lock=True)
    if habit is None:
        raise HabitNotFound
    if habit.deleted_at is not None:
        if len(await queries.list_habits(session, user_id)) >= MAX_HABITS:
            raise TooManyHabits
        habit.deleted_at = None
    else:
        await _lift_what_archives(session, habit, today)
    habit.updated_at = now
    return await read_changed_habit(session, user_id, habit, today=today)


async def _lift_what_archives(session: AsyncSession, habit: models.Habit, today: date) -> None:
    habit.archived_on = None
    if habit.ends_on is not None and habit.ends_on < today:
        habit.ends_on = None
    _, history = await require_history(session, habit.user_id, habit.id)
    if archived_since(habit, history, today) is not None:
        habit.completions_limit = None


async def delete_habit(
    session: AsyncSession, user_id: UUID, habit_id: UUID, *, now: datetime
) -> None:
    """Delete a habit so that it can be restored. Deleting twice changes nothing."""
    habit = await queries.find_habit(session, user_id, habit_id, lock=True)
    if habit is None:
        raise HabitNotFound
    if habit.deleted_at is None:
        habit.deleted_at = now
        habit.revision += 1


async def order_habits(session: AsyncSession, user_id: UUID, ids: list[UUID]) -> None:
    """Put the named habits first, in this order; the others follow in their present order."""
    habits = {habit.id: habit for habit in await queries.list_habits(session, user_id, lock=True)}
    unknown = [habit_id for habit_id in ids if habit_id not in habits]
    if unknown:
        raise HabitNotFound
    named = list(dict.fromkeys(ids))
    ordered = [*named, *(habit_id for habit_id in habits if habit_id not in set(named))]
    for position, habit_id in enumerate(ordered):
        habits[habit_id].position = position
