"""HTTP of a person's links to calendars."""

from uuid import UUID

from fastapi import APIRouter, Request, Response, status

from almanac.core.db import SessionDep
from almanac.core.http.content import public_origin
from almanac.core.pagination import PagingDep
from almanac.feeds.schemas import FeedCreate, FeedList, FeedRead, FeedUpdate
from almanac.feeds.service import links
from almanac.identity.deps import CurrentUser

router = APIRouter(prefix="/feeds", tags=["feeds"])


@router.post(
    "",
    status_code=status.HTTP_201_CREATED,
    responses={200: {"model": FeedRead, "description": "There was a link to this calendar"}},
)
async def open_feed(
    data: FeedCreate, request: Request, response: Response, user: CurrentUser, session: SessionDep
) -> FeedRead:
    """Give out the link to a calendar; asked again it is the same one until it is taken back."""
    feed, is_new = await links.open_feed(
        session, user.id, data, origin=public_origin(request), now=user.now
    )
    if not is_new:
        response.status_code = status.HTTP_200_OK
    return feed


@router.get("")
async def list_feeds(
    request: Request, user: CurrentUser, session: SessionDep, paging: PagingDep
) -> FeedList:
    """The links given out, that of the person's own calendar first."""
    return await links.list_feeds(session, user.id, paging, origin=public_origin(request))


@router.delete("", status_code=status.HTTP_204_NO_CONTENT)
async def delete_feeds(user: CurrentUser, session: SessionDep) -> None:
    """Take all links back. Whoever has one finds nothing there any more."""
    await links.delete_feeds(session, user.id)


@router.patch("/{feed_id}")
async def update_feed(
    feed_id: UUID, data: FeedUpdate, request: Request, user: CurrentUser, session: SessionDep
) -> FeedRead:
    """Choose what the calendar shows; its link stays."""
    return await links.update_feed(session, user.id, feed_id, data, origin=public_origin(request))


@router.delete("/{feed_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_feed(feed_id: UUID, user: CurrentUser, session: SessionDep) -> None:
    """Take a link back. The next one to the same calendar is another one."""
    await links.delete_feed(session, user.id, feed_id)
