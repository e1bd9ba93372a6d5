"""HTTP of ticking sessions that are tasks. A date of an address is the planned one."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path

from almanac.core.db import SessionDep
from almanac.core.fields import Day
from almanac.identity.deps import CurrentUser
from almanac.timetable.deps import ViewpointDep
from almanac.timetable.schemas.session import SessionRead
from almanac.timetable.service import ticking

router = APIRouter(prefix="/routines/{routine_id}/sessions/{session_id}/ticks", tags=["timetable"])


@router.put("/{date}")
async def tick_session(
    routine_id: UUID,
    session_id: UUID,
    date: Annotated[Day, Path()],
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
) -> SessionRead:
    """Say that a date was done."""
    return await ticking.tick(session, user.id, routine_id, session_id, day=date, view=view)


@router.delete("/{date}")
async def untick_session(
    routine_id: UUID,
    session_id: UUID,
    date: Annotated[Day, Path()],
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
) -> SessionRead:
    """Take a tick back, also when it is gone already."""
    return await ticking.untick(session, user.id, routine_id, session_id, day=date, view=view)
