"""Habits as the API shows them: rows and figures put together. No statements here."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from almanac.habits import models
from almanac.habits.domain.model import PeriodProgress, ScheduleVersion, TargetPer
from almanac.habits.domain.versions import version_in_force
from almanac.habits.queries import Note
from almanac.habits.schemas.habit import HabitRead, PeriodRead
from almanac.habits.service.figures import Standing
from almanac.schedules.schemas import schedule_of

NOTHING = Note(amount=None, note="")


def to_thousandths(amount: float | None) -> int | None:
    """An amount as typed (`0.1`) in whole thousandths, half up."""
    if amount is None:
        return None
    return int(Decimal(repr(amount)).scaleb(3).to_integral_value(ROUND_HALF_UP))


def from_thousandths(amount: int | None) -> float | None:
    """Whole thousandths as the number that was typed."""
    return None if amount is None else amount / 1000


def habit_view(
    habit: models.Habit,
    versions: tuple[ScheduleVersion, ...],
    standing: Standing,
    *,
    today: date,
    note: Note = NOTHING,
) -> HabitRead:
    """A habit with its figures of `today`; `note` is today's check-in."""
    version = version_in_force(versions, today)
    figures = standing.figures
    progress = figures.progress_percent
    return HabitRead(
        id=habit.id,
        name=habit.name,
        description=habit.description,
        theme_id=habit.theme_id,
        kind=habit.kind,
        unit=habit.unit,
        target=from_thousandths(version.target),
        target_kind=version.target_kind,
        target_per=version.target_per,
        no_entry_is_zero=habit.no_entry_is_zero,
        color=habit.color,
        reminders=habit.reminders,
        position=habit.position,
        schedule=schedule_of(version.rule),
        starts_on=habit.starts_on,
        ends_on=habit.ends_on,
        completions_limit=habit.completions_limit,
        is_archived=standing.archived_on is not None,
        archived_on=standing.archived_on,
        created_at=habit.created_at,
        updated_at=habit.updated_at,
        current_streak=figures.current_streak.length,
        current_streak_from=figures.current_streak.first_on,
        best_streak=figures.best_streak.length,
        best_streak_from=figures.best_streak.first_on,
        best_streak_to=figures.best_streak.last_on,
        strength=round(figures.strength * 100),
        expected_count=figures.expected_count,
        done_count=figures.done_count,
        total_done=figures.total_done,
        due_today=figures.due_today,
        state_today=figures.state_today,
        amount_today=from_thousandths(note.amount),
        note_today=note.note,
        period=period_view(figures.period, version.target_per),
        progress_percent=None if progress is None else round(progress),
    )


def period_view(period: PeriodProgress | None, target_per: TargetPer) -> PeriodRead | None:
    """The running period in days, or in the unit when the target is per period."""
    if period is None:
        return None
    scale = 1000 if target_per is TargetPer.PERIOD else 1
    return PeriodRead(
        done=period.done / scale,
        needed=period.needed / scale,
        first_on=period.first_on,
        last_on=period.last_on,
        can_wait_until=period.can_wait_until,
    )
