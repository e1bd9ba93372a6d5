"""Use cases of completions: say that a task was done, take it back."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import invalid_field
from almanac.schedules.rules import TimesPerPeriod
from almanac.tasks import models
from almanac.tasks.domain import completing
from almanac.tasks.domain.model import Completion, Due, Moment
from almanac.tasks.queries import rows
from almanac.tasks.schemas.bulk import CompleteAction, CompleteAgainAction, DoneAgain
from almanac.tasks.schemas.task import TaskComplete, TaskRead, TaskReopen
from almanac.tasks.service.lookup import lock_task
from almanac.tasks.service.rows import (
    completion_row,
    due_of,
    series_of,
    state_of,
    store_state,
)
from almanac.tasks.service.views import task_view

# The last completion and the one before it, which is the last again after taking one back.
LAST_TWO = 2


async def complete_task(
    session: AsyncSession, user_id: UUID, task_id: UUID, data: TaskComplete, *, moment: Moment
) -> TaskRead:
    """Complete what is due; what was completed before stays as it is. Four statements.

    Raises `TaskNotFound`, `Invalid` for a day that has not begun.
    """
    done_on = _day_done(data.done_on, moment, "/body/done_on")
    task = await lock_task(session, user_id, task_id)
    earlier = await _earlier_completions(session, user_id, [task])
    history = earlier.get(task.id, [])
    if not await _was_said(session, task, data):
        fresh = _complete(session, task, history, done_on=done_on, done_at=moment.now)
        if fresh is not None:
            task.updated_at = moment.now
            history = [*history, fresh]
            await session.flush()
    return task_view(task, history[-1] if history else None, moment)


async def reopen_task(
    session: AsyncSession, user_id: UUID, task_id: UUID, data: TaskReopen, *, moment: Moment
) -> TaskRead:
    """Take the last completion back; nothing to take back is not an error. Four statements."""
    task = await lock_task(session, user_id, task_id)
    found = await rows.last_completions(session, user_id, [task_id], depth=LAST_TWO)
    history = found.get(task_id, [])
    seen = data.completions_count
    if (seen is None or seen == task.completions_count) and _reopen(task, history):
        await _forget(session, user_id, {task_id: history.pop().number} if history else {})
        task.updated_at = moment.now
        await session.flush()
    return task_view(task, history[-1] if history else None, moment)


async def complete_several(
    session: AsyncSession,
    user_id: UUID,
    tasks: Sequence[models.Task],
    action: CompleteAction | CompleteAgainAction,
    *,
    moment: Moment,
) -> list[UUID]:
    """Complete tasks that are held, and answer which of them were not done already."""
    times = _times(tasks, action, moment)
    earlier = await _earlier_completions(session, user_id, tasks)
    changed = []
    for task in tasks:
        done_on, done_at = times[task.id]
        history = earlier.get(task.id, [])
        if _complete(session, task, history, done_on=done_on, done_at=done_at) is not None:
            task.updated_at = moment.now
            changed.append(task.id)
    return changed


async def reopen_several(
    session: AsyncSession, user_id: UUID, tasks: Sequence[models.Task], *, moment: Moment
) -> dict[UUID, DoneAgain]:
    """Take the last completion of each back, and answer when those had been done."""
    ids = [task.id for task in tasks]
    found = await rows.last_completions(session, user_id, ids, depth=1)
    again, numbers = {}, {}
    for task in tasks:
        history = found.get(task.id, [])
        done_on, done_at = task.completed_on, task.completed_at
        if not _reopen(task, history):
            continue
        task.updated_at = moment.now
        if history:
            numbers[task.id] = history[-1].number
            done_on, done_at = history[-1].done_on, history[-1].done_at
        again[task.id] = DoneAgain(done_on=done_on or moment.today, done_at=done_at or moment.now)
    await _forget(session, user_id, numbers)
    return again


def _times(
    tasks: Sequence[models.Task], action: CompleteAction | CompleteAgainAction, moment: Moment
) -> dict[UUID, tuple[date, datetime]]:
    """When each of the tasks was done."""
    if isinstance(action, CompleteAction):
        done_on = _day_done(action.done_on, moment, "/body/action/done_on")
        return {task.id: (done_on, moment.now) for task in tasks}
    pointer = "/body/action/completions"
    times = {}
    for task in tasks:
        said = action.completions[task.id]
        if said.done_at > moment.now:
            raise invalid_field(pointer, "done_in_future", "That moment has not come yet")
        times[task.id] = (_day_done(said.done_on, moment, pointer), said.done_at)
    return times


def _day_done(done_on: date | None, moment: Moment, pointer: str) -> date:
    """The day something was done, today unless said. Raises `Invalid` for one to come."""
    if done_on is not None and done_on > moment.today:
        raise invalid_field(pointer, "done_in_future", "That day has not begun yet")
    return done_on or moment.today


async def _earlier_completions(
    session: AsyncSession, user_id: UUID, tasks: Sequence[models.Task]
) -> dict[UUID, list[Completion]]:
    """What completing these tasks has to know of their past: one statement."""
    rules = [series.rule for series in map(series_of, tasks) if series is not None]
    quotas = [rule.times for rule in rules if isinstance(rule, TimesPerPeriod)]
    return await rows.last_completions(
        session, user_id, [task.id for task in tasks], depth=max([LAST_TWO, *quotas])
    )


def _complete(
    session: AsyncSession,
    task: models.Task,
    earlier: Sequence[Completion],
    *,
    done_on: date,
    done_at: datetime,
) -> Completion | None:
    """Complete a task that is held; None when that changes nothing."""
    result = completing.complete(
        state_of(task), series_of(task), earlier, done_on=done_on, done_at=done_at
    )
    if result is None:
        return None
    after, completion = result
    store_state(task, after)
    task.completions_count = completion.number
    session.add(completion_row(task, completion))
    return completion


def _reopen(task: models.Task, history: Sequence[Completion]) -> bool:
    """Put a task that is held back to before its last completion, whose row is then to go."""
    after = completing.reopen(state_of(task), history[-1] if history else None)
    if after is None:
        return False
    store_state(task, after)
    task.completions_count = max(0, task.completions_count - 1)
    return True


async def _forget(session: AsyncSession, user_id: UUID, numbers: dict[UUID, int]) -> None:
    """Delete one completion of each task: one statement, if there are any."""
    if not numbers:
        return
    row = models.Completion
    await session.execute(
        delete(row).where(
            row.user_id == user_id,
            tuple_(row.task_id, row.number).in_(list(numbers.items())),
        ),
        execution_options={"synchronize_session": False},
    )


async def _was_said(session: AsyncSession, task: models.Task, data: TaskComplete) -> bool:
    """Whether what the client saw as due has been completed; it may only have been moved."""
    if data.due is None:
        return False
    seen = Due.parse(data.due)
    return seen != due_of(task) and await rows.was_completed(session, task.user_id, task.id, seen)
