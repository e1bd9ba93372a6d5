"""Figures of habits: computed from the whole history when it changes, else read from the row.

Reading Today must not cost more with every year of history, so a habit's row keeps its figures
of one day. They are stale when the day has passed; whoever changes the history computes them
anew (or takes them away) and counts `revision` up.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, update
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.habits import models, queries
from almanac.habits.domain import summary
from almanac.habits.domain.model import (
    CheckIn,
    DayState,
    Figures,
    HabitHistory,
    Pause,
    PeriodProgress,
    ScheduleVersion,
    Streak,
)

PARTS: tuple[tuple[str, type[Any]], ...] = (
    ("current_streak", Streak),
    ("best_streak", Streak),
    ("period", PeriodProgress),
)
_KEEP = update(models.Habit).where(
    # With its type: a foreign key has that of its target only once all tables are known.
    models.Habit.user_id == bindparam("owner", type_=Uuid()),
    models.Habit.id == bindparam("habit"),
    models.Habit.revision == bindparam("unchanged"),
)


@dataclass(frozen=True, slots=True)
class FreshFigures:
    """Figures that were computed while reading and may be kept, if nothing changed meanwhile."""

    user_id: UUID
    habit_id: UUID
    revision: int
    figures_on: date
    figures: dict[str, Any]
    archived_on: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a habit stands on a day: its figures, and since when it is archived, if it is."""

    figures: Figures
    archived_on: date | None


Remember = Callable[[Sequence[FreshFigures]], None]


def history_of(
    habit: models.Habit,
    versions: tuple[ScheduleVersion, ...],
    check_ins: Mapping[date, CheckIn],
    pauses: tuple[Pause, ...],
) -> HabitHistory:
    """All that the rules need to know of a habit."""
    return HabitHistory(
        kind=habit.kind,
        starts_on=habit.starts_on,
        ends_on=habit.ends_on,
        no_entry_is_zero=habit.no_entry_is_zero,
        versions=versions,
        check_ins=check_ins,
        pauses=pauses,
    )


async def load_history(
    session: AsyncSession,
    user_id: UUID,
    habit: models.Habit,
    versions: tuple[ScheduleVersion, ...],
) -> HabitHistory:
    """The whole history of one habit: two statements whatever its length."""
    check_ins = await queries.load_check_ins(session, user_id, [habit.id])
    pauses = await queries.load_pauses(session, user_id, habit.id)
    return history_of(habit, versions, check_ins.get(habit.id, {}), pauses.of(habit.id))


def refresh(habit: models.Habit, history: HabitHistory, today: date) -> Standing:
    """Compute a changed habit's figures and put them on its row."""
    standing = _judge(habit, history, today)
    habit.archived_on = standing.archived_on
    habit.figures, habit.figures_on = _pack(standing.figures), today
    habit.revision += 1
    return standing


async def current_standings(
    session: AsyncSession,
    habits: Sequence[models.Habit],
    versions: Mapping[UUID, tuple[ScheduleVersion, ...]],
    *,
    today: date,
    remember: Remember,
    pauses: queries.Pauses | None = None,
) -> dict[UUID, Standing]:
    """Where one person's habits stand today; what is stale is computed and handed to `remember`.

    At most two statements, one where the `pauses` are at hand.
    """
    found: dict[UUID, Standing] = {}
    stale: list[models.Habit] = []
    for habit in habits:
        if habit.figures is not None and habit.figures_on == today:
            found[habit.id] = Standing(_unpack(habit.figures), habit.archived_on)
        else:
            stale.append(habit)
    if not stale:
        return found
    user_id = stale[0].user_id
    check_ins = await queries.load_check_ins(session, user_id, [habit.id for habit in stale])
    if pauses is None:
        pauses = await queries.load_pauses(session, user_id)
    for habit in stale:
        entries = check_ins.get(habit.id, {})
        history = history_of(habit, versions[habit.id], entries, pauses.of(habit.id))
        found[habit.id] = _judge(habit, history, today)
    remember([_fresh(habit, found[habit.id], today) for habit in stale])
    return found


