"""Whole tasks on their way in from a file or out to one, free of ids and rows of this database."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from almanac.schedules.rules import Weekday
from almanac.tasks.domain.model import Completion, Priority, Series, TaskState, TaskStatus


@dataclass(frozen=True, slots=True)
class TaskRecord:
    """A task with its whole history.

    `key` names the task at its source, for ever and uniquely within a file; `id` is its id here,
    for a task that came from Almanac itself; `theme_key` names a theme of the same file.
    `completions` are numbered from 1 on.
    """

    key: str
    title: str
    created_on: date
    created_at: datetime
    state: TaskState
    series: Series | None = None
    week_start: Weekday = Weekday.MON
    completions: tuple[Completion, ...] = ()
    id: UUID | None = None
    notes: str = ""
    theme_key: str | None = None
    priority: Priority = Priority.MEDIUM

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state.status is TaskStatus.OPEN

    @property
    def last_day(self) -> date:
        """The last day on which something happened to it."""
        done = [completion.done_on for completion in self.completions]
        return max(filter(None, [self.created_on, self.state.completed_on, *done]))

    @property
    def last_moment(self) -> datetime:
        """The last moment at which something happened to it."""
        done = [completion.done_at for completion in self.completions]
        return max(filter(None, [self.created_at, self.state.completed_at, *done]))
