"""Routines and sessions to be shown, with what they meet among all of the person's routines."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.pagination import Paging, paginate
from almanac.timetable.domain.meetings import (
    Neighbourhood,
    session_warnings,
    warnings_of_routine,
)
from almanac.timetable.domain.viewpoint import Viewpoint
from almanac.timetable.queries import loading as reads
from almanac.timetable.queries import rows
from almanac.timetable.schemas.routine import RoutineList, RoutineRead, RoutineSummary
from almanac.timetable.schemas.session import SessionRead
from almanac.timetable.schemas.times import wall_time
from almanac.timetable.service.loading import RoutineRecord, load_records
from almanac.timetable.service.lookup import RoutineNotFound
from almanac.timetable.service.views import routine_view, session_view


async def list_routines(session: AsyncSession, user_id: UUID, paging: Paging) -> RoutineList:
    """The routines of a person in their order, a page at a time: three statements."""
    found = await reads.load_routines(session, user_id)
    counts = await rows.count_sessions(session, user_id)
    shared = await reads.list_shared(session, user_id)
    page = paginate(found, paging)
    data = [
        RoutineSummary(
            id=row.id,
            name=row.name,
            day_starts=wall_time(row.day_starts),
            day_ends=wall_time(row.day_ends),
            rotation_weeks=row.rotation_weeks,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            sessions_count=counts.get(row.id, (0, 0))[0],
            position=row.position,
            is_shared=row.id in shared,
        )
        for row in page.data
    ]
    return RoutineList(data=data, count=page.count, next_cursor=page.next_cursor)


async def get_routine(
    session: AsyncSession, user_id: UUID, routine_id: UUID, *, view: Viewpoint
) -> RoutineRead:
    """A routine with its sessions: three statements. Raises `RoutineNotFound`."""
    record, others = await _among_others(session, user_id, routine_id, view)
    warnings = warnings_of_routine(record.routine, [other.routine for other in others])
    token = await reads.find_share(session, user_id, routine_id)
    return routine_view(record, warnings, token, view)


async def get_sessions(
    session: AsyncSession,
    user_id: UUID,
    routine_id: UUID,
    ids: Sequence[UUID],
    *,
    view: Viewpoint,
) -> list[SessionRead]:
    """Those of `ids` that are there, in their order: two statements.

    Raises `RoutineNotFound`.
    """
    record, others = await _among_others(session, user_id, routine_id, view)
    routine = record.routine
    there = {each.id: each for each in routine.sessions}
    neighbourhood = Neighbourhood([routine, *(other.routine for other in others)])
    return [
        session_view(there[each], record, session_warnings(there[each], routine, neighbourhood))
        for each in ids
        if each in there
    ]


async def _among_others(
    session: AsyncSession, user_id: UUID, routine_id: UUID, view: Viewpoint
) -> tuple[RoutineRecord, list[RoutineRecord]]:
    await session.flush()
    records = await load_records(session, user_id, week_start=view.week_start)
    own = next((record for record in records if record.routine.id == routine_id), None)
    if own is None:
        raise RoutineNotFound
    return own, [record for record in records if record is not own]
