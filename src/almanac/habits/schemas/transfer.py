"""Whole habits as Almanac's own export writes them and its import reads them back."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from almanac.core.fields import Color, Day
from almanac.core.schema import Body
from almanac.core.text import Line, Prose
from almanac.habits.domain.model import CheckInStatus, HabitKind, TargetKind, TargetPer
from almanac.habits.schemas.habit import Amount, Description, Name, Reminders, Unit
from almanac.schedules.rules import Weekday
from almanac.schedules.schemas import Schedule

MAX_VERSIONS = 10_000
MAX_CHECK_INS = 120_000
MAX_PAUSES = 10_000
MAX_MEMBERS = 500


class VersionDocument(Body):
    """The schedule and target in force from a date on."""

    effective_from: Day
    schedule: Schedule
    week_start: Weekday
    target: Amount | None
    target_kind: TargetKind
    target_per: TargetPer


class CheckInDocument(Body):
    date: Day
    status: CheckInStatus
    amount: Amount | None
    note: Annotated[Prose, Field(max_length=2000)]


class HabitDocument(Body):
    """A habit with its whole history. `source_key` names it where it was imported from."""

    id: UUID
    source_key: Annotated[Line, Field(max_length=200)] | None
    name: Name
    description: Description
    kind: HabitKind
    unit: Unit
    no_entry_is_zero: bool
    color: Color | None
    reminders: Reminders
    starts_on: Day
    ends_on: Day | None
    completions_limit: Annotated[int, Field(ge=1, le=100_000)] | None
    archived_on: Day | None
    theme_id: UUID | None = None
    versions: Annotated[list[VersionDocument], Field(min_length=1, max_length=MAX_VERSIONS)]
    check_ins: Annotated[list[CheckInDocument], Field(max_length=MAX_CHECK_INS)]

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.ends_on is not None and self.ends_on < self.starts_on:
            raise PydanticCustomError("ends_before_start", "The end lies before the start")
        measured = self.kind is HabitKind.MEASURE
        if any((version.target is not None) is not measured for version in self.versions):
            raise PydanticCustomError("target", "Measured habits, and only they, have targets")
        _refuse_repeated([version.effective_from for version in self.versions])
        _refuse_repeated([check_in.date for check_in in self.check_ins])
        return self


class PauseDocument(Body):
    """Of one habit of the same document, of some as habits of a theme, or of everything."""

    habit_id: UUID | None
    theme_id: UUID | None = None
    habit_ids: Annotated[list[UUID], Field(max_length=MAX_MEMBERS, default_factory=list)]
    starts_on: Day
    ends_on: Day | None
    reason: Annotated[Line, Field(max_length=200)]

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.ends_on is not None and self.ends_on < self.starts_on:
            raise PydanticCustomError("ends_before_start", "The end lies before the start")
        if self.habit_id is not None and self.theme_id is not None:
            raise PydanticCustomError("one_scope", "A pause is of a habit or of a theme")
        if (self.theme_id is None) is not (not self.habit_ids):
            raise PydanticCustomError("members", "A theme's pause, and only it, lists its habits")
        if len(set(self.habit_ids)) < len(self.habit_ids):
            raise PydanticCustomError("repeated_habit", "A habit occurs twice")
        return self


def _refuse_repeated(days: list[date]) -> None:
    if len(set(days)) < len(days):
        raise PydanticCustomError("repeated_date", "A date occurs twice")
