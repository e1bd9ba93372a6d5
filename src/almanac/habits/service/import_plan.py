"""What an import would write and what it would leave, worked out before anything is written."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from almanac.core.ids import new_id
from almanac.habits import models
from almanac.habits.domain.model import CheckInStatus
from almanac.habits.domain.transfer import CheckInRecord, HabitRecord, PauseRecord
from almanac.schedules.rules import rule_config

PauseKey = tuple[UUID | None, date, date | None]
CheckInRow = tuple[str, str, str, int | None, str]
"""Habit, date, status, amount, note as JSON holds them; there are tens of thousands."""


@dataclass(frozen=True, slots=True)
class HabitOutcome:
    """What an import makes of one habit of the file, and how many entries it adds to it."""

    name: str
    outcome: Literal["added", "restored", "present"]
    check_ins_added: int


@dataclass(slots=True)
class ImportCounts:
    """What an import adds, and what it leaves as it is.

    `outside` holds, by habit name, how many entries lie before the start, after the end or after
    the archiving of a habit that was there already. `namesakes` are habits that are added beside
    one of the same name. `by_habit` is in the order of the file.
    """

    habits_added: int = 0
    habits_restored: int = 0
    habits_present: int = 0
    check_ins_added: Counter[CheckInStatus] = field(default_factory=Counter)
    check_ins_present: int = 0
    pauses_present: int = 0
    pause_ids: list[UUID] = field(default_factory=list)
    outside: Counter[str] = field(default_factory=Counter)
    namesakes: list[str] = field(default_factory=list)
    by_habit: list[HabitOutcome] = field(default_factory=list)

    @property
    def adds_something(self) -> bool:
        """Whether anything would be written."""
        return bool(
            self.habits_added
            or self.habits_restored
            or self.pause_ids
            or self.check_ins_added.total()
        )


@dataclass(slots=True)
class Plan:
    """Rows that an import would write.

    `themes` are the ids of the file's themes; `restored` are by the theme that they get when they
    have none; `paused` are the habits that new pauses are for, None for all.
    """

    user_id: UUID
    import_id: UUID
    now: datetime
    themes: Mapping[str, UUID]
    counts: ImportCounts = field(default_factory=ImportCounts)
    habits: list[dict[str, Any]] = field(default_factory=list)
    schedules: list[dict[str, Any]] = field(default_factory=list)
    check_ins: list[CheckInRow] = field(default_factory=list)
    pauses: list[dict[str, Any]] = field(default_factory=list)
    pause_habits: list[dict[str, Any]] = field(default_factory=list)
    paused: set[UUID | None] = field(default_factory=set)
    restored: dict[UUID | None, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    changed: set[UUID] = field(default_factory=set)
    ids: dict[str, UUID] = field(default_factory=dict)

    def theme_of(self, record: HabitRecord | PauseRecord) -> UUID | None:
        """The id of the theme that a part of the file names."""
        return None if record.theme_key is None else self.themes[record.theme_key]


def match(
    records: Iterable[HabitRecord], existing: Sequence[models.Habit]
) -> dict[str, models.Habit]:
    """The habit that is there already, by the key of each record that has one; live ones first."""
    by_age = sorted(existing, key=lambda habit: habit.deleted_at is None)
    by_key = {habit.import_key: habit for habit in by_age if habit.import_key is not None}
    by_id = {habit.id: habit for habit in existing}
    matches: dict[str, models.Habit] = {}
    for record in records:
        found = by_id.get(record.id) if record.id is not None else None
        found = found or by_key.get(record.key)
        if found is not None:
            matches[record.key] = found
    return matches


def plan_habit(plan: Plan, record: HabitRecord, position: int) -> None:
    """Add a habit with its schedule versions and check-ins."""
    habit_id = new_id()
    plan.ids[record.key] = habit_id
    plan.counts.habits_added += 1
    plan.habits.append(_habit_row(plan, record, habit_id, position))
    plan.schedules.extend(
        {
            "user_id": plan.user_id,
            "habit_id": habit_id,
            "effective_from": version.effective_from,
            "kind": version.rule.kind,
            "config": rule_config(version.rule),
            "week_start": version.week_start,
            "target": version.target,
            "target_kind": version.target_kind,
            "target_per": version.target_per,
        }
        for version in record.versions
    )
    plan.counts.by_habit.append(HabitOutcome(record.name, "added", len(record.check_ins)))
    _plan_check_ins(plan, record.check_ins, habit_id)


def _habit_row(plan: Plan, record: HabitRecord, habit_id: UUID, position: int) -> dict[str, Any]:
    return {
        "user_id": plan.user_id,
        "id": habit_id,
        "name": record.name,
        "description": record.description,
        "theme_id": plan.theme_of(record),
        "kind": record.kind,
        "unit": record.unit,
        "no_entry_is_zero": record.no_entry_is_zero,
        "color": record.color,
        "reminders": list(record.reminders),
        "position": position,
        "starts_on": record.starts_on,
        "ends_on": record.ends_on,
        "completions_limit": record.completions_limit,
        "archived_on": record.archived_on,
        "import_id": plan.import_id,
        "import_key": record.key,
        "created_at": plan.now,
        "updated_at": plan.now,
        "revision": 0,
    }


def plan_match(plan: Plan, record: HabitRecord, habit: models.Habit, taken: set[date]) -> None:
    """Add to a habit that is there what it has no entry for; bring it back when it was deleted."""
    plan.ids[record.key] = habit.id
    if habit.deleted_at is None:
        plan.counts.habits_present += 1
    else:
        plan.counts.habits_restored += 1
        plan.restored[plan.theme_of(record)].append(habit.id)
    fresh = [entry for entry in record.check_ins if entry.day not in taken]
    plan.counts.check_ins_present += len(record.check_ins) - len(fresh)
    inside = [entry for entry in fresh if _takes(habit, entry.day)]
    if len(inside) < len(fresh):
        plan.counts.outside[habit.name] += len(fresh) - len(inside)
    if inside:
        plan.changed.add(habit.id)
    outcome: Literal["restored", "present"] = "restored" if habit.deleted_at else "present"
    plan.counts.by_habit.append(HabitOutcome(habit.name, outcome, len(inside)))
    _plan_check_ins(plan, inside, habit.id)
    taken.update(entry.day for entry in inside)


def _takes(habit: models.Habit, day: date) -> bool:
    return (
        habit.starts_on <= day
        and (habit.ends_on is None or day <= habit.ends_on)
        and (habit.archived_on is None or day < habit.archived_on)
    )


def _plan_check_ins(plan: Plan, entries: Iterable[CheckInRecord], habit_id: UUID) -> None:
    habit_hex = habit_id.hex
    for entry in entries:
        plan.counts.check_ins_added[entry.status] += 1
        plan.check_ins.append(
            (habit_hex, entry.day.isoformat(), entry.status.value, entry.amount, entry.note)
        )


def plan_pauses(plan: Plan, pauses: Iterable[PauseRecord], existing: Collection[PauseKey]) -> None:
    """Add the pauses that were not there. Their habits must have been planned before.

    A theme's is added for those of its habits that are not paused for these days already.
    """
    for pause in pauses:
        members: list[UUID | None] = [plan.ids[key] for key in pause.members]
        wanted = members or [_habit_of(plan, pause)]
        span = (pause.starts_on, pause.ends_on)
        fresh = [habit_id for habit_id in wanted if (habit_id, *span) not in existing]
        if not fresh:
            plan.counts.pauses_present += 1
            continue
        plan.paused.update(fresh)
        _plan_pause(plan, pause, fresh)


def _habit_of(plan: Plan, pause: PauseRecord) -> UUID | None:
    return None if pause.habit_key is None else plan.ids[pause.habit_key]


def _plan_pause(plan: Plan, pause: PauseRecord, paused: Sequence[UUID | None]) -> None:
    pause_id = new_id()
    plan.counts.pause_ids.append(pause_id)
    plan.pauses.append(
        {
            "user_id": plan.user_id,
            "id": pause_id,
            "habit_id": _habit_of(plan, pause),
            "theme_id": plan.theme_of(pause),
            "starts_on": pause.starts_on,
            "ends_on": pause.ends_on,
            "reason": pause.reason,
            "created_at": plan.now,
        }
    )
    if pause.members:
        plan.pause_habits.extend(
            {"user_id": plan.user_id, "pause_id": pause_id, "habit_id": habit_id}
            for habit_id in paused
        )
