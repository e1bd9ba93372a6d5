"""Quick add: a line read with the themes of a person, and a task made of it."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.day import ThemeMark
from almanac.core.fields import LAST_DATE
from almanac.schedules.rules import Weekday
from almanac.schedules.schemas import schedule_of
from almanac.tasks.domain import quick_add
from almanac.tasks.domain.model import Due, Moment, Priority
from almanac.tasks.domain.quick_add import PartKind, QuickAdd
from almanac.tasks.schemas.quick_add import (
    QuickAddLine,
    QuickAddPart,
    QuickAddRead,
    QuickAddTheme,
)
from almanac.tasks.schemas.task import TaskCreate, TaskRead
from almanac.tasks.service.tasks import create_task
from almanac.themes.schemas import ThemeCreate, is_theme_name
from almanac.themes.service import create_theme, find_by_name, load_marks, suggest_color

_WHEN = frozenset({PartKind.DUE_DATE, PartKind.DUE_TIME, PartKind.SCHEDULE})


@dataclass(frozen=True, slots=True)
class Week:
    """How a person's days and weeks begin: minutes past midnight, and a weekday."""

    day_start: int
    week_start: Weekday


async def read_line(
    session: AsyncSession, user_id: UUID, line: QuickAddLine, *, week: Week, moment: Moment
) -> QuickAddRead:
    """Say what a line means for this person now; nothing is written."""
    marks = list((await load_marks(session, user_id)).values())
    return _view(_parsed(line, marks, week, moment), marks)


async def add_line(
    session: AsyncSession, user_id: UUID, line: QuickAddLine, *, week: Week, moment: Moment
) -> tuple[QuickAddRead, TaskRead]:
    """Make the task that a line means, and its theme when there is none of that name.

    Raises what creating a task and a theme raise, and `ValidationError` for a title too long.
    """
    read = await read_line(session, user_id, line, week=week, moment=moment)
    theme = read.theme
    theme_id = theme.id if theme else None
    if theme and theme_id is None:
        new = ThemeCreate(name=theme.name, color=theme.color)
        theme_id = (await create_theme(session, user_id, new, now=moment.now)).id
    data = TaskCreate(
        title=read.title,
        due=read.due,
        schedule=read.schedule,
        priority=read.priority or Priority.MEDIUM,
        theme_id=theme_id,
    )
    task = await create_task(session, user_id, data, week_start=week.week_start, moment=moment)
    return read, task


def _parsed(line: QuickAddLine, marks: list[ThemeMark], week: Week, moment: Moment) -> QuickAdd:
    """The line as read; what no task can have is left in the title, as if it were taken back."""
    now, today = moment.wall, moment.today
    if line.now is not None:
        now, today = line.now, (line.now - timedelta(minutes=week.day_start)).date()
    names, ignore = [mark.name for mark in marks], list(line.ignore)
    while True:
        read = quick_add.parse(
            line.text,
            now=now,
            today=today,
            week_start=week.week_start,
            themes=names,
            ignore=ignore,
        )
        refused = _refused(read)
        if not refused:
            return read
        ignore += [(part.start, part.end) for part in read.parts if part.kind in refused]


def _refused(read: QuickAdd) -> frozenset[PartKind]:
    """The kinds of parts that say what no task can have: such a name, or such a date."""
    if read.theme is not None and not is_theme_name(read.theme):
        return frozenset({PartKind.THEME})
    if read.due_on is not None and read.due_on > LAST_DATE:
        return _WHEN
    return frozenset()


def _view(read: QuickAdd, marks: list[ThemeMark]) -> QuickAddRead:
    due = None if read.due_on is None else str(Due(read.due_on, read.due_time))
    return QuickAddRead(
        title=read.title,
        due=due,
        schedule=None if read.rule is None else schedule_of(read.rule),
        priority=None if read.priority is None else Priority(read.priority),
        theme=None if read.theme is None else _theme(read.theme, marks),
        parts=[QuickAddPart.model_validate(part) for part in read.parts],
    )


def _theme(name: str, marks: list[ThemeMark]) -> QuickAddTheme:
    known = find_by_name(marks, name)
    if known:
        return QuickAddTheme(name=known.name, id=known.id, color=known.color)
    return QuickAddTheme(name=name, id=None, color=suggest_color(marks))
