"""A task as an entry of a day."""

from typing import Literal

from almanac.core.day import DayEntry
from almanac.schedules.schemas import Schedule
from almanac.tasks.domain.model import Priority, TaskGroup


class TaskEntry(DayEntry):
    """A task due on the day, overdue, done on it, or missed on it."""

    kind: Literal["task"] = "task"
    priority: Priority
    due: str | None
    list: TaskGroup
    is_late: bool
    notes_present: bool
    checklist_done: int
    checklist_total: int
    schedule: Schedule | None
    completions_count: int
