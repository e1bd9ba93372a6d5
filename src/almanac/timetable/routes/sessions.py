"""HTTP of sessions."""

from uuid import UUID

from fastapi import APIRouter, Response, status

from almanac.core.db import SessionDep
from almanac.identity.deps import CurrentUser
from almanac.identity.deps.once import OnceDep
from almanac.timetable.deps import ViewpointDep
from almanac.timetable.schemas.session import (
    DayCopy,
    SessionBatch,
    SessionBulk,
    SessionCreate,
    SessionRead,
    SessionUpdate,
)
from almanac.timetable.service import copying, lifecycle, sessions

router = APIRouter(prefix="/routines/{routine_id}", tags=["timetable"])


@router.post("/sessions", status_code=status.HTTP_201_CREATED)
async def create_session(
    routine_id: UUID,
    data: SessionCreate,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    once: OnceDep,
) -> SessionRead:
    return await once(
        lambda: sessions.create_session(session, user.id, routine_id, data, view=view),
        status=status.HTTP_201_CREATED,
    )


@router.post("/sessions/bulk")
async def change_sessions(
    routine_id: UUID,
    data: SessionBulk,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    once: OnceDep,
) -> SessionBatch:
    """Delete or restore several sessions, all or none."""
    return await once(
        lambda: lifecycle.change_sessions(session, user.id, routine_id, data, view=view)
    )


@router.post("/copy-day", status_code=status.HTTP_201_CREATED)
async def copy_day(
    routine_id: UUID,
    data: DayCopy,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    once: OnceDep,
) -> SessionBatch:
    """Copy the sessions of one day onto another; to delete the answered ones undoes it."""
    return await once(
        lambda: copying.copy_sessions(session, user.id, routine_id, data, view=view),
        status=status.HTTP_201_CREATED,
    )


@router.put(
    "/sessions/{session_id}",
    responses={201: {"model": SessionRead, "description": "A new session was written"}},
)
async def put_session(
    routine_id: UUID,
    session_id: UUID,
    data: SessionCreate,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    response: Response,
) -> SessionRead:
    """Write a session under an id that the client made: 201 the first time, 200 afterwards."""
    written, is_new = await sessions.put_session(
        session, user.id, routine_id, session_id, data, view=view
    )
    if is_new:
        response.status_code = status.HTTP_201_CREATED
    return written


@router.patch("/sessions/{session_id}")
async def update_session(
    routine_id: UUID,
    session_id: UUID,
    data: SessionUpdate,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    once: OnceDep,
) -> SessionRead:
    """Change the given fields."""
    return await once(
        lambda: sessions.update_session(session, user.id, routine_id, session_id, data, view=view)
    )


@router.delete("/sessions/{session_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_session(
    routine_id: UUID, session_id: UUID, user: CurrentUser, session: SessionDep, view: ViewpointDep
) -> None:
    """Delete a session, also when it is gone already. `restore` brings it back."""
    await lifecycle.delete_session(session, user.id, routine_id, session_id, view=view)


@router.post("/sessions/{session_id}/restore")
async def restore_session(
    routine_id: UUID,
    session_id: UUID,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    once: OnceDep,
) -> SessionRead:
    """Bring a session back from deletion, with what was cancelled and moved of it."""
    return await once(
        lambda: lifecycle.restore_session(session, user.id, routine_id, session_id, view=view)
    )
