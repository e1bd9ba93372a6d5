"""Bodies of changes to several tasks at once, and of what undoes them."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Field
from pydantic_core import PydanticCustomError

from almanac.core.fields import FIRST_DATE, LAST_DATE, Day
from almanac.core.schema import Body, View
from almanac.tasks.domain.model import Priority
from almanac.tasks.schemas.task import DueText, TaskRead

MAX_TASKS = 200


class CompleteAction(Body):
    """Complete what is open; what is done stays as it is."""

    kind: Literal["complete"]
    done_on: Day | None = None


class ReopenAction(Body):
    """Take the last completion of each back."""

    kind: Literal["reopen"]


def _within_the_calendar(instant: datetime) -> datetime:
    if not FIRST_DATE < instant.date() <= LAST_DATE:
        raise PydanticCustomError("date_out_of_range", "Use a date from 1900 to 2200")
    return instant


Instant = Annotated[AwareDatetime, AfterValidator(_within_the_calendar)]


class DoneAgain(Body):
    """When a task had been done."""

    done_on: Day
    done_at: Instant


class CompleteAgainAction(Body):
    """Complete each as it had been; undoes `reopen`."""

    kind: Literal["complete_again"]
    completions: dict[UUID, DoneAgain] = Field(max_length=MAX_TASKS)


class DeleteAction(Body):
    kind: Literal["delete"]


class RestoreAction(Body):
    kind: Literal["restore"]


class MoveAction(Body):
    """Put all under one theme, or none."""

    kind: Literal["move"]
    theme_id: UUID | None


class AssignAction(Body):
    """Put each under a theme of its own; undoes `move`."""

    kind: Literal["assign"]
    themes: dict[UUID, UUID | None] = Field(max_length=MAX_TASKS)


class DueAction(Body):
    """Give all the same due date; schedules stay as they are."""

    kind: Literal["due"]
    due: DueText | None


class AssignDueAction(Body):
    """Give each a due date of its own; undoes `due`."""

    kind: Literal["assign_due"]
    dues: dict[UUID, DueText | None] = Field(max_length=MAX_TASKS)


class PriorityAction(Body):
    kind: Literal["priority"]
    priority: Priority


class AssignPriorityAction(Body):
    """Give each a priority of its own; undoes `priority`."""

    kind: Literal["assign_priority"]
    priorities: dict[UUID, Priority] = Field(max_length=MAX_TASKS)


Action = Annotated[
    CompleteAction
    | ReopenAction
    | CompleteAgainAction
    | DeleteAction
    | RestoreAction
    | MoveAction
    | AssignAction
    | DueAction
    | AssignDueAction
    | PriorityAction
    | AssignPriorityAction,
    Field(discriminator="kind"),
]


class TaskBulk(Body):
    """One change to several tasks: to all of them, or when one cannot be found, to none."""

    ids: list[UUID] = Field(min_length=1, max_length=MAX_TASKS)
    action: Action


class TaskBulkResult(View):
    """The tasks as they stand now, in the order asked for, without those that were deleted.

    `undo` is what to post to the same address to take exactly this back; null when nothing
    changed.
    """

    data: list[TaskRead]
    undo: TaskBulk | None
