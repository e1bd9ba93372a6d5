"""Somebody's habits of every kind with a past, made by chance and written to the database."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from httpx2 import AsyncClient

from almanac.core.db import Database
from almanac.core.ids import new_id
from almanac.habits.domain import (
    CheckIn,
    CheckInStatus,
    HabitHistory,
    HabitKind,
    Pause,
    ScheduleVersion,
    TargetKind,
    TargetPer,
)
from almanac.habits.domain.transfer import CheckInRecord, HabitRecord, PauseRecord
from almanac.habits.service.imports import import_habits
from almanac.schedules.rules import (
    AfterCompletion,
    Daily,
    IntervalCycle,
    MonthlyDay,
    Period,
    Rule,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
    YearlyDate,
)

TODAY = date(2026, 3, 18)
WEEKDAYS = frozenset({Weekday.MON, Weekday.WED, Weekday.SAT})
RULES: tuple[Rule, ...] = (
    Daily(),
    WeeklyDays(WEEKDAYS),
    WeeklyDays(frozenset({Weekday.SUN}), 2),
    MonthlyDay(31),
    YearlyDate(2, 29),
    IntervalCycle(2, 1),
    TimesPerPeriod(3, Period.WEEK),
    TimesPerPeriod(8, Period.MONTH),
    TimesPerPeriod(50, Period.YEAR),
    AfterCompletion(3),
)


@dataclass
class Life:
    """Histories by the name of their habit, and since when each is archived, if it is."""

    histories: dict[str, HabitHistory] = field(default_factory=dict)
    archived_on: dict[str, date | None] = field(default_factory=dict)
    everywhere: Pause | None = None


def make_life(seed: int, *, habits: int = 14) -> Life:
    """So many habits begun some months ago, ticked on most days."""
    chance = Random(seed)  # noqa: S311 - a life, not a secret
    life = Life()
    life.everywhere = _pause(chance)
    for number in range(habits):
        name = f"habit {number}"
        starts_on = TODAY - timedelta(days=chance.randrange(5, 230))
        archived_on = max(starts_on, TODAY - timedelta(days=chance.randrange(60)))
        life.archived_on[name] = archived_on if number % 5 == 4 else None
        life.histories[name] = HabitHistory(
            kind=chance.choice(list(HabitKind)),
            starts_on=starts_on,
            versions=_versions(chance, starts_on, RULES[number % len(RULES)]),
            ends_on=max(starts_on, TODAY - timedelta(days=9)) if number % 7 == 6 else None,
            no_entry_is_zero=chance.random() < 0.3,
            check_ins=_check_ins(chance, starts_on),
            pauses=(life.everywhere, _pause(chance)),
        )
    return life


async def live(database: Database, person: AsyncClient, life: Life, now: datetime) -> None:
    """Let a person have lived so."""
    user_id = UUID((await person.get("/users/me")).json()["id"])
    everywhere = life.everywhere
    pauses = []
    if everywhere is not None:
        pauses.append(PauseRecord(None, everywhere.starts_on, everywhere.ends_on))
    records = []
    for name, history in life.histories.items():
        own = [pause for pause in history.pauses if pause is not everywhere]
        pauses += [PauseRecord(name, pause.starts_on, pause.ends_on) for pause in own]
        records.append(
            HabitRecord(
                key=name,
                name=name,
                kind=history.kind,
                starts_on=history.starts_on,
                ends_on=history.ends_on,
                no_entry_is_zero=history.no_entry_is_zero,
                versions=history.versions,
                archived_on=life.archived_on.get(name),
                check_ins=tuple(
                    CheckInRecord(entry.day, entry.status, entry.amount)
                    for entry in history.check_ins.values()
                ),
            )
        )
    async with database.writers.begin() as session:
        await import_habits(session, user_id, records, pauses, import_id=new_id(), now=now)


def _versions(chance: Random, starts_on: date, rule: Rule) -> tuple[ScheduleVersion, ...]:
    rules = [rule] if chance.random() < 0.5 else [rule, chance.choice(RULES)]
    return tuple(
        ScheduleVersion(
            effective_from=starts_on + timedelta(days=40 * number),
            rule=each,
            target=5000,
            target_kind=chance.choice(list(TargetKind)),
            target_per=(
                chance.choice(list(TargetPer))
                if isinstance(each, TimesPerPeriod)
                else TargetPer.DAY
            ),
            week_start=chance.choice([Weekday.MON, Weekday.SUN]),
        )
        for number, each in enumerate(rules)
    )


def _check_ins(chance: Random, starts_on: date) -> dict[date, CheckIn]:
    found = {}
    for number in range((TODAY - starts_on).days + 1):
        on = starts_on + timedelta(days=number)
        if chance.random() < 0.75:
            status = chance.choice([CheckInStatus.DONE] * 6 + list(CheckInStatus))
            amount = chance.randrange(9000) if chance.random() < 0.7 else None
            found[on] = CheckIn(on, status, amount)
    return found


def _pause(chance: Random) -> Pause:
    first = TODAY - timedelta(days=chance.randrange(200))
    return Pause(first, first + timedelta(days=chance.randrange(8)))
