"""What statistics ask of habits: every habit with the days that its schedules judged, counted."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.habits import models, queries
from almanac.habits.domain.layout import lay_out
from almanac.habits.domain.line import WrittenDays, read_line
from almanac.habits.domain.model import ScheduleVersion, Streak
from almanac.habits.domain.runs import streaks
from almanac.habits.domain.tally import Stretch, is_record, tally
from almanac.habits.domain.versions import version_in_force
from almanac.habits.service.figures import archived_since, history_of
from almanac.schedules.rules import ScheduleKind
from almanac.themes.service import ThemeFilter, passes_filter


@dataclass(frozen=True, slots=True)
class HabitTally:
    """A habit as it stands today, and what it came to on the days so far, by schedule version."""

    id: UUID
    name: str
    color: str | None
    theme_id: UUID | None
    kind: ScheduleKind
    starts_on: date
    is_archived: bool
    current: Streak
    best: Streak
    is_record: bool
    stretches: list[Stretch]


@dataclass(frozen=True, slots=True)
class _Facts:
    """All that a person's habits are judged by, apart from their own rows."""

    versions: Mapping[UUID, tuple[ScheduleVersion, ...]]
    written: Mapping[UUID, WrittenDays]
    pauses: queries.Pauses


async def tally_habits(
    session: AsyncSession, user_id: UUID, theme: ThemeFilter, *, today: date
) -> list[HabitTally]:
    """The habits that pass the filter, archived ones too, judged up to today.

    The judging is in a thread of its own: decades of many habits take a while, and others are
    served meanwhile.
    """
    versions = await queries.load_versions(session, user_id)
    habits = [
        habit
        for habit in await queries.list_habits(session, user_id)
        # One may have been made between the two readings.
        if habit.id in versions and passes_filter(theme, habit.theme_id)
    ]
    if not habits:
        return []
    facts = _Facts(
        versions=versions,
        written=await queries.load_written_days(session, user_id, habits),
        pauses=await queries.load_pauses(session, user_id),
    )
    return await asyncio.to_thread(_tally_all, habits, facts, today)


def _tally_all(habits: Sequence[models.Habit], facts: _Facts, today: date) -> list[HabitTally]:
    return [_tally(habit, facts, today) for habit in habits]


def _tally(habit: models.Habit, facts: _Facts, today: date) -> HabitTally:
    versions = facts.versions[habit.id]
    check_ins = read_line(facts.written.get(habit.id, WrittenDays()))
    history = history_of(habit, versions, check_ins, facts.pauses.of(habit.id))
    archived_on = archived_since(habit, history, today)
    ledger = lay_out(history, today=today, archived_on=archived_on)
    current, best = streaks(ledger.units, ledger.base)
    return HabitTally(
        id=habit.id,
        name=habit.name,
        color=habit.color,
        theme_id=habit.theme_id,
        kind=version_in_force(versions, today).rule.kind,
        starts_on=habit.starts_on,
        is_archived=archived_on is not None,
        current=current,
        best=best,
        is_record=is_record(ledger, current.first_on, best.first_on),
        stretches=tally(ledger),
    )
