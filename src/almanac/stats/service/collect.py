"""Asks the areas for what they counted, and cuts it into the points of a range."""

import asyncio
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.day import ThemeMark
from almanac.core.fields import FIRST_DATE
from almanac.habits.domain.model import Streak
from almanac.habits.domain.tally import Stretch
from almanac.habits.service import statistics as habit_statistics
from almanac.habits.service.statistics import HabitTally
from almanac.schedules.rules import Weekday
from almanac.stats.domain.counts import (
    Habit,
    HabitCount,
    HabitLine,
    Run,
    TaskCount,
    TaskLine,
    sum_habits,
    sum_tasks,
)
from almanac.stats.domain.ranges import RangeName, Span, points_of, span_before, span_of
from almanac.stats.service.hours import Timetable, days_asked, load_sessions
from almanac.tasks.service import statistics as task_statistics
from almanac.tasks.service.statistics import OpenTasks
from almanac.themes.service import ThemeFilter, check_filter, load_marks, passes_filter
from almanac.timetable.domain.model import Routine
from almanac.timetable.domain.viewpoint import Viewpoint

TaskDay = tuple[date, TaskCount]
Bounds = tuple[int, int]
"""The first and the last of some days, as ordinals."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose statistics are wanted, and which."""

    user_id: UUID
    name: RangeName
    theme: ThemeFilter
    view: Viewpoint

    @property
    def today(self) -> date:
        return self.view.today

    @property
    def week_start(self) -> Weekday:
        return self.view.week_start


@dataclass(frozen=True, slots=True)
class Collected:
    """Everything that is counted in a range, ready to be summed up."""

    asked: Asked
    span: Span
    before: Span | None
    points: list[Span]
    themes: Mapping[UUID, ThemeMark]
    habits: list[Habit]
    habit_lines: list[HabitLine]
    task_lines: list[TaskLine]
    timetable: Timetable


@dataclass(frozen=True, slots=True)
class _Tasks:
    days: Mapping[UUID | None, list[TaskDay]]
    open: Mapping[UUID | None, OpenTasks]


async def collect(session: AsyncSession, asked: Asked) -> Collected:
    """What the areas counted: at most eleven statements. Raises `Invalid` for an unknown theme."""
    themes = await load_marks(session, asked.user_id)
    check_filter(asked.theme, themes)
    tasks = await _tasks(session, asked)
    tallies = await habit_statistics.tally_habits(
        session, asked.user_id, asked.theme, today=asked.today
    )
    reach = span_of(asked.name, today=asked.today, earliest=FIRST_DATE)
    routines = await load_sessions(
        session, asked.user_id, asked.theme, reach.first, reach.last, view=asked.view
    )
    return await asyncio.to_thread(_cut, asked, themes, tallies, tasks, routines)


async def _tasks(session: AsyncSession, asked: Asked) -> _Tasks:
    days: dict[UUID | None, list[TaskDay]] = defaultdict(list)
    for made in await task_statistics.count_created(session, asked.user_id):
        days[made.theme_id].append((made.day, TaskCount(created=made.created)))
    for done in await task_statistics.count_done(session, asked.user_id):
        count = TaskCount(0, done.done, done.with_due, done.on_time)
        days[done.theme_id].append((done.day, count))
    still = await task_statistics.count_open(session, asked.user_id, today=asked.today)
    return _Tasks(
        days={key: days[key] for key in days if passes_filter(asked.theme, key)},
        open={row.theme_id: row for row in still if passes_filter(asked.theme, row.theme_id)},
    )


def _cut(
    asked: Asked,
    themes: Mapping[UUID, ThemeMark],
    tallies: list[HabitTally],
    tasks: _Tasks,
    routines: list[Routine],
) -> Collected:
    span = span_of(asked.name, today=asked.today, earliest=_earliest(tallies, tasks))
    before = span_before(asked.name, span)
    points = points_of(asked.name, span, asked.week_start)
    habits = {tally.id: _habit(tally) for tally in tallies}
    bounds = [_bounds(point) for point in points]
    earlier = None if before is None else _bounds(before)
    return Collected(
        asked=asked,
        span=span,
        before=before,
        points=points,
        themes=themes,
        habits=list(habits.values()),
        habit_lines=[
            line
            for tally in tallies
            for line in _habit_lines(habits[tally.id], tally, bounds, earlier)
        ],
        task_lines=[
            _task_line(theme_id, tasks, points, before) for theme_id in {**tasks.days, **tasks.open}
        ],
        timetable=Timetable(routines, days_asked(asked.name, span, routines), asked.view),
    )


def _earliest(tallies: Iterable[HabitTally], tasks: _Tasks) -> date | None:
    starts = [tally.starts_on for tally in tallies]
    starts += [day for days in tasks.days.values() for day, _ in days]
    return min(starts, default=None)


def _habit(tally: HabitTally) -> Habit:
    return Habit(
        id=tally.id,
        name=tally.name,
        color=tally.color,
        theme_id=tally.theme_id,
        kind=tally.kind,
        is_archived=tally.is_archived,
        current=_run(tally.current),
        best=_run(tally.best),
        is_record=tally.is_record,
    )


def _run(streak: Streak) -> Run:
    return Run(streak.length, streak.first_on, streak.last_on)


def _habit_lines(
    habit: Habit, tally: HabitTally, points: list[Bounds], before: Bounds | None
) -> Iterator[HabitLine]:
    whole = points[0][0], points[-1][1]
    by_kind = attrgetter("kind")
    for kind, same in groupby(sorted(tally.stretches, key=by_kind), key=by_kind):
        stretches = list(same)
        weekdays = [stretch.count_weekdays(*whole) for stretch in stretches]
        yield HabitLine(
            habit=habit,
            kind=kind,
            points=[_count(stretches, point) for point in points],
            previous=HabitCount() if before is None else _count(stretches, before),
            weekdays=[
                sum_habits(HabitCount(*count) for count in counts)
                for counts in zip(*weekdays, strict=True)
            ],
            total=_count(stretches, whole),
        )


def _count(stretches: list[Stretch], days: Bounds) -> HabitCount:
    if len(stretches) == 1:
        return HabitCount(*stretches[0].count(*days))
    return sum_habits(HabitCount(*stretch.count(*days)) for stretch in stretches)


def _bounds(days: Span) -> Bounds:
    return days.first.toordinal(), days.last.toordinal()


def _task_line(
    theme_id: UUID | None, tasks: _Tasks, points: list[Span], before: Span | None
) -> TaskLine:
    starts = [point.first for point in points]
    by_point: list[list[TaskCount]] = [[] for _ in points]
    earlier = []
    for day, count in tasks.days.get(theme_id, ()):
        if starts[0] <= day <= points[-1].last:
            by_point[bisect_right(starts, day) - 1].append(count)
        elif before is not None and before.first <= day <= before.last:
            earlier.append(count)
    counted = [sum_tasks(counts) for counts in by_point]
    now = tasks.open.get(theme_id)
    return TaskLine(
        theme_id=theme_id,
        points=counted,
        previous=sum_tasks(earlier),
        total=sum_tasks(counted),
        open_now=now.open if now else 0,
        overdue_now=now.overdue if now else 0,
    )
