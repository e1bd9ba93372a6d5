"""Whose day has begun: people's next day starts as instants, each begun by one process only."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.identity.models import User
from almanac.schedules.times import local_today, next_day_starts_at, zone_named

# No next day start lies further ahead, in Apia's night of two dates neither. One that does was set
# by a clock that was wrong, and would keep its person from every day until then.
FURTHEST_AHEAD = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class DayStart:
    """A person whose day has begun, or of whom it is not known when the next one does."""

    user_id: UUID
    timezone: str
    day_start: int
    next_day_at: datetime | None

    def today(self, now: datetime) -> date:
        """The person's date."""
        return local_today(now, zone_named(self.timezone), self.day_start)


async def list_day_starts(
    session: AsyncSession, *, now: datetime, after: UUID | None, limit: int
) -> list[DayStart]:
    """The people whose day is to be begun, in the order of their ids, from `after` on."""
    statement = (
        select(User.id, User.timezone, User.day_start, User.next_day_at)
        .where(
            User.is_active,
            or_(
                User.next_day_at.is_(None),
                User.next_day_at <= now,
                User.next_day_at > now + FURTHEST_AHEAD,
            ),
        )
        .order_by(User.id)
        .limit(limit)
    )
    if after is not None:
        statement = statement.where(User.id > after)
    return [DayStart(*row) for row in await session.execute(statement)]


async def begin_day(session: AsyncSession, person: DayStart, *, now: datetime) -> bool:
    """Take a person's day start; false when somebody took it, or their zone changed meanwhile."""
    begun = await session.scalar(
        update(User)
        .where(
            User.id == person.user_id,
            User.is_active,
            User.timezone == person.timezone,
            User.day_start == person.day_start,
            User.next_day_at.is_not_distinct_from(person.next_day_at),
        )
        .values(next_day_at=next_day_starts_at(now, zone_named(person.timezone), person.day_start))
        .returning(User.id)
    )
    return begun is not None
