"""Insights of what was collected, the most telling first. When one is told is in the domain."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from almanac.stats.domain import insights as evidence
from almanac.stats.domain.counts import (
    HabitCount,
    TaskCount,
    points_between,
    sum_habits,
    sum_tasks,
)
from almanac.stats.domain.ranking import HabitResult
from almanac.stats.domain.weekdays import Profile
from almanac.stats.schemas import insights as schemas
from almanac.stats.service.collect import Collected


def insights(
    found: Collected,
    habits: HabitCount,
    tasks: TaskCount,
    ranked: Sequence[HabitResult],
    week: Profile,
) -> list[schemas.Insight]:
    """What the numbers carry; empty where they carry nothing."""
    return [
        *_success(found, habits),
        *_weekdays(found, week),
        *_streaks(found),
        *_habits(ranked),
        *_tasks(found, tasks),
        *_quiet_themes(found),
    ]


def _success(found: Collected, now: HabitCount) -> Iterator[schemas.SuccessInsight]:
    before = sum_habits(line.previous for line in found.habit_lines)
    direction = evidence.success_direction(now, before)
    points = points_between(now.rate, before.rate)
    if direction and now.rate is not None and before.rate is not None and points is not None:
        yield schemas.SuccessInsight(
            code="success_rising" if direction > 0 else "success_falling",
            values=schemas.SuccessChange(
                success_rate=now.rate, previous_success_rate=before.rate, points=points
            ),
        )


def _weekdays(found: Collected, week: Profile) -> Iterator[schemas.WeekdayInsight]:
    pair = evidence.weekday_difference(week.rows, found.span.days)
    if pair is not None:
        (weekday, best), (other, worst) = pair
        yield schemas.WeekdayInsight(
            code="weekday_difference",
            values=schemas.WeekdayDifference(
                weekday=weekday,
                success_rate=best.rate or 0.0,
                due=best.due,
                other_weekday=other,
                other_success_rate=worst.rate or 0.0,
                other_due=worst.due,
            ),
        )


def _streaks(found: Collected) -> Iterator[schemas.StreakInsight]:
    for habit in evidence.records(found.habits):
        if habit.current.first_on is not None:
            yield schemas.StreakInsight(
                code="streak_record",
                values=schemas.StreakRecord(
                    habit_id=habit.id,
                    habit_name=habit.name,
                    length=habit.current.length,
                    first_on=habit.current.first_on,
                ),
            )


def _habits(ranked: Sequence[HabitResult]) -> Iterator[schemas.HabitInsight]:
    for result in evidence.perfect(ranked):
        yield schemas.HabitInsight(code="habit_every_time", values=_result(result))
    for result in evidence.struggling(ranked):
        yield schemas.HabitInsight(code="habit_struggling", values=_result(result))


def _result(result: HabitResult) -> schemas.HabitResult:
    return schemas.HabitResult(
        habit_id=result.habit.id,
        habit_name=result.habit.name,
        due=result.count.due,
        done=result.count.done,
        success_rate=result.count.rate or 0.0,
    )


def _tasks(
    found: Collected, tasks: TaskCount
) -> Iterator[schemas.TasksOnTimeInsight | schemas.TaskFlowInsight]:
    direction = evidence.punctuality(tasks)
    if direction:
        yield schemas.TasksOnTimeInsight(
            code="tasks_on_time" if direction > 0 else "tasks_late",
            values=schemas.TasksOnTime(
                on_time=tasks.on_time,
                with_due=tasks.with_due,
                on_time_rate=tasks.on_time_rate or 0.0,
            ),
        )
    before = sum_tasks(line.previous for line in found.task_lines)
    if evidence.is_piling_up(tasks, before):
        yield schemas.TaskFlowInsight(
            code="tasks_piling_up",
            values=schemas.TaskFlow(created=tasks.created, done=tasks.done),
        )


def _quiet_themes(found: Collected) -> Iterator[schemas.QuietThemeInsight]:
    for theme in sorted(found.themes.values(), key=lambda mark: mark.name.casefold()):
        now, before = _done(found, theme.id)
        if found.before is not None and evidence.is_quiet(
            days=found.span.days,
            done=now,
            done_before=before,
            is_asked=_is_asked(found, theme.id),
        ):
            yield schemas.QuietThemeInsight(
                code="theme_quiet",
                values=schemas.QuietTheme(
                    theme_id=theme.id,
                    theme_name=theme.name,
                    previous_done=before,
                    days=found.span.days,
                ),
            )


def _done(found: Collected, theme_id: UUID) -> tuple[int, int]:
    """What of a theme was done in the range, and in the period before."""
    habits = [line for line in found.habit_lines if line.habit.theme_id == theme_id]
    tasks = [line for line in found.task_lines if line.theme_id == theme_id]
    now = sum_habits(line.total for line in habits).done + sum_tasks(t.total for t in tasks).done
    earlier = sum(line.previous.done for line in habits) + sum(t.previous.done for t in tasks)
    return now, earlier


def _is_asked(found: Collected, theme_id: UUID) -> bool:
    """Whether something of a theme is to be done: a task that is open, a habit that was due."""
    return any(
        line.total.due for line in found.habit_lines if line.habit.theme_id == theme_id
    ) or any(line.open_now for line in found.task_lines if line.theme_id == theme_id)
