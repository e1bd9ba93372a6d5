"""Use cases of the day: asks every area for its entries and puts them in order."""

from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.day import DayEntry, DayProgress, DaySummary
from almanac.core.errors import invalid_field
from almanac.habits import day as habit_day
from almanac.habits.service.figures import Remember
from almanac.quotes.service.daily import Audience, quote_of_day
from almanac.themes.service import ThemeFilter, check_filter, load_marks, passes_filter
from almanac.today import domain
from almanac.today.schemas import DayList, Today

MAX_DAYS = 400


async def read_day(
    session: AsyncSession,
    user_id: UUID,
    day: date,
    theme: ThemeFilter,
    *,
    today: date,
    timezone: str,
    audience: Audience,
    remember: Remember,
) -> Today:
    """The entries of `day` in order, all or those of a theme.

    Raises `Invalid` for a day that has not begun and a theme that is not there.
    """
    if day > today:
        raise invalid_field("/query/date", "date_in_future", "That day has not begun yet")
    marks = await load_marks(session, user_id)
    check_filter(theme, marks)
    habits = await habit_day.entries(session, user_id, day, marks, today=today, remember=remember)
    entries = [entry for entry in domain.in_order(habits) if _passes(entry, theme)]
    done, total = domain.progress(entries)
    return Today(
        date=day,
        today=today,
        timezone=timezone,
        quote=await quote_of_day(session, audience, day),
        entries=entries,
        progress=DayProgress(done=done, total=total),
    )


async def list_days(
    session: AsyncSession,
    user_id: UUID,
    first: date,
    last: date,
    *,
    today: date,
    remember: Remember,
) -> DayList:
    """The progress of each day between two dates, both included; at most 400 days."""
    if last < first:
        raise invalid_field("/query/to", "ends_before_start", "The end lies before the start")
    if (last - first).days >= MAX_DAYS:
        raise invalid_field("/query/to", "range_too_long", f"Ask for at most {MAX_DAYS} days")
    data = await habit_day.summaries(session, user_id, first, last, today=today)
    if first <= today <= last:
        # What can wait today is told from the figures of its period, as on the day itself.
        habits = await habit_day.entries(
            session, user_id, today, {}, today=today, remember=remember
        )
        done, total = domain.progress(habits)
        data[(today - first).days] = DaySummary(date=today, done=done, total=total)
    return DayList(data=data, count=len(data))


def _passes(entry: DayEntry, theme: ThemeFilter) -> bool:
    return passes_filter(theme, None if entry.theme is None else entry.theme.id)
