"""Whole tasks as Almanac's own export writes them and its import reads them back."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Field, model_validator
from pydantic_core import PydanticCustomError

from almanac.core.fields import FIRST_DATE, LAST_DATE, Day
from almanac.core.schema import Body
from almanac.core.text import Line
from almanac.schedules.rules import Weekday
from almanac.schedules.schemas import Schedule
from almanac.tasks.domain.model import Priority, TaskStatus
from almanac.tasks.schemas.task import MAX_STEPS, DueText, Notes, Title

MAX_TASKS = 50_000
MAX_COMPLETIONS = 20_000


def _within_the_calendar(moment: datetime) -> datetime:
    # A day from either end, so that no zone takes it out of what there is.
    if not FIRST_DATE < moment.date() < LAST_DATE:
        raise PydanticCustomError("date_out_of_range", "Use a date from 1900 to 2200")
    return moment


Instant = Annotated[AwareDatetime, AfterValidator(_within_the_calendar)]


class StepDocument(Body):
    """One step of a checklist."""

    id: UUID
    text: Annotated[Line, Field(min_length=1, max_length=200)]
    is_done: bool


class CompletionDocument(Body):
    """One time that the task was done. `ticked` are the steps that were unticked after it."""

    number: Annotated[int, Field(ge=1, le=MAX_COMPLETIONS)]
    planned: DueText | None
    done_on: Day
    done_at: Instant
    ticked: Annotated[list[UUID], Field(max_length=MAX_STEPS)]


class TaskDocument(Body):
    """A task with its whole history. `source_key` names it where it was imported from."""

    id: UUID
    source_key: Annotated[Line, Field(max_length=200)] | None
    title: Title
    notes: Notes
    theme_id: UUID | None
    priority: Priority
    status: TaskStatus
    due: DueText | None
    checklist: Annotated[list[StepDocument], Field(max_length=MAX_STEPS)]
    schedule: Schedule | None
    anchor_on: Day | None
    ends_on: Day | None
    week_start: Weekday
    created_on: Day
    created_at: Instant
    completed_on: Day | None
    completed_at: Instant | None
    completions: Annotated[list[CompletionDocument], Field(max_length=MAX_COMPLETIONS)]

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if (self.schedule is None) is not (self.anchor_on is None):
            raise PydanticCustomError("anchor", "Tasks that repeat, and only they, have an anchor")
        if self.ends_on is not None and (self.anchor_on is None or self.ends_on < self.anchor_on):
            raise PydanticCustomError("ends_before_start", "The end lies before the start")
        done = self.status is TaskStatus.DONE
        if any((each is not None) is not done for each in (self.completed_on, self.completed_at)):
            raise PydanticCustomError("completed", "Tasks that are done, and only they, say when")
        if len({step.id for step in self.checklist}) < len(self.checklist):
            raise PydanticCustomError("duplicate_id", "Each step needs an id of its own")
        numbers = [completion.number for completion in self.completions]
        if numbers != list(range(1, len(numbers) + 1)):
            raise PydanticCustomError("numbers", "Completions are numbered from 1 on, in order")
        return self
