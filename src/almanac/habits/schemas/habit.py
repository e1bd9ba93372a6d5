"""Bodies of habits and pauses."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field

from almanac.core.fields import Color, Day, WallTime
from almanac.core.schema import Body, Patch, View
from almanac.core.text import Line, Prose
from almanac.habits.domain.model import DayState, HabitKind, TargetKind, TargetPer
from almanac.schedules.schemas import Schedule

MAX_AMOUNT = 1_000_000_000
MAX_REMINDERS = 12

Name = Annotated[Line, Field(min_length=1, max_length=120)]
Description = Annotated[Prose, Field(max_length=2000)]
Unit = Annotated[Line, Field(max_length=24)]
Amount = Annotated[float, Field(ge=0, le=MAX_AMOUNT, allow_inf_nan=False)]
Reminders = Annotated[
    list[WallTime],
    Field(max_length=MAX_REMINDERS),
    AfterValidator(lambda times: sorted(set(times))),
]


class HabitCreate(Body):
    """A new habit. `target` belongs to `measure` habits, with the unit that it is counted in."""

    name: Name
    description: Description = ""
    theme_id: UUID | None = None
    kind: HabitKind = HabitKind.CHECK
    unit: Unit = ""
    target: Amount | None = None
    target_kind: TargetKind = TargetKind.AT_LEAST
    target_per: TargetPer = TargetPer.DAY
    no_entry_is_zero: bool = False
    color: Color | None = None
    reminders: Reminders = Field(default_factory=list)
    schedule: Schedule = Field(default={"kind": "daily"}, validate_default=True)
    starts_on: Day | None = Field(default=None, description="Default: today")
    ends_on: Day | None = None
    completions_limit: int | None = Field(default=None, ge=1, le=100_000)


class HabitUpdate(Patch):
    """Fields to change; what is left out stays.

    A new schedule or target takes effect on `effective_from` (default: today), so that the past
    is still judged by the rule that was in force then.
    """

    clearable = frozenset(
        {"theme_id", "target", "color", "ends_on", "completions_limit", "effective_from"}
    )

    name: Name | None = None
    description: Description | None = None
    theme_id: UUID | None = None
    unit: Unit | None = None
    target: Amount | None = None
    target_kind: TargetKind | None = None
    target_per: TargetPer | None = None
    no_entry_is_zero: bool | None = None
    color: Color | None = None
    reminders: Reminders | None = None
    schedule: Schedule | None = None
    effective_from: Day | None = None
    starts_on: Day | None = None
    ends_on: Day | None = None
    completions_limit: int | None = Field(default=None, ge=1, le=100_000)


class PeriodRead(View):
    """How far the present period is: `done` of `needed` days, or of the unit per period.

    `can_wait_until` is the last day on which one can begin and still reach it.
    """

    done: float
    needed: float
    first_on: date
    last_on: date
    can_wait_until: date | None


class HabitRead(View):
    """A habit with its figures of today."""

    id: UUID
    name: str
    description: str
    theme_id: UUID | None
    kind: HabitKind
    unit: str
    target: float | None
    target_kind: TargetKind
    target_per: TargetPer
    no_entry_is_zero: bool
    color: str | None
    reminders: list[str]
    position: int
    schedule: Schedule
    starts_on: date
    ends_on: date | None
    completions_limit: int | None
    is_archived: bool
    archived_on: date | None
    created_at: datetime
    updated_at: datetime
    current_streak: int
    current_streak_from: date | None
    best_streak: int
    best_streak_from: date | None
    best_streak_to: date | None
    strength: int = Field(description="0 to 100")
    expected_count: int
    done_count: int
    total_done: int
    due_today: bool
    state_today: DayState
    amount_today: float | None
    note_today: str
    period: PeriodRead | None
    progress_percent: int | None


class HabitList(View):
    data: list[HabitRead]
    count: int
    next_cursor: str | None


class HabitOrder(Body):
    """All or some habits in the order wanted; those left out follow in their present order."""

    ids: list[UUID] = Field(min_length=1, max_length=1000)


class PauseCreate(Body):
    """Days that neither count nor break: of one habit, of those of a theme now, or of all."""

    habit_id: UUID | None = None
    theme_id: UUID | None = None
    starts_on: Day
    ends_on: Day | None = None
    reason: Annotated[Line, Field(max_length=200)] = ""


class PauseRead(View):
    """A pause; that of a theme is for `habit_ids`, wherever they belong now."""

    id: UUID
    habit_id: UUID | None
    theme_id: UUID | None = Field(description="May have been deleted since")
    habit_ids: list[UUID]
    starts_on: date
    ends_on: date | None
    reason: str


class PauseList(View):
    data: list[PauseRead]
    count: int
    next_cursor: None = None


class SchedulePreviewRequest(Body):
    """A schedule that is being edited."""

    schedule: Schedule
    starts_on: Day | None = None
    ends_on: Day | None = None
    count: int = Field(default=5, ge=1, le=20)


class SchedulePreview(View):
    """The next dates on which it would be due (for a quota: the first day of each period)."""

    dates: list[date]
