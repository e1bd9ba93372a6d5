"""What tasks contribute to a day, read at the same cost whatever was done before."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.day import DaySummary, EntryState, ThemeMark, Urgency
from almanac.schedules.schemas import schedule_of
from almanac.tasks.domain.groups import group_of, is_late
from almanac.tasks.domain.model import Moment, TaskGroup, TaskStatus
from almanac.tasks.queries.days import DayTask, Mark, marks_of_days, tasks_of_day
from almanac.tasks.schemas.day import TaskEntry

ACTIONS = {
    EntryState.OPEN: ["done", "tomorrow", "someday"],
    EntryState.OVERDUE: ["done", "today", "tomorrow", "someday"],
}


async def entries(
    session: AsyncSession,
    user_id: UUID,
    day: date,
    marks: Mapping[UUID, ThemeMark],
    *,
    moment: Moment,
) -> list[TaskEntry]:
    """The tasks of `day` in the order they were due, each once: one statement.

    What is still to be done today stands for the whole task; on a past day, what was done.
    """
    first = Mark.OPEN if day == moment.today else Mark.DONE
    found = await tasks_of_day(session, user_id, day, moment.today)
    shown: dict[UUID, DayTask] = {}
    for task in sorted(found, key=lambda task: (task.mark is not first, not task.is_last)):
        shown.setdefault(task.id, task)
    return [_entry(task, day, marks, moment) for task in found if shown[task.id] is task]


async def summaries(
    session: AsyncSession, user_id: UUID, first: date, last: date, *, today: date
) -> list[DaySummary]:
    """For each day from `first` to `last`: how many tasks it asked for, and how many were done.

    One statement. From today on nothing is counted: today is told by its entries, for it also
    asks for what is overdue, and later days have not begun.
    """
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    asked: dict[date, dict[UUID, bool]] = {day: {} for day in days}
    for task_id, day, mark in await marks_of_days(session, user_id, first, last):
        if day < today:
            asked[day][task_id] = asked[day].get(task_id, False) or mark is Mark.DONE
    return [
        DaySummary(date=day, done=sum(tasks.values()), total=len(tasks))
        for day, tasks in asked.items()
    ]


def _entry(task: DayTask, day: date, marks: Mapping[UUID, ThemeMark], moment: Moment) -> TaskEntry:
    state = _state(task, day, moment.today)
    due = task.due
    is_open = task.mark is Mark.OPEN
    return TaskEntry(
        id=task.id,
        title=task.title,
        at=due.time if due is not None and due.on == day else None,
        until=None,
        state=state,
        # What was overdue keeps its place when it is done.
        urgency=Urgency.OVERDUE if due is not None and due.on < day else Urgency.DUE,
        color=None,
        theme=None if task.theme_id is None else marks.get(task.theme_id),
        actions=_actions(task, state),
        priority=task.priority,
        due=None if due is None else str(due),
        list=group_of(TaskStatus.OPEN, due.on, moment.today)
        if is_open and due is not None
        else TaskGroup.DONE,
        is_late=is_open and is_late(TaskStatus.OPEN, due, moment),
        notes_present=task.has_notes,
        checklist_done=task.steps_done,
        checklist_total=task.steps,
        schedule=None if task.rule is None else schedule_of(task.rule),
        completions_count=task.completions_count,
    )


def _state(task: DayTask, day: date, today: date) -> EntryState:
    if task.mark is Mark.DONE:
        return EntryState.DONE
    if task.mark is Mark.LATE or day < today:
        return EntryState.MISSED
    return EntryState.OVERDUE if task.due is not None and task.due.on < day else EntryState.OPEN


def _actions(task: DayTask, state: EntryState) -> list[str]:
    """What can be done from here: only the last completion can be taken back."""
    if task.mark is Mark.DONE:
        return ["undo"] if task.is_last else []
    if state is EntryState.MISSED:
        return ["done"] if task.mark is Mark.OPEN else []
    return ACTIONS[state]
