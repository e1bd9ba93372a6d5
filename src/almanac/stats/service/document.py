"""Puts the document of statistics together from what was collected."""

import asyncio

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.stats.domain.counts import (
    HabitCount,
    TaskCount,
    points_between,
    sum_habits,
    sum_tasks,
)
from almanac.stats.domain.ranking import best_and_worst, results, top_streaks
from almanac.stats.domain.weekdays import profile
from almanac.stats.schemas.statistics import (
    Change,
    PreviousPeriod,
    Statistics,
    StatsRange,
    TasksNow,
    Totals,
)
from almanac.stats.service import rows
from almanac.stats.service.collect import Asked, Collected, collect
from almanac.stats.service.findings import insights
from almanac.stats.service.hours import hours_of


async def read_statistics(session: AsyncSession, asked: Asked) -> Statistics:
    """The statistics of one person. Raises `Invalid` for an unknown theme."""
    found = await collect(session, asked)
    return await asyncio.to_thread(document, found)


def document(found: Collected) -> Statistics:
    """The document of what was collected."""
    habits = sum_habits(line.total for line in found.habit_lines)
    tasks = sum_tasks(line.total for line in found.task_lines)
    ranked = results(found.habit_lines)
    best, worst = best_and_worst(ranked)
    week = profile(found.habit_lines, found.asked.week_start)
    previous = _previous(found)
    span = found.span
    return Statistics(
        range=StatsRange(name=found.asked.name, first=span.first, last=span.last, days=span.days),
        totals=Totals(tasks=rows.task_figures(tasks), habits=rows.habit_figures(habits)),
        tasks_now=TasksNow(
            open=sum(line.open_now for line in found.task_lines),
            overdue=sum(line.overdue_now for line in found.task_lines),
        ),
        previous=previous,
        change=None if previous is None else _change(previous, habits, tasks),
        by_theme=rows.theme_rows(found),
        by_schedule_kind=rows.kind_rows(found.habit_lines),
        trend=rows.trend(found),
        weekdays=rows.weekday_profile(week),
        streaks=[rows.streak_row(found, habit) for habit in top_streaks(found.habits)],
        best_habits=[rows.habit_row(found, result) for result in best],
        worst_habits=[rows.habit_row(found, result) for result in worst],
        timetable=hours_of(found.timetable, found.themes),
        insights=insights(found, habits, tasks, ranked, week),
    )


def _previous(found: Collected) -> PreviousPeriod | None:
    if found.before is None:
        return None
    return PreviousPeriod(
        first=found.before.first,
        last=found.before.last,
        days=found.before.days,
        tasks=rows.task_figures(sum_tasks(line.previous for line in found.task_lines)),
        habits=rows.habit_figures(sum_habits(line.previous for line in found.habit_lines)),
    )


def _change(before: PreviousPeriod, habits: HabitCount, tasks: TaskCount) -> Change:
    return Change(
        tasks_created=tasks.created - before.tasks.created,
        tasks_done=tasks.done - before.tasks.done,
        on_time_points=points_between(tasks.on_time_rate, before.tasks.on_time_rate),
        habits_due=habits.due - before.habits.due,
        habits_done=habits.done - before.habits.done,
        success_points=points_between(habits.rate, before.habits.success_rate),
    )
