"""Creates the demo account and fills it, through the services that people's own data goes through.

Everything is stored in the caller's transaction: the whole account, or nothing of it.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.ids import new_id
from almanac.demo.domain.counters import shelf_record
from almanac.demo.domain.history import Entry, history
from almanac.demo.domain.sketches import BREAKS, SKETCHES, THEMES, Measure, Sketch, Version
from almanac.demo.domain.task_history import Calendar, task_records
from almanac.demo.domain.timetables import routine_records
from almanac.freshness.service.transfer import import_shelf
from almanac.habits.domain.model import (
    CheckInStatus,
    HabitKind,
    ScheduleVersion,
    TargetKind,
    TargetPer,
)
from almanac.habits.domain.transfer import CheckInRecord, HabitRecord, PauseRecord
from almanac.habits.service.import_plan import ImportCounts
from almanac.habits.service.imports import import_habits
from almanac.identity.service.administration import create_user
from almanac.schedules.times import local_today
from almanac.tasks.service.imports import import_tasks
from almanac.themes.domain import ThemeRecord
from almanac.themes.service.transfer import ThemeCounts, import_themes
from almanac.timetable.service.imports import Addition
from almanac.timetable.service.transfer import import_routines

EMAIL = "demo@example.org"
FULL_NAME = "Demo"


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """What was made. `password` is what was given, or the generated one."""

    email: str
    password: str
    is_superuser: bool
    themes: int
    habits: int
    check_ins: int
    tasks: int
    routines: int
    sessions: int
    batches: int


async def create_demo_account(
    session: AsyncSession, *, password: str | None, timezone: str, now: datetime
) -> DemoAccount:
    """Make the account: two years of habits, tasks and timetables, and a counter, up to this day.

    Raises `EmailTaken` when it is there already, and `Invalid` for a weak password.
    """
    user, password = await create_user(
        session,
        email=EMAIL,
        password=password,
        full_name=FULL_NAME,
        timezone=timezone,
        locale="en",
        is_superuser=False,
        now=now,
    )
    await session.flush()
    calendar, import_id = _calendar(now, timezone), new_id()
    today = calendar.today
    records = [ThemeRecord(name, name, color) for name, color in THEMES.items()]
    themes = await import_themes(session, user.id, records, now=now)
    habits = await _import_habits(session, user.id, today, themes, import_id=import_id, now=now)
    tasks = await import_tasks(
        session,
        user.id,
        task_records(calendar),
        themes=themes.ids,
        import_id=import_id,
        now=now,
    )
    added = Addition(import_id, today, user.week_start, now)
    timetables = routine_records(calendar)
    routines = await import_routines(session, user.id, timetables, themes.ids, added)
    shelf = await import_shelf(
        session, user.id, shelf_record(calendar), import_id=import_id, now=now
    )
    return DemoAccount(
        email=EMAIL,
        password=password,
        is_superuser=user.is_superuser,
        themes=len(themes.added),
        habits=habits.habits_added,
        check_ins=habits.check_ins_added.total(),
        tasks=tasks.added,
        routines=routines.added,
        sessions=routines.sessions,
        batches=shelf.batches.added,
    )


async def _import_habits(
    session: AsyncSession,
    user_id: UUID,
    today: date,
    themes: ThemeCounts,
    *,
    import_id: UUID,
    now: datetime,
) -> ImportCounts:
    return await import_habits(
        session,
        user_id,
        [_habit(sketch, today) for sketch in SKETCHES],
        _pauses(today),
        themes=themes.ids,
        import_id=import_id,
        now=now,
    )


def _calendar(now: datetime, timezone: str) -> Calendar:
    zone = ZoneInfo(timezone)
    return Calendar(now, local_today(now, zone, 0), zone)


def _habit(sketch: Sketch, today: date) -> HabitRecord:
    measure = sketch.measure
    return HabitRecord(
        key=f"demo:{sketch.name}",
        name=sketch.name,
        kind=HabitKind.CHECK if measure is None else HabitKind.MEASURE,
        starts_on=today - timedelta(days=sketch.versions[0].days_ago),
        versions=tuple(_version(version, measure, today) for version in sketch.versions),
        check_ins=tuple(_check_in(entry) for entry in history(sketch, today)),
        description=sketch.description,
        unit="" if measure is None else measure.unit,
        theme_key=sketch.theme,
        reminders=sketch.reminders,
        ends_on=_day(today, sketch.ends_days_ago),
        archived_on=_day(today, sketch.archived_days_ago),
    )


def _version(version: Version, measure: Measure | None, today: date) -> ScheduleVersion:
    return ScheduleVersion(
        effective_from=today - timedelta(days=version.days_ago),
        rule=version.rule,
        target=_thousandths(version.target),
        target_kind=TargetKind.AT_LEAST if measure is None else TargetKind(measure.target_kind),
        target_per=TargetPer.DAY if measure is None else TargetPer(measure.target_per),
    )


def _check_in(entry: Entry) -> CheckInRecord:
    return CheckInRecord(
        entry.day, CheckInStatus(entry.status), _thousandths(entry.amount), entry.note
    )


def _pauses(today: date) -> list[PauseRecord]:
    return [
        PauseRecord(
            habit_key=None,
            starts_on=today - timedelta(days=pause.from_days_ago),
            ends_on=today - timedelta(days=pause.to_days_ago),
            reason=pause.reason,
        )
        for pause in BREAKS
    ]


def _day(today: date, days_ago: int | None) -> date | None:
    return None if days_ago is None else today - timedelta(days=days_ago)


def _thousandths(amount: float | None) -> int | None:
    return None if amount is None else round(amount * 1000)
