"""Reads of habits: rows in, domain values out. Each function is one statement."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, cast, func, select, type_coerce
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import NullType

from almanac.habits import models
from almanac.habits.domain.line import AMOUNT_SIGN, MARK_OF, WrittenDays
from almanac.habits.domain.model import CheckIn, CheckInStatus, HabitKind, Pause, ScheduleVersion
from almanac.schedules.rules import ScheduleKind, parse_rule

STATUSES = {status.value: status for status in CheckInStatus}
VERSION_COLUMNS = (
    models.HabitSchedule.habit_id,
    models.HabitSchedule.effective_from,
    models.HabitSchedule.kind,
    models.HabitSchedule.config,
    models.HabitSchedule.target,
    models.HabitSchedule.target_kind,
    models.HabitSchedule.target_per,
    models.HabitSchedule.week_start,
)


@dataclass(frozen=True, slots=True)
class Note:
    """What is shown of a day's check-in beside its state."""

    amount: int | None
    note: str


async def find_habit(
    session: AsyncSession, user_id: UUID, habit_id: UUID, *, lock: bool = False
) -> models.Habit | None:
    """One habit of this person, deleted ones too; `lock` holds it until the commit."""
    statement = select(models.Habit).where(
        models.Habit.user_id == user_id, models.Habit.id == habit_id
    )
    return await session.scalar(statement.with_for_update() if lock else statement)


async def list_habits(
    session: AsyncSession, user_id: UUID, *, deleted_too: bool = False, lock: bool = False
) -> list[models.Habit]:
    """All habits of this person in manual order; `lock` holds them until the commit."""
    row = models.Habit
    statement = select(row).where(row.user_id == user_id).order_by(row.id)
    if not deleted_too:
        statement = statement.where(row.deleted_at.is_(None))
    if lock:
        # In the order of ids, as imports do: whoever locks several never waits for each other.
        statement = statement.with_for_update().execution_options(populate_existing=True)
    return sorted(await session.scalars(statement), key=lambda habit: (habit.position, habit.id))


async def find_habit_and_versions(
    session: AsyncSession, user_id: UUID, habit_id: UUID, *, lock: bool = False
) -> tuple[models.Habit, tuple[ScheduleVersion, ...]] | None:
    """One habit with its schedule versions in one statement; `lock` holds the habit."""
    statement = (
        select(models.Habit, *VERSION_COLUMNS)
        .join(
            models.HabitSchedule,
            (models.HabitSchedule.user_id == models.Habit.user_id)
            & (models.HabitSchedule.habit_id == models.Habit.id),
        )
        .where(models.Habit.user_id == user_id, models.Habit.id == habit_id)
        .order_by(models.HabitSchedule.effective_from)
    )
    if lock:
        statement = statement.with_for_update(of=models.Habit)
    rows = (await session.execute(statement)).all()
    if not rows:
        return None
    return rows[0][0], tuple(_version(*columns) for _, _, *columns in rows)


async def load_versions(
    session: AsyncSession, user_id: UUID, habit_ids: Collection[UUID] | None = None
) -> dict[UUID, tuple[ScheduleVersion, ...]]:
    """Schedule versions by habit, oldest first; of all habits without `habit_ids`."""
    row = models.HabitSchedule
    statement = select(*VERSION_COLUMNS).where(row.user_id == user_id).order_by(row.effective_from)
    if habit_ids is not None:
        statement = statement.where(row.habit_id.in_(habit_ids))
    found: dict[UUID, list[ScheduleVersion]] = defaultdict(list)
    for habit_id, *columns in await session.execute(statement):
        found[habit_id].append(_version(*columns))
    return {habit_id: tuple(versions) for habit_id, versions in found.items()}


def _version(
    effective_from: date, kind: ScheduleKind, config: dict[str, Any], *target_and_week: Any
) -> ScheduleVersion:
    return ScheduleVersion(effective_from, parse_rule(kind, config), *target_and_week)


async def load_check_ins(
    session: AsyncSession,
    user_id: UUID,
    habit_ids: Collection[UUID] | None,
    *,
    first: date | None = None,
) -> dict[UUID, dict[date, CheckIn]]:
    """Check-ins by habit and date, from `first` on.

    There may be a hundred thousand: rows come past the ORM, with ids and statuses as the driver
    gives them, because making each a value of its own would cost more than all the rest.
    """
    row = models.CheckIn
    statement = select(
        type_coerce(row.habit_id, NullType()),
        row.local_date,
        type_coerce(row.status, String()),
        row.amount,
    ).where(row.user_id == user_id)
    if habit_ids is not None:
        statement = statement.where(row.habit_id.in_(habit_ids))
    if first is not None:
        statement = statement.where(row.local_date >= first)
    found: dict[Any, dict[date, CheckIn]] = defaultdict(dict)
    connection = await session.connection()
    for habit_id, day, status, amount in await connection.execute(statement):
        found[habit_id][day] = CheckIn(day, STATUSES[status], amount)
    return {UUID(str(habit_id)): check_ins for habit_id, check_ins in found.items()}


