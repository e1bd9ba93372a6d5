"""What habits contribute to a day.

Today is read from the figures kept with each habit; another day is judged from the check-ins of
the longest period that may matter to it, so that neither costs more with every year of history.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.day import DaySummary, EntryState, ThemeMark, Urgency
from almanac.habits import models, queries
from almanac.habits.domain.days import calendar, day_state
from almanac.habits.domain.model import DayState, HabitHistory, ScheduleVersion
from almanac.habits.domain.versions import version_in_force
from almanac.habits.schemas.day import HabitEntry
from almanac.habits.schemas.habit import HabitRead
from almanac.habits.service.figures import Remember, history_of
from almanac.habits.service.listing import views_of
from almanac.habits.service.views import NOTHING, from_thousandths
from almanac.schedules.rules import AfterCompletion, Period, TimesPerPeriod
from almanac.schedules.schemas import schedule_of

STATES = {
    DayState.OPEN: EntryState.OPEN,
    DayState.DONE: EntryState.DONE,
    DayState.EXTRA: EntryState.DONE,
    DayState.SKIPPED: EntryState.SKIPPED,
    DayState.MISSED: EntryState.MISSED,
}
# A month that began on the day itself, and the month before it for the week that spans both.
SHORT_WINDOW = timedelta(days=62)
ACTIONS = {
    EntryState.OPEN: ["done", "skip", "miss", "amount", "note"],
    EntryState.DONE: ["undo", "skip", "miss", "amount", "note"],
    EntryState.SKIPPED: ["done", "undo", "miss", "amount", "note"],
    EntryState.MISSED: ["done", "skip", "undo", "amount", "note"],
}


async def entries(
    session: AsyncSession,
    user_id: UUID,
    day: date,
    marks: Mapping[UUID, ThemeMark],
    *,
    today: date,
    remember: Remember,
) -> list[HabitEntry]:
    """The habits of `day` in manual order, with the mark of their theme.

    At most five statements for today, seven for a past day.
    """
    habits = await queries.list_habits(session, user_id)
    versions = await queries.load_versions(session, user_id)
    notes = await queries.load_notes(session, user_id, day)
    pauses = None if day == today else await queries.load_pauses(session, user_id)
    views = await views_of(
        session, habits, versions, notes, today=today, remember=remember, pauses=pauses
    )
    if pauses is None:
        found = [
            _entry(habit, habit.state_today, marks) for habit in views if not habit.is_archived
        ]
        return [entry for entry in found if entry is not None]
    histories = await _histories(session, user_id, habits, versions, pauses, first=day)
    listed = []
    for habit, (_, history) in zip(views, histories, strict=True):
        state = day_state(history, day, today=today, archived_on=habit.archived_on)
        entry = _entry(_as_on(habit, history, day, notes.get(habit.id, NOTHING)), state, marks)
        if entry is not None:
            listed.append(entry)
    return listed


def _as_on(habit: HabitRead, history: HabitHistory, day: date, note: queries.Note) -> HabitRead:
    """A habit with the schedule, target and check-in of a past day."""
    version = version_in_force(history.versions, day)
    return habit.model_copy(
        update={
            "schedule": schedule_of(version.rule),
            "target": from_thousandths(version.target),
            "target_kind": version.target_kind,
            "target_per": version.target_per,
            "amount_today": from_thousandths(note.amount),
            "note_today": note.note,
            "period": None,
        }
    )


async def summaries(
    session: AsyncSession, user_id: UUID, first: date, last: date, *, today: date
) -> list[DaySummary]:
    """For each day from `first` to `last`: how many habits were due, and how many done."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    done, total = dict.fromkeys(days, 0), dict.fromkeys(days, 0)
    habits = await queries.list_habits(session, user_id)
    versions = await queries.load_versions(session, user_id)
    pauses = await queries.load_pauses(session, user_id)
    for habit, history in await _histories(session, user_id, habits, versions, pauses, first=first):
        judged_days = calendar(
            history, first=first, last=last, today=today, archived_on=habit.archived_on
        )
        for day, state, _ in judged_days:
            is_done = state in {DayState.DONE, DayState.EXTRA}
            done[day] += is_done
            total[day] += is_done or state in {DayState.OPEN, DayState.MISSED}
    return [DaySummary(date=day, done=done[day], total=total[day]) for day in days]


async def _histories(
    session: AsyncSession,
    user_id: UUID,
    habits: Sequence[models.Habit],
    versions: Mapping[UUID, tuple[ScheduleVersion, ...]],
    pauses: queries.Pauses,
    *,
    first: date,
) -> list[tuple[models.Habit, HabitHistory]]:
    """Histories that are complete enough to judge the days from `first` on; two statements."""
    look_far = [habit.id for habit in habits if _looks_far_back(versions[habit.id])]
    recent = await queries.load_check_ins(session, user_id, None, first=first - SHORT_WINDOW)
    whole = await queries.load_check_ins(session, user_id, look_far) if look_far else {}
    return [
        (
            habit,
            history_of(
                habit,
                versions[habit.id],
                whole.get(habit.id) or recent.get(habit.id, {}),
                pauses.of(habit.id),
            ),
        )
        for habit in habits
    ]


def _looks_far_back(versions: Sequence[ScheduleVersion]) -> bool:
    """Whether a day may be judged by check-ins of more than two months before it."""
    return any(
        isinstance(version.rule, AfterCompletion)
        or (isinstance(version.rule, TimesPerPeriod) and version.rule.period is Period.YEAR)
        for version in versions
    )


def _entry(habit: HabitRead, state: DayState, marks: Mapping[UUID, ThemeMark]) -> HabitEntry | None:
    """The entry of a habit in this state; none when nothing is asked for."""
    shown = STATES.get(state)
    if shown is None:
        return None
    return HabitEntry(
        id=habit.id,
        title=habit.name,
        at=habit.reminders[0] if habit.reminders else None,
        until=None,
        state=shown,
        urgency=_urgency(habit),
        color=habit.color,
        theme=None if habit.theme_id is None else marks.get(habit.theme_id),
        actions=ACTIONS[shown],
        habit_kind=habit.kind,
        unit=habit.unit,
        target=habit.target,
        target_kind=habit.target_kind,
        target_per=habit.target_per,
        amount=habit.amount_today,
        note=habit.note_today,
        schedule=habit.schedule,
        streak=habit.current_streak,
        period=habit.period,
    )


def _urgency(habit: HabitRead) -> Urgency:
    """A quota whose period leaves time can wait; everything else is due."""
    period = habit.period
    if period is None or period.can_wait_until is None:
        return Urgency.DUE
    return Urgency.CAN_WAIT if habit.state_today is DayState.OPEN else Urgency.DUE
