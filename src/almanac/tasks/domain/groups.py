"""Which list a task is on, and whether its time has passed."""

from datetime import date, time

from almanac.schedules.times import resolve_local
from almanac.tasks.domain.model import Due, Moment, TaskGroup, TaskStatus


def group_of(status: TaskStatus, due_on: date | None, today: date) -> TaskGroup:
    """The list of a task; what is due today is never overdue, whatever the time."""
    if status is TaskStatus.DONE:
        return TaskGroup.DONE
    if due_on is None:
        return TaskGroup.SOMEDAY
    if due_on == today:
        return TaskGroup.TODAY
    return TaskGroup.OVERDUE if due_on < today else TaskGroup.UPCOMING


def is_late(status: TaskStatus, due: Due | None, moment: Moment) -> bool:
    """Whether it is due today at a time that the clock on the wall has passed.

    What passed once is late, also while the clock shows that hour for the second time in autumn.
    """
    if status is TaskStatus.DONE or due is None or due.time is None or due.on != moment.today:
        return False
    return resolve_local(due.on, time.fromisoformat(due.time), moment.zone) < moment.now
