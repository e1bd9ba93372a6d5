"""The document of statistics. A rate runs from 0 to 1 and is null where nothing was due."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from almanac.core.day import ThemeMark
from almanac.core.schema import View
from almanac.schedules.rules import ScheduleKind, Weekday
from almanac.stats.domain.ranges import PointUnit, RangeName
from almanac.stats.schemas.days import Days
from almanac.stats.schemas.hours import TimetableHours
from almanac.stats.schemas.insights import Insight

Rate = Annotated[float | None, Field(ge=0, le=1)]
Points = Annotated[
    float | None, Field(description="Difference of two rates in percentage points, -100 to 100")
]


class StatsRange(Days):
    """What was asked for, ending today; `all` begins with the earliest habit or task."""

    name: RangeName


class TaskFigures(View):
    """Tasks of some days. `on_time` is of the `with_due`: those done that had a due date."""

    created: int
    done: int
    with_due: int
    on_time: int
    on_time_rate: Rate


class TasksNow(View):
    """What is to be done today, whatever the range."""

    open: int
    overdue: int


class HabitFigures(View):
    """Decided occurrences of habits: `due` = `done` + `missed`; `skipped` ones are not due."""

    due: int
    done: int
    missed: int
    skipped: int
    success_rate: Rate


class Totals(View):
    tasks: TaskFigures
    habits: HabitFigures


class PreviousPeriod(Days):
    """As many days, right before those of the range."""

    tasks: TaskFigures
    habits: HabitFigures


class Change(View):
    """From the period before to this one; rates in percentage points."""

    tasks_created: int
    tasks_done: int
    on_time_points: Points
    habits_due: int
    habits_done: int
    success_points: Points


class ThemeRow(View):
    """What belongs to a theme today, or to none (null)."""

    theme: ThemeMark | None
    tasks: TaskFigures
    habits: HabitFigures


class ScheduleKindRow(View):
    """What was judged by schedules of one kind, by how many habits."""

    kind: ScheduleKind
    habits_count: int
    habits: HabitFigures


class TrendPoint(Days):
    """A day, a week or a month; the first and the last may be cut by the range."""

    tasks_created: int
    tasks_done: int
    habits_due: int
    habits_done: int
    success_rate: Rate


class Trend(View):
    """Points in order, without gaps."""

    unit: PointUnit
    points: list[TrendPoint]


class WeekdayRow(View):
    """Occurrences that fell on a weekday."""

    weekday: Weekday
    due: int
    done: int
    success_rate: Rate


class AnyDayRow(View):
    """Occurrences of quotas, which ask for no day in particular."""

    due: int
    done: int
    success_rate: Rate


class WeekdayProfile(View):
    """The days of the week in the person's order. `rows` and `any_day` add up to the totals.

    Best and worst are null unless they differ and each has at least four due.
    """

    rows: list[WeekdayRow]
    any_day: AnyDayRow
    best: Weekday | None
    worst: Weekday | None


class HabitMark(View):
    id: UUID
    name: str
    color: str | None
    theme: ThemeMark | None


class StreakRow(View):
    """The streaks of a habit as they stand today, in occurrences or periods."""

    habit: HabitMark
    schedule_kind: ScheduleKind
    current: int
    current_from: date | None
    best: int
    best_from: date | None
    best_to: date | None


class HabitRow(View):
    """How a habit went."""

    habit: HabitMark
    due: int
    done: int
    success_rate: Rate


class Statistics(View):
    """Everything about a range: figures, their change, trend, and what they say.

    `previous` and `change` are null for all days. `best_habits` and `worst_habits` share no
    habit; each has at least five due.
    """

    range: StatsRange
    totals: Totals
    tasks_now: TasksNow
    previous: PreviousPeriod | None
    change: Change | None
    by_theme: list[ThemeRow]
    by_schedule_kind: list[ScheduleKindRow]
    trend: Trend
    weekdays: WeekdayProfile
    streaks: list[StreakRow]
    best_habits: list[HabitRow]
    worst_habits: list[HabitRow]
    timetable: TimetableHours
    insights: list[Insight]
