"""Schedule versions of habits: which rule judges which day, and values that fit together."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import invalid_field
from almanac.habits import models, queries
from almanac.habits.domain.model import HabitKind, ScheduleVersion, TargetKind, TargetPer
from almanac.habits.schemas.habit import HabitUpdate
from almanac.habits.schemas.schedule import rule_of
from almanac.habits.service.figures import forget_figures
from almanac.habits.service.views import to_thousandths, version_in_force
from almanac.schedules.rules import Rule, ScheduleKind, Weekday, rule_config


def changed_version(
    versions: tuple[ScheduleVersion, ...], data: HabitUpdate, *, week_start: Weekday, today: date
) -> ScheduleVersion:
    """What the newest version becomes, from the date on that the change takes effect."""
    given = data.model_fields_set
    newest = versions[-1]
    return ScheduleVersion(
        effective_from=data.effective_from or max(today, newest.effective_from),
        rule=rule_of(data.schedule) if data.schedule is not None else newest.rule,
        target=to_thousandths(data.target) if "target" in given else newest.target,
        target_kind=data.target_kind or newest.target_kind,
        target_per=data.target_per or newest.target_per,
        week_start=week_start,
    )


async def put_version(
    session: AsyncSession, user_id: UUID, habit: models.Habit, version: ScheduleVersion
) -> None:
    """Let `version` judge every day from its date on, in the place of later versions."""
    row = models.HabitSchedule
    replaced = delete(row).where(row.user_id == user_id, row.habit_id == habit.id)
    if version.effective_from > habit.starts_on:
        replaced = replaced.where(row.effective_from >= version.effective_from)
    else:
        version = replace(version, effective_from=habit.starts_on)
    await session.execute(replaced, execution_options={"synchronize_session": False})
    session.add(version_row(user_id, habit.id, version))


async def adopt_week_start(
    session: AsyncSession, user_id: UUID, week_start: Weekday, *, today: date
) -> None:
    """Let a person's new first day of the week judge their habits from today on."""
    current = await queries.load_versions(session, user_id)
    for habit in await queries.list_habits(session, user_id):
        version = version_in_force(current[habit.id], today)
        if version.week_start is not week_start:
            changed = replace(version, effective_from=today, week_start=week_start)
            await put_version(session, user_id, habit, changed)
    await forget_figures(session, user_id)


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


def check_fields(
    kind: HabitKind,
    target: float | None,
    target_kind: TargetKind,
    starts_on: date,
    ends_on: date | None,
) -> None:
    """Refuse values that do not fit together, naming the field to change."""
    if kind is HabitKind.MEASURE and target is None:
        raise invalid_field("/body/target", "target_missing", "A measured habit needs a target")
    if kind is HabitKind.MEASURE and target == 0 and target_kind is TargetKind.AT_LEAST:
        raise invalid_field("/body/target", "target_zero", "At least zero is always reached")
    if kind is HabitKind.CHECK and target is not None:
        raise invalid_field(
            "/body/target", "target_unexpected", "Only measured habits have a target"
        )
    if ends_on is not None and ends_on < starts_on:
        raise invalid_field("/body/ends_on", "ends_before_start", "The end lies before the start")


def check_target_per(target_per: TargetPer, rule: Rule) -> None:
    if target_per is TargetPer.PERIOD and rule.kind is not ScheduleKind.TIMES_PER_PERIOD:
        raise invalid_field(
            "/body/target_per",
            "target_per_period",
            "A target per period needs a schedule of times per week, month or year",
        )
