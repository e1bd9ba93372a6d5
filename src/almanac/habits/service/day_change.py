"""What a new day means for habits: some archive themselves, and all have figures of the new day.

Reading judges the same when nobody was here before; this makes the first look as cheap as others.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.habits import queries
from almanac.habits.service.figures import (
    FreshFigures,
    fresh_figures,
    history_of,
    keep_figures,
)


async def judge_day(session: AsyncSession, user_id: UUID, *, today: date) -> list[FreshFigures]:
    """Figures of today of one person's habits, of those only that have none.

    Three statements, and one more for each habit: whoever else wants the processor gets it between
    two of them, and never waits for the histories of all.
    """
    habits = [
        habit
        for habit in await queries.list_habits(session, user_id)
        if habit.figures is None or habit.figures_on != today
    ]
    if not habits:
        return []
    versions = await queries.load_versions(session, user_id)
    pauses = await queries.load_pauses(session, user_id)
    judged = []
    for habit in habits:
        check_ins = await queries.load_check_ins(session, user_id, [habit.id])
        history = history_of(
            habit, versions[habit.id], check_ins.get(habit.id, {}), pauses.of(habit.id)
        )
        judged.append(fresh_figures(habit, history, today))
    return judged


async def keep_day(session: AsyncSession, judged: Sequence[FreshFigures]) -> None:
    """Store what was judged, except for habits that changed meanwhile."""
    if judged:
        await keep_figures(session, judged)
