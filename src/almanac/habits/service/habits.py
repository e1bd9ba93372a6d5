"""Creating and changing habits."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import Conflict
from almanac.core.ids import new_id
from almanac.habits import models, queries
from almanac.habits.domain.model import ScheduleVersion
from almanac.habits.domain.versions import changed_versions
from almanac.habits.schemas.habit import HabitCreate, HabitRead, HabitUpdate
from almanac.habits.service.figures import archived_itself, load_history
from almanac.habits.service.lookup import read_changed_habit, require_habit
from almanac.habits.service.versions import (
    change_of,
    check_version,
    check_window,
    store_versions,
    version_row,
)
from almanac.habits.service.views import to_thousandths
from almanac.schedules.rules import Weekday
from almanac.schedules.schemas import rule_of
from almanac.themes.service import require_theme

MAX_HABITS = 500
PLAIN_FIELDS = (
    "name",
    "description",
    "theme_id",
    "unit",
    "no_entry_is_zero",
    "color",
    "reminders",
    "starts_on",
    "ends_on",
    "completions_limit",
)
# What makes a habit archive itself.
ARCHIVING_FIELDS = frozenset({"ends_on", "completions_limit"})
VERSION_FIELDS = frozenset({"schedule", "target", "target_kind", "target_per"})


class TooManyHabits(Conflict):
    code, title = "too_many_habits", "There are 500 habits already; delete or export some first"


async def create_habit(
    session: AsyncSession,
    user_id: UUID,
    data: HabitCreate,
    *,
    week_start: Weekday,
    now: datetime,
    today: date,
) -> HabitRead:
    """Add a habit behind the others. Its first schedule version starts with it."""
    if data.theme_id is not None:
        await require_theme(session, user_id, data.theme_id)
    position = await _next_position(session, user_id)
    starts_on = data.starts_on or today
    version = ScheduleVersion(
        effective_from=starts_on,
        rule=rule_of(data.schedule),
        target=to_thousandths(data.target),
        target_kind=data.target_kind,
        target_per=data.target_per,
        week_start=week_start,
    )
    check_window(starts_on, data.ends_on)
    check_version(data.kind, version)
    habit = models.Habit(
        user_id=user_id,
        id=new_id(),
        kind=data.kind,
        position=position,
        created_at=now,
        updated_at=now,
        revision=0,
        **{name: getattr(data, name) for name in PLAIN_FIELDS if name != "starts_on"},
        starts_on=starts_on,
    )
    session.add(habit)
    await session.flush()
    session.add(version_row(user_id, habit.id, version))
    await session.flush()
    return await read_changed_habit(session, user_id, habit, today=today)


async def update_habit(
    session: AsyncSession,
    user_id: UUID,
    habit_id: UUID,
    data: HabitUpdate,
    *,
    week_start: Weekday,
    now: datetime,
    today: date,
) -> HabitRead:
    """Change the given fields; a new schedule or target becomes a version of its own."""
    if data.theme_id is not None:
        await require_theme(session, user_id, data.theme_id)
    habit = await require_habit(session, user_id, habit_id, lock=True)
    # Before anything changes: a statement in between would send half-checked values.
    before = (await queries.load_versions(session, user_id, [habit_id]))[habit_id]
    given = data.model_fields_set
    after = before
    if given & VERSION_FIELDS:
        after = changed_versions(
            before,
            change_of(data, week_start),
            starts_on=data.starts_on or habit.starts_on,
            effective_from=data.effective_from or today,
        )
    if given & ARCHIVING_FIELDS:
        await _forget_own_archiving(session, habit, before, today)
    for name in given & set(PLAIN_FIELDS):
        setattr(habit, name, getattr(data, name))
    check_window(habit.starts_on, habit.ends_on)
    for version in after:
        if version not in before:
            check_version(habit.kind, version)
    await store_versions(session, habit, before, after)
    habit.updated_at = now
    await session.flush()
    return await read_changed_habit(session, user_id, habit, today=today)


async def _forget_own_archiving(
    session: AsyncSession,
    habit: models.Habit,
    versions: tuple[ScheduleVersion, ...],
    today: date,
) -> None:
    """Have a habit that archived itself judged anew, for what made it do so changes now."""
    if habit.archived_on is None:
        return
    history = await load_history(session, habit.user_id, habit, versions)
    if archived_itself(habit, history, today):
        habit.archived_on = None


async def _next_position(session: AsyncSession, user_id: UUID) -> int:
    """The place behind the last habit. Raises `TooManyHabits`."""
    count, last = (
        await session.execute(
            select(func.count(), func.coalesce(func.max(models.Habit.position), -1)).where(
                models.Habit.user_id == user_id, models.Habit.deleted_at.is_(None)
            )
        )
    ).one()
    if count >= MAX_HABITS:
        raise TooManyHabits
    return int(last) + 1
