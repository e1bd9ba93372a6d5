"""The link to a routine: given out and taken back by its owner."""

from uuid import UUID

from fastapi import APIRouter, status

from almanac.core.db import SessionDep
from almanac.identity.deps import CurrentUser
from almanac.timetable.deps import ViewpointDep
from almanac.timetable.schemas.routine import ShareRead
from almanac.timetable.service import sharing
from almanac.timetable.service.views import share_view

router = APIRouter(prefix="/routines/{routine_id}/share", tags=["timetable"])


@router.post("")
async def share_routine(
    routine_id: UUID, session: SessionDep, user: CurrentUser, view: ViewpointDep
) -> ShareRead:
    """Give out the link under which anybody may read the routine: one until it is taken back."""
    token = await sharing.share_routine(session, user.id, routine_id, now=user.now)
    return share_view(token, view)


@router.delete("", status_code=status.HTTP_204_NO_CONTENT)
async def unshare_routine(routine_id: UUID, session: SessionDep, user: CurrentUser) -> None:
    """Take the link back. Whoever has it finds nothing there any more."""
    await sharing.unshare_routine(session, user.id, routine_id)
