"""What a list of tasks shows, and in which order."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from almanac.tasks.domain.model import Priority, TaskGroup, TaskStatus

Sort = Literal[
    "position",
    "-position",
    "name",
    "-name",
    "created_at",
    "-created_at",
    "updated_at",
    "-updated_at",
    "completed_at",
    "-completed_at",
    "priority",
    "-priority",
    "due",
    "-due",
]


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """Every one that is given must hold; `theme` is as `themes.service.ThemeFilter`."""

    group: TaskGroup | None = None
    status: TaskStatus | None = None
    theme: UUID | Literal["none"] | None = None
    priority: Priority | None = None
    words: str | None = None
    sort: Sort = "position"
