"""What stands in a calendar: each area's events, for whoever has the link."""

from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.calendars.events import CalendarEvent, Owner
from almanac.feeds.domain import Area
from almanac.feeds.models import Feed
from almanac.freshness.service import calendar as freshness
from almanac.habits.service import calendar as habits
from almanac.identity.service.people import find_active_person
from almanac.schedules.times import zone_named
from almanac.tasks.service import calendar as tasks
from almanac.timetable.service import calendar as timetable
from almanac.timetable.service.lookup import RoutineNotFound

Contribution = Callable[[AsyncSession, UUID, Owner], Awaitable[Iterator[CalendarEvent]]]
CONTRIBUTIONS: dict[Area, Contribution] = {
    Area.TIMETABLE: timetable.calendar_events,
    Area.HABITS: habits.calendar_events,
    Area.TASKS: tasks.calendar_events,
    Area.FRESHNESS: freshness.calendar_events,
}
NAME = "Almanac"


@dataclass(frozen=True, slots=True)
class FeedContents:
    """A calendar to be written: the events are worked out while they are taken."""

    name: str
    events: Iterable[CalendarEvent]
    zone: ZoneInfo


async def follow_feed(session: AsyncSession, token: str) -> FeedContents | None:
    """What a link shows; None when it was taken back, or its owner is not there.

    At most nine statements whatever there is. A routine that was deleted is an empty calendar, so
    that its sessions leave the phones that have them, and come back when it is restored.
    """
    row = Feed
    found = await session.execute(
        select(row.user_id, row.routine_id, row.areas).where(row.token == _spelled(token))
    )
    feed = found.one_or_none()
    person = feed and await find_active_person(session, feed.user_id)
    if feed is None or person is None:
        return None
    owner = Owner(zone_named(person.timezone), person.week_start, person.day_start, person.locale)
    if feed.routine_id is not None:
        return await _of_routine(session, feed.user_id, feed.routine_id, owner)
    events = [
        await contribute(session, feed.user_id, owner)
        for area, contribute in CONTRIBUTIONS.items()
        if area.value in feed.areas
    ]
    return FeedContents(NAME, chain.from_iterable(events), owner.zone)


async def _of_routine(
    session: AsyncSession, user_id: UUID, routine_id: UUID, owner: Owner
) -> FeedContents:
    try:
        name, events = await timetable.routine_events(session, user_id, routine_id, owner)
    except RoutineNotFound:
        return FeedContents(NAME, (), owner.zone)
    return FeedContents(name, events, owner.zone)


def _spelled(token: str) -> str:
    """The token, or one that nobody has, so that a malformed link costs the same statement."""
    return token if token.isascii() and token.isprintable() else ""
