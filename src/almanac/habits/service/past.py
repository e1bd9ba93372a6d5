"""What a habit's past looks like: the calendar of a year and the line of its strength."""

from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.habits.domain.days import calendar, strength_series
from almanac.habits.schemas.check_in import Calendar, CalendarDay, StrengthLine, StrengthPoint
from almanac.habits.service.lookup import require_history
from almanac.habits.service.views import from_thousandths


async def read_calendar(
    session: AsyncSession, user_id: UUID, habit_id: UUID, year: int, *, today: date
) -> Calendar:
    """Every day of `year` with its state."""
    habit, history = await require_history(session, user_id, habit_id)
    first, last = date(year, 1, 1), date(year, 12, 31)
    days = [
        CalendarDay(date=day, state=state, amount=from_thousandths(amount))
        for day, state, amount in calendar(
            history, first=first, last=last, today=today, archived_on=habit.archived_on
        )
    ]
    return Calendar(year=year, days=days)


async def read_strength(
    session: AsyncSession, user_id: UUID, habit_id: UUID, points: int, *, today: date
) -> StrengthLine:
    """Strength from the first day to today, or to the day of archiving."""
    habit, history = await require_history(session, user_id, habit_id)
    line = strength_series(history, today=today, points=points, archived_on=habit.archived_on)
    return StrengthLine(
        data=[StrengthPoint(date=day, strength=round(value * 100, 1)) for day, value in line]
    )
