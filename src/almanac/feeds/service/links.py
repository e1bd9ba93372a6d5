"""Links to calendars: made, listed, changed, taken back. There is one for each scope at most."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import NotFound, invalid_field
from almanac.core.ids import new_id
from almanac.core.pagination import Paging, paginate
from almanac.core.security import new_token
from almanac.feeds.domain import AT_FIRST, Area
from almanac.feeds.models import Feed
from almanac.feeds.schemas import FeedCreate, FeedList, FeedRead, FeedUpdate
from almanac.timetable.service.lookup import find_routine


class FeedNotFound(NotFound):
    code, title = "feed_not_found", "No such calendar link"


async def open_feed(
    session: AsyncSession, user_id: UUID, data: FeedCreate, *, origin: str, now: datetime
) -> tuple[FeedRead, bool]:
    """The link of that scope, and whether it is new. Raises `RoutineNotFound`.

    One that is there stays, with other areas if some are named.
    """
    if data.routine_id is not None:
        _require_timetable(data.areas)
        await find_routine(session, user_id, data.routine_id)
    fresh = new_id()
    feed = await _upsert(session, user_id, fresh, data, now)
    return _view(feed, origin), feed.id == fresh


async def list_feeds(
    session: AsyncSession, user_id: UUID, paging: Paging, *, origin: str
) -> FeedList:
    """All links of a person, that of their own calendar first."""
    row = Feed
    statement = (
        select(row)
        .where(row.user_id == user_id)
        .order_by(row.routine_id.is_not(None), row.created_at, row.id)
    )
    feeds = (await session.scalars(statement)).all()
    page = paginate([_view(feed, origin) for feed in feeds], paging)
    return FeedList(data=page.data, count=page.count, next_cursor=page.next_cursor)


async def update_feed(
    session: AsyncSession, user_id: UUID, feed_id: UUID, data: FeedUpdate, *, origin: str
) -> FeedRead:
    """Choose other areas; the link stays. Raises `FeedNotFound`."""
    row = Feed
    statement = select(row).where(row.user_id == user_id, row.id == feed_id).with_for_update()
    feed = await session.scalar(statement)
    if feed is None:
        raise FeedNotFound
    if data.areas is not None:
        if feed.routine_id is not None:
            _require_timetable(data.areas)
        feed.areas = _written(data.areas)
        await session.flush()
    return _view(feed, origin)


async def delete_feed(session: AsyncSession, user_id: UUID, feed_id: UUID) -> None:
    """Take a link back for good: another one of that scope has another token.

    Raises `FeedNotFound`.
    """
    row = Feed
    gone = await session.scalar(
        delete(row).where(row.user_id == user_id, row.id == feed_id).returning(row.id)
    )
    if gone is None:
        raise FeedNotFound


async def delete_feeds(session: AsyncSession, user_id: UUID) -> None:
    """Take all links of a person back."""
    await session.execute(delete(Feed).where(Feed.user_id == user_id))


async def _upsert(
    session: AsyncSession, user_id: UUID, fresh: UUID, data: FeedCreate, now: datetime
) -> Feed:
    """The link of that scope, added under a fresh id unless there is one.

    One statement, so that nobody takes the link back between looking for it and answering it.
    """
    connection = await session.connection()
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    row = Feed
    usual = [*AT_FIRST] if data.routine_id is None else [Area.TIMETABLE]
    statement = insert(row).values(
        user_id=user_id,
        id=fresh,
        routine_id=data.routine_id,
        areas=_written(data.areas or usual),
        token=new_token(),
        created_at=now,
    )
    areas = row.areas if data.areas is None else statement.excluded.areas
    if data.routine_id is None:
        statement = statement.on_conflict_do_update(
            index_elements=[row.user_id],
            index_where=row.routine_id.is_(None),
            set_={"areas": areas},
        )
    else:
        statement = statement.on_conflict_do_update(
            index_elements=[row.user_id, row.routine_id], set_={"areas": areas}
        )
    return (await session.scalars(statement.returning(row))).one()


def _require_timetable(areas: list[Area] | None) -> None:
    if areas is not None and areas != [Area.TIMETABLE]:
        raise invalid_field("/body/areas", "routine_only", "A routine's calendar is its timetable")


def _written(areas: list[Area]) -> list[str]:
    return [area.value for area in areas]


def _view(feed: Feed, origin: str) -> FeedRead:
    address = f"/feeds/{feed.token}.ics"
    return FeedRead(
        id=feed.id,
        url=f"{origin}{address}",
        webcal_url=f"webcal://{origin.partition('://')[2]}{address}",
        areas=[Area(area) for area in feed.areas],
        routine_id=feed.routine_id,
        created_at=feed.created_at,
    )
