"""A habit as an entry of a day."""

from typing import Literal

from almanac.core.day import DayEntry
from almanac.habits.domain.model import HabitKind, TargetKind, TargetPer
from almanac.habits.schemas.habit import PeriodRead
from almanac.schedules.schemas import Schedule


class HabitEntry(DayEntry):
    """A habit due on the day, or done, skipped or missed on it."""

    kind: Literal["habit"] = "habit"
    habit_kind: HabitKind
    unit: str
    target: float | None
    target_kind: TargetKind
    target_per: TargetPer
    amount: float | None
    note: str
    schedule: Schedule
    streak: int
    period: PeriodRead | None
