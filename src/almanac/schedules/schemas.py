"""Schedules as the API writes them: `{"kind": "weekly_days", "days": ["mon"], "every": 1}`."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from almanac.schedules.rules import (
    MAX_DAYS,
    MAX_EVERY,
    InvalidSchedule,
    Period,
    Rule,
    ScheduleKind,
    Weekday,
    parse_rule,
    rule_config,
)

Every = Annotated[int, Field(ge=1, le=MAX_EVERY, description="Every n-th week, month or year")]


class _Schedule(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DailySchedule(_Schedule):
    """Every day."""

    kind: Literal["daily"]


class WeeklyDaysSchedule(_Schedule):
    """On these weekdays, in every n-th week counted from the week of `starts_on`."""

    kind: Literal["weekly_days"]
    days: list[Weekday] = Field(min_length=1, max_length=7)
    every: Every = 1


class MonthlyDaySchedule(_Schedule):
    """On this day of the month; shorter months take their last day."""

    kind: Literal["monthly_day"]
    day: int = Field(ge=1, le=31)
    every: Every = 1


class YearlyDateSchedule(_Schedule):
    """On this date; 29 February means the 28th in common years."""

    kind: Literal["yearly_date"]
    month: int = Field(ge=1, le=12)
    day: int = Field(ge=1, le=31)
    every: Every = 1


class IntervalCycleSchedule(_Schedule):
    """`active_days` in a row, then `break_days` free, counted from `starts_on`."""

    kind: Literal["interval_cycle"]
    active_days: int = Field(ge=1, le=MAX_DAYS)
    break_days: int = Field(ge=0, le=MAX_DAYS)


class TimesPerPeriodSchedule(_Schedule):
    """A number of times in each calendar week, month or year."""

    kind: Literal["times_per_period"]
    times: int = Field(ge=1, le=366)
    period: Period


class AfterCompletionSchedule(_Schedule):
    """Again so many days after it was last done."""

    kind: Literal["after_completion"]
    days: int = Field(ge=1, le=MAX_DAYS)


def _by_the_rules(schedule: Any) -> Any:
    try:
        rule_of(schedule)
    except InvalidSchedule as exc:
        raise PydanticCustomError(
            "invalid_schedule", "{field}: {message}", {"field": exc.field, "message": exc.message}
        ) from exc
    return schedule


Schedule = Annotated[
    DailySchedule
    | WeeklyDaysSchedule
    | MonthlyDaySchedule
    | YearlyDateSchedule
    | IntervalCycleSchedule
    | TimesPerPeriodSchedule
    | AfterCompletionSchedule,
    Field(discriminator="kind"),
    AfterValidator(_by_the_rules),
]

_KINDS: dict[ScheduleKind, type[_Schedule]] = {
    ScheduleKind.DAILY: DailySchedule,
    ScheduleKind.WEEKLY_DAYS: WeeklyDaysSchedule,
    ScheduleKind.MONTHLY_DAY: MonthlyDaySchedule,
    ScheduleKind.YEARLY_DATE: YearlyDateSchedule,
    ScheduleKind.INTERVAL_CYCLE: IntervalCycleSchedule,
    ScheduleKind.TIMES_PER_PERIOD: TimesPerPeriodSchedule,
    ScheduleKind.AFTER_COMPLETION: AfterCompletionSchedule,
}


def rule_of(schedule: Any) -> Rule:
    """The domain's rule of a schedule from the API. Raises `InvalidSchedule`."""
    fields = schedule.model_dump(mode="json")
    return parse_rule(ScheduleKind(fields.pop("kind")), fields)


def schedule_of(rule: Rule) -> Any:
    """The API's schedule of a rule."""
    return _KINDS[rule.kind].model_validate({"kind": rule.kind.value, **rule_config(rule)})
