"""HTTP of themes: translate, call one service function, return."""

from uuid import UUID

from fastapi import APIRouter, status

from almanac.core.clock import Now
from almanac.core.db import SessionDep
from almanac.core.pagination import PagingDep
from almanac.identity.deps import CurrentUser
from almanac.themes import service
from almanac.themes.deps import MembersDep
from almanac.themes.schemas import ThemeCreate, ThemeList, ThemeRead, ThemeUpdate

router = APIRouter(prefix="/themes", tags=["themes"])


@router.get("")
async def list_themes(
    user: CurrentUser, session: SessionDep, members: MembersDep, paging: PagingDep
) -> ThemeList:
    """Themes by name, with how much is gathered under each."""
    return await service.list_themes(session, user.id, members, paging)


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_theme(
    data: ThemeCreate, user: CurrentUser, session: SessionDep, now: Now
) -> ThemeRead:
    """Add a theme. A name that is taken, in whatever case, is 409."""
    return await service.create_theme(session, user.id, data, now=now)


@router.get("/{theme_id}")
async def read_theme(
    theme_id: UUID, user: CurrentUser, session: SessionDep, members: MembersDep
) -> ThemeRead:
    return await service.get_theme(session, user.id, theme_id, members)


@router.patch("/{theme_id}")
async def update_theme(
    theme_id: UUID,
    data: ThemeUpdate,
    user: CurrentUser,
    session: SessionDep,
    members: MembersDep,
    now: Now,
) -> ThemeRead:
    """Change the given fields."""
    return await service.update_theme(session, user.id, theme_id, data, members, now=now)


@router.delete("/{theme_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_theme(
    theme_id: UUID, user: CurrentUser, session: SessionDep, members: MembersDep, now: Now
) -> None:
    """Delete a theme; what belongs to it stays, without one. `restore` brings both back."""
    await service.delete_theme(session, user.id, theme_id, members, now=now)


@router.post("/{theme_id}/restore")
async def restore_theme(
    theme_id: UUID, user: CurrentUser, session: SessionDep, members: MembersDep, now: Now
) -> ThemeRead:
    """Bring a deleted theme back, with what left it and has no other theme meanwhile."""
    return await service.restore_theme(session, user.id, theme_id, members, now=now)
