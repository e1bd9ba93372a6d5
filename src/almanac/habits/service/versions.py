"""Schedule versions of habits: which rule judges which day, and values that fit together."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import invalid_field
from almanac.habits import models, queries
from almanac.habits.domain.model import HabitKind, ScheduleVersion, TargetKind, TargetPer
from almanac.habits.domain.versions import Versions, changed_versions
from almanac.habits.schemas.habit import HabitUpdate
from almanac.habits.service.figures import forget_figures
from almanac.habits.service.views import to_thousandths
from almanac.schedules.rules import (
    Period,
    Rule,
    ScheduleKind,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
    rule_config,
)
from almanac.schedules.schemas import rule_of


def change_of(
    data: HabitUpdate, week_start: Weekday
) -> Callable[[ScheduleVersion], ScheduleVersion]:
    """What an update makes of a version: the given fields, and weeks as the person has them."""
    fields: dict[str, Any] = {"week_start": week_start}
    if data.schedule is not None:
        fields["rule"] = rule_of(data.schedule)
    if "target" in data.model_fields_set:
        fields["target"] = to_thousandths(data.target)
    if data.target_kind is not None:
        fields["target_kind"] = data.target_kind
    if data.target_per is not None:
        fields["target_per"] = data.target_per
    return lambda version: replace(version, **fields)


async def store_versions(
    session: AsyncSession, habit: models.Habit, before: Versions, after: Versions
) -> None:
    """Let `after` judge the habit in the place of `before`."""
    row = models.HabitSchedule
    gone = [version.effective_from for version in before if version not in after]
    if gone:
        await session.execute(
            delete(row).where(
                row.user_id == habit.user_id,
                row.habit_id == habit.id,
                row.effective_from.in_(gone),
            ),
            execution_options={"synchronize_session": False},
        )
    fresh = [version for version in after if version not in before]
    session.add_all([version_row(habit.user_id, habit.id, version) for version in fresh])


async def adopt_week_start(
    session: AsyncSession, user_id: UUID, week_start: Weekday, *, today: date
) -> None:
    """Let a person's new first day of the week judge their habits from today on.

    Deleted ones too, for they can be restored. What does not depend on weeks stays as it is.
    """

    def adopt(version: ScheduleVersion) -> ScheduleVersion:
        return replace(version, week_start=week_start) if _counts_weeks(version.rule) else version

    habits = await queries.list_habits(session, user_id, deleted_too=True, lock=True)
    current = await queries.load_versions(session, user_id)
    for habit in habits:
        before = current[habit.id]
        after = changed_versions(before, adopt, starts_on=habit.starts_on, effective_from=today)
        await store_versions(session, habit, before, after)
    await forget_figures(session, user_id)


def _counts_weeks(rule: Rule) -> bool:
    return isinstance(rule, WeeklyDays) or (
        isinstance(rule, TimesPerPeriod) and rule.period is Period.WEEK
    )


def version_row(user_id: UUID, habit_id: UUID, version: ScheduleVersion) -> models.HabitSchedule:
    return models.HabitSchedule(
        user_id=user_id,
        habit_id=habit_id,
        effective_from=version.effective_from,
        kind=version.rule.kind,
        config=rule_config(version.rule),
        week_start=version.week_start,
        target=version.target,
        target_kind=version.target_kind,
        target_per=version.target_per,
    )


def check_window(starts_on: date, ends_on: date | None) -> None:
    """Refuse an end before the start."""
    if ends_on is not None and ends_on < starts_on:
        raise invalid_field("/body/ends_on", "ends_before_start", "The end lies before the start")


def check_version(kind: HabitKind, version: ScheduleVersion) -> None:
    """Refuse a target that does not fit the kind or the schedule, naming the field to change."""
    target = version.target
    if kind is HabitKind.MEASURE and target is None:
        raise invalid_field("/body/target", "target_missing", "A measured habit needs a target")
    if kind is HabitKind.MEASURE and target == 0 and version.target_kind is TargetKind.AT_LEAST:
        raise invalid_field("/body/target", "target_zero", "At least zero is always reached")
    if kind is HabitKind.CHECK and target is not None:
        raise invalid_field(
            "/body/target", "target_unexpected", "Only measured habits have a target"
        )
    is_quota = version.rule.kind is ScheduleKind.TIMES_PER_PERIOD
    if version.target_per is TargetPer.PERIOD and not is_quota:
        raise invalid_field(
            "/body/target_per",
            "target_per_period",
            "A target per period needs a schedule of times per week, month or year",
        )
