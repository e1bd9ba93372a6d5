"""Bringing whole habits in, many rows at a time, and taking an import back.

What a person already has is never overwritten: habits are matched by the key of their source,
check-ins by habit and date.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from json import dumps
from typing import Any, cast
from uuid import UUID

from sqlalchemy import (
    JSON,
    ColumnElement,
    String,
    Table,
    delete,
    func,
    insert,
    literal,
    select,
    true,
    update,
)
from sqlalchemy import cast as cast_sql
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import TypeEngine

from almanac.core.db import Base
from almanac.habits import models, queries
from almanac.habits.domain.transfer import HabitRecord, PauseRecord
from almanac.habits.service.habits import MAX_HABITS, TooManyHabits
from almanac.habits.service.import_plan import (
    CheckInRow,
    ImportCounts,
    PauseKey,
    Plan,
    match,
    plan_habit,
    plan_match,
    plan_pauses,
)
from almanac.habits.service.pauses import MAX_PAUSES, TooManyPauses

ROWS_PER_STATEMENT = 500
CHECK_INS_PER_STATEMENT = 5000


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
    import_id: UUID,
    now: datetime,
    dry_run: bool = False,
) -> ImportCounts:
    """Add what is not there yet; with `dry_run` only count it.

    A habit with a known key (or id) is kept as it is, and brought back when it was deleted;
    entries for dates it has none for are added. Imports of one person run one after another.
    Raises `TooManyHabits`, `TooManyPauses`.
    """
    if not dry_run:
        await _take_turns(session, user_id)
    existing = await _existing_habits(session, user_id, lock=not dry_run)
    matches = match(records, existing)
    taken = await _taken_dates(session, user_id, {habit.id for habit in matches.values()})
    plan = Plan(user_id, import_id, now)
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
    if len(live) + len(plan.habits) + len(plan.restored) > MAX_HABITS:
        raise TooManyHabits
    there = await _existing_pauses(session, user_id)
    plan_pauses(plan, pauses, there)
    if len(there) > MAX_PAUSES:
        raise TooManyPauses
    if not dry_run:
        await _write(session, plan)
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
    await _take_turns(session, user_id)
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
    await _forget_figures(session, user_id, deleted.keys(), now)
    paused = await _delete_pauses(session, user_id, pause_ids)
    await _forget_figures(session, user_id, paused, now)
    return UndoneCounts(len(removed), (hidden or 0) + deleted.total(), len(paused))


async def _delete_pauses(
    session: AsyncSession, user_id: UUID, pause_ids: Collection[UUID]
) -> list[UUID | None]:
    """Delete these pauses; answers whose they were."""
    pause = models.Pause
    gone = await session.scalars(
        delete(pause)
        .where(pause.user_id == user_id, pause.id.in_(pause_ids))
        .returning(pause.habit_id)
        .execution_options(synchronize_session=False)
    )
    return list(gone)


async def _take_turns(session: AsyncSession, user_id: UUID) -> None:
    """Let imports of one person wait for each other; SQLite has one writer anyway."""
    connection = await session.connection()
    if connection.dialect.name == "postgresql":
        key = func.hashtextextended(f"import:{user_id}", 0)
        await session.execute(select(func.pg_advisory_xact_lock(key)))


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


async def _existing_pauses(session: AsyncSession, user_id: UUID) -> set[PauseKey]:
    return {
        (habit_id, pause.starts_on, pause.ends_on)
        for pause, members in await queries.list_pauses(session, user_id)
        for habit_id in queries.paused_habits(pause, members)
    }


async def _write(session: AsyncSession, plan: Plan) -> None:
    habit, user_id, now = models.Habit, plan.user_id, plan.now
    await session.execute(
        update(habit)
        .where(habit.user_id == user_id, habit.id.in_(plan.restored))
        .values(deleted_at=None, import_id=plan.import_id)
        .execution_options(synchronize_session=False)
    )
    await _forget_figures(session, user_id, plan.changed | set(plan.restored), now)
    await _insert(session, models.Habit, plan.habits)
    await _insert(session, models.HabitSchedule, plan.schedules)
    for first in range(0, len(plan.check_ins), CHECK_INS_PER_STATEMENT):
        rows = plan.check_ins[first : first + CHECK_INS_PER_STATEMENT]
        await _insert_check_ins(session, plan, rows)
    await _insert(session, models.Pause, plan.pauses)
    await _forget_figures(session, user_id, [row["habit_id"] for row in plan.pauses], now)


async def _insert(
    session: AsyncSession, model: type[Base], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert rows by few statements, past the unit of work."""
    if not rows:
        return
    table = cast("Table", model.__table__)
    # With RETURNING the driver's one-by-one execution is replaced by statements of many rows.
    statement = insert(table).returning(table.c.user_id)
    options = {"insertmanyvalues_page_size": ROWS_PER_STATEMENT}
    await session.execute(statement, list(rows), execution_options=options)


async def _insert_check_ins(session: AsyncSession, plan: Plan, rows: Sequence[CheckInRow]) -> None:
    """Insert check-ins from one JSON parameter: several times as fast as a parameter a value."""
    connection = await session.connection()
    is_postgres = connection.dialect.name == "postgresql"
    columns = ("habit_id", "local_date", "status", "amount", "note")
    table = cast("Table", models.CheckIn.__table__)
    each = _each_of_json(dumps(rows), is_postgres=is_postgres)
    fixed = {"user_id": plan.user_id, "recorded_at": plan.now, "import_id": plan.import_id}
    values = [
        _element(each, place, table.c[name].type, is_postgres=is_postgres)
        for place, name in enumerate(columns)
    ]
    constants = [literal(value, table.c[name].type) for name, value in fixed.items()]
    # SQLite cannot tell the ON of a join from the ON of a conflict without a WHERE between.
    chosen = select(*values, *constants).where(true())
    dialect = postgresql if is_postgres else sqlite
    statement = dialect.insert(table).from_select([*columns, *fixed], chosen)
    await session.execute(statement.on_conflict_do_nothing())


def _each_of_json(text: str, *, is_postgres: bool) -> ColumnElement[Any]:
    if is_postgres:
        return (
            func.json_array_elements(cast_sql(literal(text, String), JSON))
            .table_valued("value")
            .c.value
        )
    return func.json_each(text).table_valued("value").c.value


def _element(
    row: ColumnElement[Any], place: int, kind: TypeEngine[Any], *, is_postgres: bool
) -> ColumnElement[Any]:
    if is_postgres:
        return cast_sql(row.op("->>")(place), kind)
    return func.json_extract(row, f"$[{place}]")


async def _forget_figures(
    session: AsyncSession, user_id: UUID, habit_ids: Collection[UUID | None], now: datetime
) -> None:
    """Figures of what was changed or paused; None among the habits stands for all."""
    habit = models.Habit
    statement = update(habit).where(habit.user_id == user_id)
    if None not in habit_ids:
        statement = statement.where(habit.id.in_(habit_ids))
    await session.execute(
        statement.values(
            figures=None, figures_on=None, revision=habit.revision + 1, updated_at=now
        ).execution_options(synchronize_session=False)
    )
