"""Writing what an import adds to habits, many rows at a time."""

from collections.abc import Collection, Sequence
from datetime import datetime
from json import dumps
from typing import Any, cast
from uuid import UUID

from sqlalchemy import JSON, ColumnElement, String, Table, func, literal, select, true, update
from sqlalchemy import cast as cast_sql
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import TypeEngine

from almanac.core.bulk_insert import insert_rows
from almanac.habits import models
from almanac.habits.service.import_plan import CheckInRow, Plan

CHECK_INS_PER_STATEMENT = 5000


async def write_plan(session: AsyncSession, plan: Plan) -> None:
    """Write all rows of a plan."""
    user_id, now = plan.user_id, plan.now
    await _restore(session, plan)
    restored = [habit_id for ids in plan.restored.values() for habit_id in ids]
    await forget_imported(session, user_id, plan.changed | set(restored), now)
    await insert_rows(session, models.Habit, plan.habits)
    await insert_rows(session, models.HabitSchedule, plan.schedules)
    for first in range(0, len(plan.check_ins), CHECK_INS_PER_STATEMENT):
        rows = plan.check_ins[first : first + CHECK_INS_PER_STATEMENT]
        await _insert_check_ins(session, plan, rows)
    await insert_rows(session, models.Pause, plan.pauses)
    await insert_rows(session, models.PauseHabit, plan.pause_habits)
    await forget_imported(session, user_id, plan.paused, now)


async def _restore(session: AsyncSession, plan: Plan) -> None:
    """Bring deleted habits back; one that has no theme gets that of the file."""
    habit = models.Habit
    for theme_id, ids in plan.restored.items():
        await session.execute(
            update(habit)
            .where(habit.user_id == plan.user_id, habit.id.in_(ids))
            .values(
                deleted_at=None,
                import_id=plan.import_id,
                theme_id=func.coalesce(habit.theme_id, theme_id),
            )
            .execution_options(synchronize_session=False)
        )


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


async def forget_imported(
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
