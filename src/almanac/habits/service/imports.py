"""Bringing whole habits in, many rows at a time, and taking an import back.

What a person already has is never overwritten: habits are matched by the key of their source,
check-ins by habit and date.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.habits import models, queries
from almanac.habits.domain.transfer import HabitRecord, PauseRecord
from almanac.habits.service.habits import MAX_HABITS, TooManyHabits
from almanac.habits.service.import_plan import (
    ImportCounts,
    PauseKey,
    Plan,
    match,
    plan_habit,
    plan_match,
    plan_pauses,
)
from almanac.habits.service.import_rows import forget_imported, write_plan
from almanac.habits.service.pauses import MAX_PAUSES, TooManyPauses


@dataclass(frozen=True, slots=True)
class UndoneCounts:
    """What taking an import back removed; the check-ins of removed habits are counted too."""

    habits: int
    check_ins: int
    pauses: int


async def import_habits(
    session: AsyncSession,
    user_id: UUID,
    records: Sequence[HabitRecord],
    pauses: Sequence[PauseRecord] = (),
    *,
    themes: Mapping[str, UUID] | None = None,
    import_id: UUID,
    now: datetime,
    dry_run: bool = False,
) -> ImportCounts:
    """Add what is not there yet; with `dry_run` only count it.

    A habit with a known key (or id) is kept as it is, and brought back when it was deleted;
    entries for dates it has none for are added. `themes` are the ids of those of the file.
    Raises `TooManyHabits`, `TooManyPauses`.
    """
    existing = await _existing_habits(session, user_id, lock=not dry_run)
    matches = match(records, existing)
    taken = await _taken_dates(session, user_id, {habit.id for habit in matches.values()})
    plan = Plan(user_id, import_id, now, themes or {})
    live = [habit for habit in existing if habit.deleted_at is None]
    names = {habit.name for habit in live}
    position = max((habit.position for habit in live), default=-1)
    for record in records:
        habit = matches.get(record.key)
        if habit is None:
            position += 1
            plan_habit(plan, record, position)
            if record.name in names:
                plan.counts.namesakes.append(record.name)
        else:
            plan_match(plan, record, habit, taken[habit.id])
    if len(live) + len(plan.habits) + plan.counts.habits_restored > MAX_HABITS:
        raise TooManyHabits
    there = await queries.list_pauses(session, user_id)
    plan_pauses(plan, pauses, _paused(there))
    if plan.pauses and len(there) + len(plan.pauses) > MAX_PAUSES:
        raise TooManyPauses
    if not dry_run:
        await write_plan(session, plan)
    return plan.counts


async def undo_import(
    session: AsyncSession,
    user_id: UUID,
    import_id: UUID,
    *,
    pause_ids: Collection[UUID] = (),
    now: datetime,
) -> UndoneCounts:
    """Take back what one import added; doing so twice removes nothing more.

    Habits that it created are deleted so that they can be restored, with all their history,
    also what was added later; check-ins that it added to other habits are gone.
    """
    habit, check_in = models.Habit, models.CheckIn
    removed = list(
        await session.scalars(
            update(habit)
            .where(
                habit.user_id == user_id,
                habit.import_id == import_id,
                habit.deleted_at.is_(None),
            )
            .values(deleted_at=now, updated_at=now, revision=habit.revision + 1)
            .returning(habit.id)
            .execution_options(synchronize_session=False)
        )
    )
    hidden = await session.scalar(
        select(func.count()).where(check_in.user_id == user_id, check_in.habit_id.in_(removed))
    )
    created = select(habit.id).where(habit.user_id == user_id, habit.import_id == import_id)
    deleted = Counter(
        await session.scalars(
            delete(check_in)
            .where(
                check_in.user_id == user_id,
                check_in.import_id == import_id,
                check_in.habit_id.not_in(created),
            )
            .returning(check_in.habit_id)
            .execution_options(synchronize_session=False)
        )
    )
    await forget_imported(session, user_id, deleted.keys(), now)
    pauses, paused = await _delete_pauses(session, user_id, pause_ids)
    await forget_imported(session, user_id, paused, now)
    return UndoneCounts(len(removed), (hidden or 0) + deleted.total(), pauses)


async def _delete_pauses(
    session: AsyncSession, user_id: UUID, pause_ids: Collection[UUID]
) -> tuple[int, set[UUID | None]]:
    """Delete these pauses; answers how many there were, and whose."""
    pause, member = models.Pause, models.PauseHabit
    members = await session.scalars(
        select(member.habit_id).where(member.user_id == user_id, member.pause_id.in_(pause_ids))
    )
    paused: set[UUID | None] = set(members)
    gone = await session.execute(
        delete(pause)
        .where(pause.user_id == user_id, pause.id.in_(pause_ids))
        .returning(pause.habit_id, pause.theme_id)
        .execution_options(synchronize_session=False)
    )
    rows = gone.all()
    paused |= {habit_id for habit_id, theme_id in rows if theme_id is None}
    return len(rows), paused


async def _existing_habits(
    session: AsyncSession, user_id: UUID, *, lock: bool
) -> list[models.Habit]:
    """All habits of the person, deleted ones too; locked, so that no check-in slips between."""
    statement = select(models.Habit).where(models.Habit.user_id == user_id).order_by("id")
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    return list(await session.scalars(statement))


async def _taken_dates(
    session: AsyncSession, user_id: UUID, habit_ids: Collection[UUID]
) -> dict[UUID, set[date]]:
    row = models.CheckIn
    statement = select(row.habit_id, row.local_date).where(
        row.user_id == user_id, row.habit_id.in_(habit_ids)
    )
    taken: dict[UUID, set[date]] = {habit_id: set() for habit_id in habit_ids}
    for habit_id, day in await session.execute(statement):
        taken[habit_id].add(day)
    return taken


def _paused(pauses: Iterable[tuple[models.Pause, Sequence[UUID]]]) -> set[PauseKey]:
    """Which habits are paused from when to when."""
    return {
        (habit_id, pause.starts_on, pause.ends_on)
        for pause, members in pauses
        for habit_id in queries.paused_habits(pause, members)
    }