def fresh_figures(habit: models.Habit, history: HabitHistory, today: date) -> FreshFigures:
    """Compute a habit's figures so that they may be kept, whatever is kept now."""
    return _fresh(habit, _judge(habit, history, today), today)


async def keep_figures(session: AsyncSession, fresh: Sequence[FreshFigures]) -> None:
    """Store figures that were computed while reading, unless the habit changed since."""
    connection = await session.connection()
    await connection.execute(
        _KEEP,
        [
            {
                "owner": row.user_id,
                "habit": row.habit_id,
                "unchanged": row.revision,
                "figures": row.figures,
                "figures_on": row.figures_on,
                "archived_on": row.archived_on,
            }
            # In the order of ids, as everywhere: whoever locks several never waits for each other.
            for row in sorted(fresh, key=lambda row: row.habit_id)
        ],
    )


async def forget_figures(
    session: AsyncSession,
    user_id: UUID,
    habit_ids: Collection[UUID | None] = (None,),
    *,
    changed_at: datetime | None = None,
) -> None:
    """Take stored figures away after a change to some habits; None among them stands for all.

    With `changed_at` what is planned changed too, of which calendars are told.
    """
    statement = update(models.Habit).where(models.Habit.user_id == user_id)
    if None not in habit_ids:
        statement = statement.where(models.Habit.id.in_(habit_ids))
    if changed_at is not None:
        statement = statement.values(updated_at=changed_at)
    await session.execute(
        statement.values(figures=None, figures_on=None, revision=models.Habit.revision + 1)
    )


def archived_since(habit: models.Habit, history: HabitHistory, today: date) -> date | None:
    """Since when the habit is archived, by hand or by itself; none while it is not.

    One that archived itself where the day began earlier is not archived yet for somebody who has
    travelled back to the day before.
    """
    kept = habit.archived_on
    if kept is not None and (kept <= today or not archived_itself(habit, history, kept)):
        return kept
    return summary.archives_on(history, today=today, completions_limit=habit.completions_limit)


def archived_itself(habit: models.Habit, history: HabitHistory, today: date) -> bool:
    """Whether what archived the habit was its end or the number of its completions."""
    limit = habit.completions_limit
    by_itself = summary.archives_on(history, today=today, completions_limit=limit)
    return by_itself is not None and by_itself == habit.archived_on


def lift_own_archiving(
    habit: models.Habit, before: HabitHistory, after: HabitHistory, today: date
) -> None:
    """Bring a habit back that archived itself over a completion which is taken back now."""
    limit = habit.completions_limit
    if limit is None or habit.archived_on is None:
        return
    was, is_now = (
        summary.archives_on(history, today=today, completions_limit=limit)
        for history in (before, after)
    )
    if was == habit.archived_on and is_now is None:
        habit.archived_on = None


def _judge(habit: models.Habit, history: HabitHistory, today: date) -> Standing:
    archived_on = archived_since(habit, history, today)
    return Standing(summary.figures(history, today=today, archived_on=archived_on), archived_on)


def _fresh(habit: models.Habit, standing: Standing, today: date) -> FreshFigures:
    return FreshFigures(
        user_id=habit.user_id,
        habit_id=habit.id,
        revision=habit.revision,
        figures_on=today,
        figures=_pack(standing.figures),
        archived_on=standing.archived_on,
    )


def _pack(value: Figures) -> dict[str, Any]:
    """Figures as JSON: dates as text, the rest as it is."""
    packed = asdict(value)
    for name, _ in PARTS:
        part = packed[name]
        if part is not None:
            packed[name] = {
                key: item.isoformat() if isinstance(item, date) else item
                for key, item in part.items()
            }
    return packed


def _unpack(packed: Mapping[str, Any]) -> Figures:
    values = dict(packed)
    for name, kind in PARTS:
        part = values[name]
        if part is not None:
            values[name] = kind(**{key: _read(item) for key, item in part.items()})
    values["state_today"] = DayState(values["state_today"])
    return Figures(**values)


def _read(item: Any) -> Any:
    return date.fromisoformat(item) if isinstance(item, str) else item
