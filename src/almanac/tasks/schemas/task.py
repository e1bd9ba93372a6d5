"""Bodies of tasks."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from almanac.core.fields import FIRST_DATE, LAST_DATE, Day
from almanac.core.schema import Body, Patch, View
from almanac.core.text import Line, Prose
from almanac.schedules.schemas import Schedule
from almanac.tasks.domain.model import Due, Priority, TaskGroup, TaskStatus

MAX_STEPS = 100


def _is_due(text: str) -> str:
    try:
        due = Due.parse(text)
    except ValueError as exc:
        raise PydanticCustomError("invalid_due", "There is no such date") from exc
    if not FIRST_DATE <= due.on <= LAST_DATE:
        raise PydanticCustomError("date_out_of_range", "Use a date from 1900 to 2200")
    return text


def _distinct(steps: list["ChecklistItemWrite"]) -> list["ChecklistItemWrite"]:
    ids = [step.id for step in steps if step.id is not None]
    if len(set(ids)) < len(ids):
        raise PydanticCustomError("duplicate_id", "Each step needs an id of its own")
    return steps


DueText = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T([01][0-9]|2[0-3]):[0-5][0-9])?$",
        description="`YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM` by the clock on the wall",
        examples=["2026-03-18", "2026-03-18T15:30"],
    ),
    AfterValidator(_is_due),
]
Title = Annotated[Line, Field(min_length=1, max_length=200)]
Notes = Annotated[Prose, Field(max_length=10_000)]


class ChecklistItemWrite(Body):
    """A step; without an id it is given one."""

    id: UUID | None = None
    text: Annotated[Line, Field(min_length=1, max_length=200)]
    is_done: bool = False


Checklist = Annotated[
    list[ChecklistItemWrite], Field(max_length=MAX_STEPS), AfterValidator(_distinct)
]


class TaskCreate(Body):
    """A task. With a schedule it is first due on the first date of that from `due` or today on."""

    title: Title
    notes: Notes = ""
    theme_id: UUID | None = None
    priority: Priority = Priority.MEDIUM
    due: DueText | None = None
    schedule: Schedule | None = None
    ends_on: Day | None = Field(default=None, description="The last day of a schedule")
    checklist: Checklist = Field(default_factory=list)


class TaskUpdate(Patch):
    """Fields to change; what is left out stays.

    `due` alone moves what is due now and leaves a schedule as it is; `schedule` counts anew from
    `due`. Without a schedule there is no `ends_on`.
    """

    clearable = frozenset({"theme_id", "due", "schedule", "ends_on"})

    title: Title | None = None
    notes: Notes | None = None
    theme_id: UUID | None = None
    priority: Priority | None = None
    due: DueText | None = None
    schedule: Schedule | None = None
    ends_on: Day | None = None
    checklist: Checklist | None = None


class ChecklistItemRead(View):
    id: UUID
    text: str
    is_done: bool


# By another name, because a task has a field called `list`.
Steps = list[ChecklistItemRead]


class CompletionRead(View):
    """One time that a task was done: what was due then, and when it was done."""

    planned: str | None
    done_on: date
    done_at: datetime


class TaskRead(View):
    """A task as it stands today."""

    id: UUID
    title: str
    notes: str
    theme_id: UUID | None
    priority: Priority
    status: TaskStatus
    due: str | None
    list: TaskGroup
    is_late: bool = Field(description="Due today, at a time that has passed")
    schedule: Schedule | None
    ends_on: date | None
    checklist: Steps
    position: int
    created_on: date = Field(description="The person's date when it was written down")
    created_at: datetime
    updated_at: datetime
    completed_on: date | None
    completed_at: datetime | None
    completions_count: int
    last_completion: CompletionRead | None


class TaskList(View):
    data: list[TaskRead]
    count: int
    next_cursor: str | None


class TaskComplete(Body):
    """Say that a task was done.

    `due` is what the client saw: when that was completed already, or the task is done, nothing
    happens. `done_on` is the local date on which it was done, today unless it is given.
    """

    due: DueText | None = None
    done_on: Day | None = None


class TaskReopen(Body):
    """Take the last completion back.

    `completions_count` is what the client saw: when it is another by now, nothing happens.
    """

    completions_count: int | None = Field(default=None, ge=0, le=1_000_000_000)


class TaskOrder(Body):
    """Some tasks in the order wanted: they share out the places that they hold among all."""

    ids: list[UUID] = Field(min_length=1, max_length=1000)
