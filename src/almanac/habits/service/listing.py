"""Lists of habits: what passes a filter, in which order, a page at a time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.pagination import Paging, paginate
from almanac.habits import models, queries
from almanac.habits.domain.model import DayState, ScheduleVersion
from almanac.habits.schemas.habit import HabitList, HabitRead
from almanac.habits.service.figures import Remember, current_standings
from almanac.habits.service.lookup import require_habit
from almanac.habits.service.views import NOTHING, habit_view
from almanac.schedules.rules import ScheduleKind
from almanac.themes.service import ThemeFilter, check_filter, load_marks, passes_filter

StatusFilter = Literal["due", "completed", "active", "archived"]
Sort = Literal[
    "position",
    "name",
    "-name",
    "created_at",
    "-created_at",
    "updated_at",
    "-updated_at",
    "streak",
    "-streak",
]


@dataclass(frozen=True, slots=True)
class HabitFilter:
    """What a list shows, and in which order."""

    status: StatusFilter | None = None
    schedule_kind: ScheduleKind | None = None
    theme: ThemeFilter = None
    sort: Sort = "position"


async def get_habit(
    session: AsyncSession, user_id: UUID, habit_id: UUID, *, today: date, remember: Remember
) -> HabitRead:
    """One habit with its figures of today. Raises `HabitNotFound`."""
    habit = await require_habit(session, user_id, habit_id)
    versions = await queries.load_versions(session, user_id, [habit_id])
    notes = await queries.load_notes(session, user_id, today)
    return (await views_of(session, [habit], versions, notes, today=today, remember=remember))[0]


async def list_habits(
    session: AsyncSession,
    user_id: UUID,
    wanted: HabitFilter,
    paging: Paging,
    *,
    today: date,
    remember: Remember,
) -> HabitList:
    """The habits that pass the filter, in the order wanted, one page of them.

    Raises `Invalid` for a theme that is not there.
    """
    if wanted.theme is not None:
        check_filter(wanted.theme, await load_marks(session, user_id))
    habits = await queries.list_habits(session, user_id)
    versions = await queries.load_versions(session, user_id)
    notes = await queries.load_notes(session, user_id, today)
    views = await views_of(session, habits, versions, notes, today=today, remember=remember)
    chosen = [habit for habit in views if _passes(habit, wanted)]
    key, descending = _sort_key(wanted.sort)
    chosen.sort(key=key, reverse=descending)
    page = paginate(chosen, paging)
    return HabitList(data=page.data, count=page.count, next_cursor=page.next_cursor)


async def views_of(
    session: AsyncSession,
    habits: Sequence[models.Habit],
    versions: Mapping[UUID, tuple[ScheduleVersion, ...]],
    notes: Mapping[UUID, queries.Note],
    *,
    today: date,
    remember: Remember,
    pauses: queries.Pauses | None = None,
) -> list[HabitRead]:
    """Habits of one person with their figures of today, as `current_standings` has them."""
    standings = await current_standings(
        session, habits, versions, today=today, remember=remember, pauses=pauses
    )
    return [
        habit_view(
            habit,
            versions[habit.id],
            standings[habit.id],
            today=today,
            note=notes.get(habit.id, NOTHING),
        )
        for habit in habits
    ]


def _passes(habit: HabitRead, wanted: HabitFilter) -> bool:
    return (
        wanted.schedule_kind in {None, habit.schedule.kind}
        and passes_filter(wanted.theme, habit.theme_id)
        and _has_status(habit, wanted.status)
    )


def _has_status(habit: HabitRead, wanted: StatusFilter | None) -> bool:
    match wanted:
        case None:
            return True
        case "archived":
            return habit.is_archived
        case "active":
            return not habit.is_archived
        case "due":
            return not habit.is_archived and habit.due_today
        case "completed":
            return not habit.is_archived and habit.state_today in {DayState.DONE, DayState.EXTRA}


def _sort_key(sort: Sort) -> tuple[Callable[[HabitRead], Any], bool]:
    keys: dict[str, Callable[[HabitRead], Any]] = {
        "position": lambda habit: habit.position,
        "name": lambda habit: habit.name.casefold(),
        "created_at": lambda habit: habit.created_at,
        "updated_at": lambda habit: habit.updated_at,
        "streak": lambda habit: habit.current_streak,
    }
    return keys[sort.removeprefix("-")], sort.startswith("-")
