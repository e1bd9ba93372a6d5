"""The rows of statistics: counts as the schemas write them, and who or what they are of."""

from collections import defaultdict
from uuid import UUID

from almanac.core.day import ThemeMark
from almanac.schedules.rules import ScheduleKind
from almanac.stats.domain.counts import (
    Habit,
    HabitCount,
    HabitLine,
    TaskCount,
    sum_habits,
    sum_tasks,
)
from almanac.stats.domain.ranges import UNITS
from almanac.stats.domain.ranking import HabitResult
from almanac.stats.domain.weekdays import Profile
from almanac.stats.schemas.statistics import (
    AnyDayRow,
    HabitFigures,
    HabitMark,
    HabitRow,
    ScheduleKindRow,
    StreakRow,
    TaskFigures,
    ThemeRow,
    Trend,
    TrendPoint,
    WeekdayProfile,
    WeekdayRow,
)
from almanac.stats.service.collect import Collected


def habit_figures(count: HabitCount) -> HabitFigures:
    return HabitFigures(
        due=count.due,
        done=count.done,
        missed=count.due - count.done,
        skipped=count.skipped,
        success_rate=count.rate,
    )


def task_figures(count: TaskCount) -> TaskFigures:
    return TaskFigures(
        created=count.created,
        done=count.done,
        with_due=count.with_due,
        on_time=count.on_time,
        on_time_rate=count.on_time_rate,
    )


def theme_rows(found: Collected) -> list[ThemeRow]:
    """A row for each theme with something in the range, by name; what has none comes last."""
    habits: dict[UUID | None, list[HabitCount]] = defaultdict(list)
    tasks: dict[UUID | None, list[TaskCount]] = defaultdict(list)
    for line in found.habit_lines:
        habits[line.habit.theme_id].append(line.total)
    for tasks_line in found.task_lines:
        tasks[tasks_line.theme_id].append(tasks_line.total)
    rows = [
        ThemeRow(
            theme=_mark(found, theme_id),
            tasks=task_figures(sum_tasks(tasks[theme_id])),
            habits=habit_figures(sum_habits(habits[theme_id])),
        )
        for theme_id in {**habits, **tasks}
    ]
    rows = [row for row in rows if row.theme is not None or _has_any(row)]
    rows.sort(key=lambda row: (row.theme is None, row.theme and row.theme.name.casefold()))
    return rows


def kind_rows(lines: list[HabitLine]) -> list[ScheduleKindRow]:
    """A row for each kind of schedule that judged something in the range, in a fixed order."""
    rows = []
    for kind in ScheduleKind:
        same = [line for line in lines if line.kind is kind and any(line.total)]
        if same:
            rows.append(
                ScheduleKindRow(
                    kind=kind,
                    habits_count=len({line.habit.id for line in same}),
                    habits=habit_figures(sum_habits(line.total for line in same)),
                )
            )
    return rows


def trend(found: Collected) -> Trend:
    """What each point of the range came to."""
    points = []
    for number, span in enumerate(found.points):
        habits = sum_habits(line.points[number] for line in found.habit_lines)
        tasks = sum_tasks(line.points[number] for line in found.task_lines)
        points.append(
            TrendPoint(
                first=span.first,
                last=span.last,
                days=span.days,
                tasks_created=tasks.created,
                tasks_done=tasks.done,
                habits_due=habits.due,
                habits_done=habits.done,
                success_rate=habits.rate,
            )
        )
    return Trend(unit=UNITS[found.asked.name], points=points)


def weekday_profile(week: Profile) -> WeekdayProfile:
    return WeekdayProfile(
        rows=[
            WeekdayRow(weekday=day, due=count.due, done=count.done, success_rate=count.rate)
            for day, count in week.rows
        ],
        any_day=AnyDayRow(
            due=week.any_day.due, done=week.any_day.done, success_rate=week.any_day.rate
        ),
        best=week.best,
        worst=week.worst,
    )


def streak_row(found: Collected, habit: Habit) -> StreakRow:
    return StreakRow(
        habit=_habit_mark(found, habit),
        schedule_kind=habit.kind,
        current=habit.current.length,
        current_from=habit.current.first_on,
        best=habit.best.length,
        best_from=habit.best.first_on,
        best_to=habit.best.last_on,
    )


def habit_row(found: Collected, result: HabitResult) -> HabitRow:
    return HabitRow(
        habit=_habit_mark(found, result.habit),
        due=result.count.due,
        done=result.count.done,
        success_rate=result.count.rate,
    )


def _habit_mark(found: Collected, habit: Habit) -> HabitMark:
    theme = _mark(found, habit.theme_id)
    return HabitMark(id=habit.id, name=habit.name, color=habit.color, theme=theme)


def _mark(found: Collected, theme_id: UUID | None) -> ThemeMark | None:
    return None if theme_id is None else found.themes.get(theme_id)


def _has_any(row: ThemeRow) -> bool:
    habits, tasks = row.habits, row.tasks
    return bool(habits.due or habits.skipped or tasks.created or tasks.done)
