"""People who are not asking themselves: whose page or calendar a link leads to."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Subquery, select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.identity.models import User
from almanac.schedules.rules import Weekday
from almanac.schedules.times import local_today, zone_named


@dataclass(frozen=True, slots=True)
class Person:
    """How somebody has their days and weeks, and what they read. Nothing of who they are."""

    user_id: UUID
    timezone: str
    day_start: int
    week_start: Weekday
    locale: str

    def today(self, now: datetime) -> date:
        """The person's date."""
        return local_today(now, zone_named(self.timezone), self.day_start)


def active_people() -> Subquery:
    """Who has an account that is not deactivated: `id` and `timezone`, to be joined in one read."""
    return select(User.id, User.timezone).where(User.is_active).subquery("people")


async def find_active_person(session: AsyncSession, user_id: UUID) -> Person | None:
    """The person, or None when their account is gone or deactivated."""
    statement = select(User.id, User.timezone, User.day_start, User.week_start, User.locale).where(
        User.id == user_id, User.is_active
    )
    row = (await session.execute(statement)).one_or_none()
    return None if row is None else Person(*row)
