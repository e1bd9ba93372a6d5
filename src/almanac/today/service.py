"""Use cases of the day: asks every area for its entries and puts them in order."""

from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.day import DayEntry, DayProgress, DaySummary
from almanac.core.errors import invalid_field
from almanac.freshness import day as shelf_day
from almanac.freshness.domain.viewpoint import Viewpoint as ShelfView
from almanac.habits import day as habit_day
from almanac.habits.service.figures import Remember
from almanac.quotes.service.daily import Audience, quote_of_day
from almanac.tasks import day as task_day
from almanac.tasks.domain.model import Moment
from almanac.themes.service import ThemeFilter, check_filter, load_marks, passes_filter
from almanac.timetable import day as timetable_day
from almanac.timetable.domain.viewpoint import Viewpoint
from almanac.today import domain
from almanac.today.schemas import DayList, Today

MAX_DAYS = 400


async def read_day(
    session: AsyncSession,
    user_id: UUID,
    day: date,
    theme: ThemeFilter,
    *,
    moment: Moment,
    view: Viewpoint,
    shelf: ShelfView,
    audience: Audience,
    remember: Remember,
) -> Today:
    """The entries of `day` in order, all or those of a theme.

    Raises `Invalid` for a day that has not begun and a theme that is not there.
    """
    today = moment.today
    if day > today:
        raise invalid_field("/query/date", "date_in_future", "That day has not begun yet")
    marks = await load_marks(session, user_id)
    check_filter(theme, marks)
    tasks = await task_day.entries(session, user_id, day, marks, moment=moment)
    habits = await habit_day.entries(session, user_id, day, marks, today=today, remember=remember)
    sessions = await timetable_day.entries(session, user_id, day, marks, view=view)
    batches = await shelf_day.entries(session, user_id, view=shelf) if day == today else []
    in_order = domain.in_order([*batches, *tasks, *sessions, *habits])
    entries = [entry for entry in in_order if _passes(entry, theme)]
    done, total = domain.progress(entries)
    return Today(
        date=day,
        today=today,
        timezone=view.zone.key,
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
    moment: Moment,
    view: Viewpoint,
    remember: Remember,
) -> DayList:
    """The progress of each day between two dates, both included; at most 400 days."""
    if last < first:
        raise invalid_field("/query/to", "ends_before_start", "The end lies before the start")
    if (last - first).days >= MAX_DAYS:
        raise invalid_field("/query/to", "range_too_long", f"Ask for at most {MAX_DAYS} days")
    today = moment.today
    habits = await habit_day.summaries(session, user_id, first, last, today=today)
    tasks = await task_day.summaries(session, user_id, first, last, today=today)
    sessions = await timetable_day.summaries(session, user_id, first, last, view=view)
    data = [
        DaySummary(
            date=areas[0].date,
            done=sum(area.done for area in areas),
            total=sum(area.total for area in areas),
        )
        for areas in zip(habits, tasks, sessions, strict=True)
    ]
    if first <= today <= last:
        # What can wait today is told from the figures of its period, and what is overdue from
        # the day itself.
        done, total = await _progress_today(session, user_id, moment, view, remember)
        data[(today - first).days] = DaySummary(date=today, done=done, total=total)
    return DayList(data=data, count=len(data))


async def _progress_today(
    session: AsyncSession, user_id: UUID, moment: Moment, view: Viewpoint, remember: Remember
) -> tuple[int, int]:
    today = moment.today
    habits = await habit_day.entries(session, user_id, today, {}, today=today, remember=remember)
    tasks = await task_day.entries(session, user_id, today, {}, moment=moment)
    sessions = await timetable_day.entries(session, user_id, today, {}, view=view)
    return domain.progress([*tasks, *sessions, *habits])


def _passes(entry: DayEntry, theme: ThemeFilter) -> bool:
    return passes_filter(theme, None if entry.theme is None else entry.theme.id)
