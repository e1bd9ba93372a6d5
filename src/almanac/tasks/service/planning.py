"""When a task is due and how it repeats, as bodies say it."""

from datetime import date

from almanac.core.errors import invalid_field
from almanac.schedules.rules import Rule, Weekday
from almanac.schedules.schemas import rule_of
from almanac.tasks import models
from almanac.tasks.domain.model import Due, Moment
from almanac.tasks.domain.recurrence import begin_series
from almanac.tasks.schemas.task import TaskCreate, TaskUpdate
from almanac.tasks.service.rows import due_of, series_of, store_due, store_series


def begin_plan(task: models.Task, data: TaskCreate, *, week_start: Weekday, moment: Moment) -> None:
    """Plan a task anew. Raises `Invalid` for a schedule that ends before it begins."""
    due = None if data.due is None else Due.parse(data.due)
    if data.schedule is None:
        _refuse_end(data.ends_on)
        store_series(task, None)
        store_due(task, due)
        return
    _begin(
        task,
        rule_of(data.schedule),
        due,
        data.ends_on,
        week_start=week_start,
        moment=moment,
    )


def replace_plan(
    task: models.Task, data: TaskCreate, *, week_start: Weekday, moment: Moment
) -> None:
    """Plan as a whole body says.

    With the schedule that it has, first due when it was, or due when it is, a task stays where it
    is: that body may be an old one that is sent again.
    """
    series = series_of(task)
    if series is None or data.schedule is None or rule_of(data.schedule) != series.rule:
        begin_plan(task, data, week_start=week_start, moment=moment)
        return
    due = None if data.due is None else Due.parse(data.due)
    if due is not None and due != due_of(task):
        begun = begin_series(
            series.rule, due.on, ends_on=data.ends_on, week_start=series.week_start
        )
        if begun is None or begun[1] != series.anchor_on:
            begin_plan(task, data, week_start=week_start, moment=moment)
            return
    _end(task, data.ends_on)


def update_plan(
    task: models.Task, data: TaskUpdate, *, week_start: Weekday, moment: Moment
) -> None:
    """Change what an update says: `due` moves what is due now, `schedule` counts anew from it."""
    given = data.model_fields_set
    due = None if data.due is None else Due.parse(data.due)
    if "schedule" in given:
        ends_on = data.ends_on if "ends_on" in given else task.ends_on
        _reschedule(task, data, due, ends_on, week_start=week_start, moment=moment)
        return
    if "due" in given:
        store_due(task, due)
    if "ends_on" in given:
        _end(task, data.ends_on)


def _reschedule(
    task: models.Task,
    data: TaskUpdate,
    due: Due | None,
    ends_on: date | None,
    *,
    week_start: Weekday,
    moment: Moment,
) -> None:
    """A schedule was given: begin it, take it away, or leave the same one as it is."""
    given, series = data.model_fields_set, series_of(task)
    if data.schedule is None:
        _refuse_end(data.ends_on)
        store_series(task, None)
        if "due" in given:
            store_due(task, due)
        return
    rule = rule_of(data.schedule)
    if series is not None and series.rule == rule and "due" not in given:
        _end(task, ends_on)
        return
    start = due if "due" in given else due_of(task)
    _begin(task, rule, start, ends_on, week_start=week_start, moment=moment)


def _begin(
    task: models.Task,
    rule: Rule,
    due: Due | None,
    ends_on: date | None,
    *,
    week_start: Weekday,
    moment: Moment,
) -> None:
    first = moment.today if due is None else due.on
    begun = begin_series(rule, first, ends_on=ends_on, week_start=week_start)
    if begun is None:
        raise _ends_too_soon()
    series, due_on = begun
    store_series(task, series)
    store_due(task, Due(due_on, None if due is None else due.time))


def _end(task: models.Task, ends_on: date | None) -> None:
    if task.anchor_on is None:
        _refuse_end(ends_on)
    elif ends_on is not None and ends_on < task.anchor_on:
        raise _ends_too_soon()
    task.ends_on = ends_on


def _refuse_end(ends_on: date | None) -> None:
    if ends_on is not None:
        detail = "Only a task that repeats has an end"
        raise invalid_field("/body/ends_on", "ends_without_schedule", detail)


def _ends_too_soon() -> Exception:
    return invalid_field(
        "/body/ends_on", "ends_before_start", "The end lies before the first due date"
    )
