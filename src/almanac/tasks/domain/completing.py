"""Completing a task, and taking it back exactly."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from almanac.tasks.domain.model import Completion, Due, Series, TaskState, TaskStatus
from almanac.tasks.domain.recurrence import counts_again, next_due_on


def complete(
    state: TaskState,
    series: Series | None,
    earlier: Sequence[Completion],
    *,
    done_on: date,
    done_at: datetime,
) -> tuple[TaskState, Completion] | None:
    """The task after it was done, and the row that tells of it; None when it is done already.

    `earlier` are its last completion and, for a quota, those of the period. A repeating task
    opens its next occurrence with every step unticked; past its end it is done.
    """
    if state.status is TaskStatus.DONE:
        return None
    planned_on = None if state.due is None else state.due.on
    if series is not None and not counts_again(series, planned_on, done_on, earlier):
        return None
    next_on = None if series is None else next_due_on(series, planned_on, done_on, earlier)
    if next_on is None:
        after = replace(state, status=TaskStatus.DONE, completed_on=done_on, completed_at=done_at)
    else:
        time = None if state.due is None else state.due.time
        steps = tuple(replace(step, is_done=False) for step in state.checklist)
        after = replace(state, due=Due(next_on, time), checklist=steps)
    unticked = zip(state.checklist, after.checklist, strict=True)
    completion = Completion(
        number=1 + max((each.number for each in earlier), default=0),
        planned=state.due,
        done_on=done_on,
        done_at=done_at,
        ticked=tuple(step.id for step, now in unticked if step.is_done and not now.is_done),
    )
    return after, completion


def reopen(state: TaskState, last: Completion | None) -> TaskState | None:
    """The task as it was before its last completion; None when there is nothing to take back.

    Steps that were written meanwhile stay.
    """
    if last is None:
        if state.status is TaskStatus.OPEN:
            return None
        return replace(state, status=TaskStatus.OPEN, completed_on=None, completed_at=None)
    ticked = frozenset(last.ticked)
    steps = (replace(step, is_done=True) if step.id in ticked else step for step in state.checklist)
    return TaskState(TaskStatus.OPEN, last.planned, tuple(steps))
