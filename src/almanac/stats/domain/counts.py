"""What was counted: occurrences of habits, tasks, and their sums."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from almanac.schedules.rules import ScheduleKind


class HabitCount(NamedTuple):
    """Decided occurrences: `done` of `due`; skipped ones are in neither."""

    due: int = 0
    done: int = 0
    skipped: int = 0

    @property
    def rate(self) -> float | None:
        return rate(self.done, self.due)


class TaskCount(NamedTuple):
    """Tasks created and done; `on_time` of the `with_due`, which are done and had a due date."""

    created: int = 0
    done: int = 0
    with_due: int = 0
    on_time: int = 0

    @property
    def on_time_rate(self) -> float | None:
        return rate(self.on_time, self.with_due)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of done occurrences (or periods) with its first and last day; empty without."""

    length: int = 0
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Habit:
    """A habit as it stands today. `is_record` says that its present streak beat an earlier one."""

    id: UUID
    name: str
    color: str | None
    theme_id: UUID | None
    kind: ScheduleKind
    is_archived: bool
    current: Run
    best: Run
    is_record: bool


@dataclass(frozen=True, slots=True)
class HabitLine:
    """What a habit came to while schedules of one kind judged it.

    `weekdays` are Monday to Sunday; empty for a quota, which asks for no day in particular.
    """

    habit: Habit
    kind: ScheduleKind
    points: list[HabitCount]
    previous: HabitCount
    weekdays: list[HabitCount]
    total: HabitCount


@dataclass(frozen=True, slots=True)
class TaskLine:
    """What the tasks of one theme came to, and how many are to be done today."""

    theme_id: UUID | None
    points: list[TaskCount]
    previous: TaskCount
    total: TaskCount
    open_now: int = 0
    overdue_now: int = 0


def sum_habits(counts: Iterable[HabitCount]) -> HabitCount:
    columns = list(zip(*counts, strict=True))
    return HabitCount(*map(sum, columns)) if columns else HabitCount()


def sum_tasks(counts: Iterable[TaskCount]) -> TaskCount:
    columns = list(zip(*counts, strict=True))
    return TaskCount(*map(sum, columns)) if columns else TaskCount()


def rate(part: int, whole: int) -> float | None:
    """The share of a whole, to a hundredth of a percent; none of nothing."""
    return round(part / whole, 4) if whole else None


def points_between(now: float | None, before: float | None) -> float | None:
    """Percentage points from one rate to another."""
    return None if now is None or before is None else round(100 * (now - before), 2)
