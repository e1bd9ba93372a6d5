"""HTTP of what is cancelled and moved of a session. A date of an address is the planned one."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Path, Query

from almanac.core.db import SessionDep
from almanac.core.fields import Day
from almanac.identity.deps import CurrentUser
from almanac.timetable.deps import ViewpointDep
from almanac.timetable.schemas.session import DateCancel, DateMove, SeriesCancel, SessionRead
from almanac.timetable.service import exceptions

router = APIRouter(prefix="/routines/{routine_id}/sessions/{session_id}", tags=["timetable"])


@router.put("/cancellation")
async def cancel_series(
    routine_id: UUID,
    session_id: UUID,
    data: Annotated[SeriesCancel, Body(default_factory=SeriesCancel)],
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
) -> SessionRead:
    """Cancel every date of a session, or give another reason; without a body, none."""
    return await exceptions.cancel_series(session, user.id, routine_id, session_id, data, view=view)


@router.delete("/cancellation")
async def uncancel_series(
    routine_id: UUID, session_id: UUID, user: CurrentUser, session: SessionDep, view: ViewpointDep
) -> SessionRead:
    """Take the cancellation of every date back; what lay beneath it counts again."""
    return await exceptions.uncancel_series(session, user.id, routine_id, session_id, view=view)


@router.put("/cancellations/{date}")
async def cancel_date(
    routine_id: UUID,
    session_id: UUID,
    date: Annotated[Day, Path()],
    data: Annotated[DateCancel, Body(default_factory=DateCancel)],
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
) -> SessionRead:
    """Cancel one date, or with `until` all days from it to that one; without a body, no reason."""
    return await exceptions.cancel_date(
        session, user.id, routine_id, session_id, data, day=date, view=view
    )


@router.delete("/cancellations/{date}")
async def uncancel_date(
    routine_id: UUID,
    session_id: UUID,
    date: Annotated[Day, Path()],
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    until: Annotated[Day | None, Query(description="The last day of a range to take back")] = None,
) -> SessionRead:
    """Let one date take place, out of ranges too; with `until` take that range back as a whole."""
    return await exceptions.uncancel_date(
        session, user.id, routine_id, session_id, day=date, until=until, view=view
    )


@router.put("/moves/{date}")
async def move_date(
    routine_id: UUID,
    session_id: UUID,
    date: Annotated[Day, Path()],
    data: DateMove,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
) -> SessionRead:
    """Let one date take place on another day or at another time."""
    return await exceptions.move(
        session, user.id, routine_id, session_id, data, day=date, view=view
    )


@router.delete("/moves/{date}")
async def unmove_date(
    routine_id: UUID,
    session_id: UUID,
    date: Annotated[Day, Path()],
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
) -> SessionRead:
    """Let one date take place where it was planned."""
    return await exceptions.unmove(session, user.id, routine_id, session_id, day=date, view=view)
