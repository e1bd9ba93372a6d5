"""Sessions of kind task, ticked by the date they were planned on."""

from datetime import date
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import Conflict, invalid_field
from almanac.timetable import models
from almanac.timetable.domain.days import day_of
from almanac.timetable.domain.model import SessionKind
from almanac.timetable.domain.occurrences import occurrence_of
from almanac.timetable.domain.viewpoint import Viewpoint
from almanac.timetable.queries import rows
from almanac.timetable.schemas.session import SessionRead
from almanac.timetable.service.lookup import lock_session
from almanac.timetable.service.sessions import show
from almanac.timetable.service.values import routine_of, session_of


class NotATask(Conflict):
    code, title = "not_a_task", "A class takes place; only tasks are ticked"


async def tick(
    session: AsyncSession,
    user_id: UUID,
    routine_id: UUID,
    session_id: UUID,
    *,
    day: date,
    view: Viewpoint,
) -> SessionRead:
    """Say that a planned date was done, today; saying it again changes nothing.

    Raises `RoutineNotFound`, `SessionNotFound`, `NotATask`, `Invalid` for a day without the
    session and for one that belongs to a day after today.
    """
    routine, row = await lock_session(session, user_id, routine_id, session_id)
    if row.kind is not SessionKind.TASK:
        raise NotATask
    within = routine_of(routine, (), view.week_start)
    occurrence = occurrence_of(session_of(row), within, day)
    if occurrence is None:
        raise invalid_field("/path/date", "no_session", "The session is not on this day")
    if day_of(occurrence.on, occurrence.starts, view.day_start) > view.today:
        raise invalid_field("/path/date", "date_in_future", "This day has not come yet")
    # The session is held, so nobody ticks it meanwhile.
    if await rows.find_tick(session, user_id, session_id, day) is None:
        session.add(
            models.Tick(
                user_id=user_id,
                session_id=session_id,
                planned_on=day,
                done_on=view.today,
                done_at=view.now,
            )
        )
    return await show(session, row, view)


async def untick(
    session: AsyncSession,
    user_id: UUID,
    routine_id: UUID,
    session_id: UUID,
    *,
    day: date,
    view: Viewpoint,
) -> SessionRead:
    """Take a tick back, also when it is gone already.

    Raises `RoutineNotFound`, `SessionNotFound`.
    """
    _, found = await lock_session(session, user_id, routine_id, session_id)
    row = models.Tick
    await session.execute(
        delete(row).where(
            row.user_id == user_id, row.session_id == session_id, row.planned_on == day
        ),
        execution_options={"synchronize_session": False},
    )
    return await show(session, found, view)
