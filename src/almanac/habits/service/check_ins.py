"""Use cases of check-ins: record a day, take it back, read the history."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import AlmanacError, Conflict, invalid_field
from almanac.habits import models, queries
from almanac.habits.domain.days import check_in_refusal
from almanac.habits.domain.model import CheckIn, Refusal
from almanac.habits.schemas.check_in import CheckInList, CheckInRead, CheckInWrite
from almanac.habits.schemas.habit import HabitRead
from almanac.habits.service.figures import archived_since, lift_own_archiving, refresh
from almanac.habits.service.lookup import require_habit, require_history
from almanac.habits.service.views import from_thousandths, habit_view, to_thousandths

REFUSALS: Mapping[Refusal, str] = {
    Refusal.FUTURE: "That day has not begun yet",
    Refusal.BEFORE_START: "The habit begins later than that",
    Refusal.AFTER_END: "The habit ended before that day",
}


class HabitArchived(Conflict):
    code, title = "habit_archived", "The habit was archived before that day"


async def put_check_in(
    session: AsyncSession,
    user_id: UUID,
    habit_id: UUID,
    day: date,
    data: CheckInWrite,
    *,
    now: datetime,
    today: date,
) -> tuple[HabitRead, bool]:
    """Record `day`; writing the same again changes nothing. Also answers whether it is new.

    Six statements whatever the length of the history. Raises `Invalid` for a date outside the
    habit's window or in the future, `HabitArchived` from the day of archiving on; but what is
    recorded already may be said again, for the first answer may have been lost.
    """
    habit, history = await require_history(session, user_id, habit_id, lock=True)
    amount = to_thousandths(data.amount)
    archived_on = archived_since(habit, history, today)
    refusal = check_in_refusal(history, day, today=today, archived_on=archived_on)
    if refusal is not None and not await _is_recorded(session, habit, day, data):
        raise _refused(refusal)
    is_new = day not in history.check_ins
    await _upsert(
        session,
        {
            "user_id": user_id,
            "habit_id": habit_id,
            "local_date": day,
            "status": data.status,
            "amount": amount,
            "note": data.note,
            "recorded_at": now,
            "import_id": None,
        },
    )
    entry = CheckIn(day, data.status, amount)
    changed = replace(history, check_ins={**history.check_ins, day: entry})
    lift_own_archiving(habit, history, changed, today)
    standing = refresh(habit, changed, today)
    note = queries.Note(amount, data.note) if day == today else await _note(session, habit, today)
    await session.flush()
    return habit_view(habit, changed.versions, standing, today=today, note=note), is_new


async def delete_check_in(
    session: AsyncSession, user_id: UUID, habit_id: UUID, day: date, *, today: date
) -> None:
    """Take a day's check-in back. Nothing to take back is not an error."""
    habit, history = await require_history(session, user_id, habit_id, lock=True)
    row = models.CheckIn
    await session.execute(
        delete(row).where(row.user_id == user_id, row.habit_id == habit_id, row.local_date == day)
    )
    left = {date: entry for date, entry in history.check_ins.items() if date != day}
    changed = replace(history, check_ins=left)
    lift_own_archiving(habit, history, changed, today)
    refresh(habit, changed, today)


async def list_check_ins(
    session: AsyncSession,
    user_id: UUID,
    habit_id: UUID,
    *,
    first: date | None,
    last: date | None,
) -> CheckInList:
    """The check-ins of a habit between two dates, both included, newest first."""
    await require_habit(session, user_id, habit_id)
    if first and last and last < first:
        raise invalid_field("/query/to", "ends_before_start", "The end lies before the start")
    rows = await queries.list_check_ins(session, user_id, habit_id, first, last)
    data = [
        CheckInRead(
            date=row.local_date,
            status=row.status,
            amount=from_thousandths(row.amount),
            note=row.note,
        )
        for row in rows
    ]
    return CheckInList(data=data, count=len(data))


async def _is_recorded(
    session: AsyncSession, habit: models.Habit, day: date, data: CheckInWrite
) -> bool:
    """Whether this very check-in is there."""
    found = await queries.list_check_ins(session, habit.user_id, habit.id, day, day)
    said = (data.status, to_thousandths(data.amount), data.note)
    return [(row.status, row.amount, row.note) for row in found] == [said]


def _refused(refusal: Refusal) -> AlmanacError:
    if refusal.is_conflict:
        return HabitArchived()
    return invalid_field("/path/date", f"check_in_{refusal.value}", REFUSALS[refusal])


async def _upsert(session: AsyncSession, values: dict[str, Any]) -> None:
    connection = await session.connection()
    insert = (
        postgresql.insert(models.CheckIn)
        if connection.dialect.name == "postgresql"
        else sqlite.insert(models.CheckIn)
    )
    keys = ["user_id", "habit_id", "local_date"]
    await session.execute(
        insert.values(values).on_conflict_do_update(
            index_elements=keys,
            set_={name: value for name, value in values.items() if name not in keys},
        )
    )


async def _note(session: AsyncSession, habit: models.Habit, today: date) -> queries.Note:
    notes = await queries.load_notes(session, habit.user_id, today)
    return notes.get(habit.id, queries.Note(None, ""))
