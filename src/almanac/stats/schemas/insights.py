"""Insights: a code, and the numbers that carry it. The words are the client's."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from almanac.core.schema import View
from almanac.schedules.rules import Weekday


class WeekdayDifference(View):
    weekday: Weekday
    success_rate: float
    due: int
    other_weekday: Weekday
    other_success_rate: float
    other_due: int


class WeekdayInsight(View):
    """Habits go clearly better on `weekday` than on `other_weekday`."""

    code: Literal["weekday_difference"]
    values: WeekdayDifference


class SuccessChange(View):
    success_rate: float
    previous_success_rate: float
    points: float = Field(description="Percentage points, from -100 to 100")


class SuccessInsight(View):
    """Habits go clearly better, or worse, than in the period before."""

    code: Literal["success_rising", "success_falling"]
    values: SuccessChange


class StreakRecord(View):
    habit_id: UUID
    habit_name: str
    length: int
    first_on: date


class StreakInsight(View):
    """A streak that runs is the longest this habit ever had."""

    code: Literal["streak_record"]
    values: StreakRecord


class HabitResult(View):
    habit_id: UUID
    habit_name: str
    due: int
    done: int
    success_rate: float


class HabitInsight(View):
    """A habit that was done every time, or one that mostly was not."""

    code: Literal["habit_every_time", "habit_struggling"]
    values: HabitResult


class QuietTheme(View):
    theme_id: UUID
    theme_name: str
    previous_done: int
    days: int = Field(description="Days since something of it was done, at least")


class QuietThemeInsight(View):
    """Nothing of a theme was done, unlike in the period before, although there was reason to."""

    code: Literal["theme_quiet"]
    values: QuietTheme


class TasksOnTime(View):
    on_time: int
    with_due: int
    on_time_rate: float


class TasksOnTimeInsight(View):
    """Tasks with a due date are clearly mostly done on time, or mostly late."""

    code: Literal["tasks_on_time", "tasks_late"]
    values: TasksOnTime


class TaskFlow(View):
    created: int
    done: int


class TaskFlowInsight(View):
    """Far more tasks came in than were done."""

    code: Literal["tasks_piling_up"]
    values: TaskFlow


Insight = Annotated[
    WeekdayInsight
    | SuccessInsight
    | StreakInsight
    | HabitInsight
    | QuietThemeInsight
    | TasksOnTimeInsight
    | TaskFlowInsight,
    Field(discriminator="code"),
]
