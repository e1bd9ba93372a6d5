"""The words of tasks as values."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Self
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.schedules.rules import Rule, Weekday


class Priority(StrEnum):
    """How much a task matters."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class TaskStatus(StrEnum):
    """Whether a task is still to be done."""

    OPEN = "open"
    DONE = "done"


class TaskGroup(StrEnum):
    """The list that a task is on."""

    OVERDUE = "overdue"
    TODAY = "today"
    UPCOMING = "upcoming"
    SOMEDAY = "someday"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Due:
    """A date, or a date and a wall-clock time (`HH:MM`) that stays the same on a journey."""

    on: date
    time: str | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. Raises `ValueError` for a date that is none."""
        day, _, time = text.partition("T")
        return cls(date.fromisoformat(day), time or None)

    def __str__(self) -> str:
        return self.on.isoformat() if self.time is None else f"{self.on.isoformat()}T{self.time}"


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A step of a task."""

    id: UUID
    text: str
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """How a task repeats: its rule, counted from the first due date, to the end of the last day."""

    rule: Rule
    anchor_on: date
    ends_on: date | None = None
    week_start: Weekday = Weekday.MON


@dataclass(frozen=True, slots=True)
class TaskState:
    """What completing a task changes; an open one has no `completed_on` and `completed_at`."""

    status: TaskStatus = TaskStatus.OPEN
    due: Due | None = None
    checklist: tuple[ChecklistItem, ...] = ()
    completed_on: date | None = None
    completed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Completion:
    """One time that a task was done, and what it takes to undo it.

    `number` counts from 1 in each task; `planned` is what was due; `ticked` are the steps that
    were unticked for the next time.
    """

    number: int
    planned: Due | None
    done_on: date
    done_at: datetime
    ticked: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, as the person who asks sees it: the instant, their date, where they are."""

    now: datetime
    today: date
    zone: ZoneInfo

    @property
    def wall(self) -> datetime:
        """What the clock on their wall shows."""
        return self.now.astimezone(self.zone).replace(tzinfo=None)