async def load_written_days(
    session: AsyncSession, user_id: UUID, habits: Sequence[models.Habit]
) -> dict[UUID, WrittenDays]:
    """The check-ins of habits as text; a second statement where some have amounts.

    The database joins the days of each habit and status, so that hundreds of thousands of
    check-ins come as a few hundred values.
    """
    row = models.CheckIn
    day = await _day_as_text(session)
    by_status = [func.aggregate_strings(day, ",").filter(row.status == said) for said in MARK_OF]
    statement = select(row.habit_id, *by_status).where(_is_of(user_id, habits))
    rows = (await session.execute(statement.group_by(row.habit_id))).all()
    amounts = await _load_amounts(session, user_id, habits, day)
    return {
        habit_id: WrittenDays(tuple(texts), amounts.get(habit_id, ""))
        for habit_id, *texts in map(tuple, rows)
    }


async def _load_amounts(
    session: AsyncSession, user_id: UUID, habits: Sequence[models.Habit], day: ColumnElement[str]
) -> dict[UUID, str]:
    measured = [habit for habit in habits if habit.kind is HabitKind.MEASURE]
    if not measured:
        return {}
    row = models.CheckIn
    amount = day + AMOUNT_SIGN + cast(row.amount, String)
    statement = (
        select(row.habit_id, func.aggregate_strings(amount, ","))
        .where(_is_of(user_id, measured), row.amount.is_not(None))
        .group_by(row.habit_id)
    )
    return {found[0]: found[1] for found in await session.execute(statement)}


def _is_of(user_id: UUID, habits: Sequence[models.Habit]) -> ColumnElement[bool]:
    row = models.CheckIn
    return (row.user_id == user_id) & row.habit_id.in_([habit.id for habit in habits])


async def _day_as_text(session: AsyncSession) -> ColumnElement[str]:
    """A check-in's date in ISO form, which is how SQLite keeps it."""
    day = models.CheckIn.local_date
    if (await session.connection()).dialect.name == "postgresql":
        return func.to_char(day, "YYYY-MM-DD")
    return type_coerce(day, String())


async def load_notes(session: AsyncSession, user_id: UUID, day: date) -> dict[UUID, Note]:
    """Amounts and notes of one date, by habit."""
    row = models.CheckIn
    statement = select(row.habit_id, row.amount, row.note).where(
        row.user_id == user_id, row.local_date == day
    )
    return {
        habit_id: Note(amount, note) for habit_id, amount, note in await session.execute(statement)
    }


async def list_check_ins(
    session: AsyncSession, user_id: UUID, habit_id: UUID, first: date | None, last: date | None
) -> list[models.CheckIn]:
    """The check-ins of one habit between two dates, newest first."""
    row = models.CheckIn
    statement = select(row).where(row.user_id == user_id, row.habit_id == habit_id)
    if first is not None:
        statement = statement.where(row.local_date >= first)
    if last is not None:
        statement = statement.where(row.local_date <= last)
    return list(await session.scalars(statement.order_by(row.local_date.desc())))


async def list_pauses(
    session: AsyncSession, user_id: UUID, habit_id: UUID | None = None
) -> list[tuple[models.Pause, list[UUID]]]:
    """All pauses of this person, newest first, each with the habits that a theme's is for.

    With `habit_id` only this habit is told of those of themes, so that one statement brings no
    more rows than there are pauses.
    """
    row, member = models.Pause, models.PauseHabit
    belongs = (member.user_id == row.user_id) & (member.pause_id == row.id)
    if habit_id is not None:
        belongs &= member.habit_id == habit_id
    statement = (
        select(row, member.habit_id)
        .outerjoin(member, belongs)
        .where(row.user_id == user_id)
        .order_by(row.starts_on.desc(), row.id, member.habit_id)
    )
    found: dict[UUID, tuple[models.Pause, list[UUID]]] = {}
    for pause, member_id in await session.execute(statement):
        _, members = found.setdefault(pause.id, (pause, []))
        if member_id is not None:
            members.append(member_id)
    return list(found.values())


def paused_habits(pause: models.Pause, members: Sequence[UUID]) -> Sequence[UUID | None]:
    """The habits that a pause is for, `members` being those of a theme's; None for all habits."""
    return members if pause.theme_id is not None else [pause.habit_id]


@dataclass(frozen=True, slots=True)
class Pauses:
    """The pauses of one person, ready to be asked by habit."""

    everything: tuple[Pause, ...]
    by_habit: dict[UUID, tuple[Pause, ...]]

    def of(self, habit_id: UUID) -> tuple[Pause, ...]:
        return (*self.everything, *self.by_habit.get(habit_id, ()))


async def load_pauses(session: AsyncSession, user_id: UUID, habit_id: UUID | None = None) -> Pauses:
    """The pauses of this person as the domain reads them, for all habits or for one."""
    everything: list[Pause] = []
    by_habit: dict[UUID, tuple[Pause, ...]] = {}
    for row, members in await list_pauses(session, user_id, habit_id):
        pause = Pause(row.starts_on, row.ends_on)
        for each in paused_habits(row, members):
            if each is None:
                everything.append(pause)
            else:
                by_habit[each] = (*by_habit.get(each, ()), pause)
    return Pauses(tuple(everything), by_habit)
