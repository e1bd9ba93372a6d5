"""HTTP of pauses."""

from uuid import UUID

from fastapi import APIRouter, status

from almanac.core.clock import Now
from almanac.core.db import SessionDep
from almanac.habits.schemas.habit import PauseCreate, PauseList, PauseRead
from almanac.habits.service import pauses
from almanac.identity.deps import CurrentUser

router = APIRouter(prefix="/pauses", tags=["habits"])


@router.get("")
async def list_pauses(user: CurrentUser, session: SessionDep) -> PauseList:
    return await pauses.list_pauses(session, user.id)


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_pause(
    data: PauseCreate, user: CurrentUser, session: SessionDep, now: Now
) -> PauseRead:
    """Pause a habit, those a theme has now, or all, from a date on, also afterwards."""
    return await pauses.create_pause(session, user.id, data, now=now)


@router.delete("/{pause_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_pause(pause_id: UUID, user: CurrentUser, session: SessionDep, now: Now) -> None:
    await pauses.delete_pause(session, user.id, pause_id, now=now)
