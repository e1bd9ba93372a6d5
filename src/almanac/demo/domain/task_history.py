"""What came of the tasks of the demo account, as whole tasks with all that was done.

Chances come from a generator seeded with the day and the task: the same day, the same history.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import cast
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from almanac.demo.domain.errands import (
    CHORES,
    DONE_TODAY,
    OPEN_ERRANDS,
    PAST_ERRANDS,
    Chore,
    Errand,
)
from almanac.demo.domain.sketches import BREAKS, TWO_YEARS
from almanac.schedules.periods import period_bounds
from almanac.schedules.rules import TimesPerPeriod, Weekday
from almanac.schedules.times import resolve_local
from almanac.tasks.domain.completing import complete
from almanac.tasks.domain.model import ChecklistItem, Completion, Due, Priority, Series, TaskState
from almanac.tasks.domain.recurrence import begin_series
from almanac.tasks.domain.transfer import TaskRecord

MOST_DAYS_LATE = 4
# Of the tasks that do not repeat: how many had a date, and how many of those were done in time.
WITH_DUE, ON_TIME = 0.7, 0.8


class Calendar:
    """Today, and the moments that a person there would have done things at."""

    def __init__(self, now: datetime, today: date, zone: ZoneInfo) -> None:
        self.now, self.today, self.zone = now, today, zone

    def moment(self, day: date, chance: random.Random) -> datetime:
        """Some time of a day, not later than now."""
        wall = time(chance.randint(8, 20), chance.randrange(60))
        return min(resolve_local(day, wall, self.zone), self.now)


def task_records(calendar: Calendar) -> list[TaskRecord]:
    """All tasks of the account, the open ones first."""
    return [
        *(_errand(errand, calendar) for errand in OPEN_ERRANDS),
        *(_chore(chore, calendar) for chore in CHORES),
        *(_done(_errand(errand, calendar), calendar.today, calendar) for errand in DONE_TODAY),
        *_past_errands(calendar),
    ]


def _chance(calendar: Calendar, title: str) -> random.Random:
    return random.Random(f"{calendar.today} {title}")  # noqa: S311 - believable, not secret


def _errand(errand: Errand, calendar: Calendar) -> TaskRecord:
    due = None
    if errand.in_days is not None:
        due = Due(calendar.today + timedelta(days=errand.in_days), errand.time)
    created_on = calendar.today - timedelta(
        days=max(errand.created_days_ago, -(errand.in_days or 0))
    )
    return TaskRecord(
        key=f"demo:{errand.title}",
        title=errand.title,
        notes=errand.notes,
        theme_key=errand.theme,
        priority=Priority(errand.priority),
        state=TaskState(due=due, checklist=_steps(errand.title, errand.steps, errand.ticked)),
        created_on=created_on,
        created_at=calendar.moment(created_on, _chance(calendar, errand.title)),
    )


def _steps(title: str, texts: tuple[str, ...], ticked: int = 0) -> tuple[ChecklistItem, ...]:
    return tuple(
        ChecklistItem(uuid5(NAMESPACE_URL, f"{title}/{text}"), text, place < ticked)
        for place, text in enumerate(texts)
    )


def _done(task: TaskRecord, done_on: date, calendar: Calendar) -> TaskRecord:
    """A task that does not repeat, done with all its steps."""
    steps = tuple(replace(step, is_done=True) for step in task.state.checklist)
    state = replace(task.state, checklist=steps)
    done_at = calendar.moment(done_on, _chance(calendar, f"{task.title} done"))
    result = complete(state, None, (), done_on=done_on, done_at=done_at)
    return task if result is None else replace(task, state=result[0], completions=(result[1],))


def _past_errands(calendar: Calendar) -> Iterator[TaskRecord]:
    apart = (TWO_YEARS - 20) / len(PAST_ERRANDS)
    for place, (title, theme) in enumerate(PAST_ERRANDS):
        chance = _chance(calendar, title)
        ago = round(TWO_YEARS - 5 - place * apart - chance.uniform(0, apart / 2))
        planned = chance.randint(2, 14)
        late = 0 if chance.random() < ON_TIME else chance.randint(1, 6)
        early = chance.randint(0, min(3, planned - 1)) if late == 0 else 0
        in_days = planned - ago
        errand = Errand(title, theme, in_days, created_days_ago=ago)
        priority = chance.choices(list(Priority), [2, 6, 2])[0]
        record = replace(_errand(errand, calendar), priority=priority)
        if chance.random() > WITH_DUE:
            record = replace(record, state=replace(record.state, due=None))
        done_on = calendar.today + timedelta(days=min(in_days + late - early, -1))
        yield _done(record, _after_breaks(done_on, calendar), calendar)


def _chore(chore: Chore, calendar: Calendar) -> TaskRecord:
    """A task that repeats, done again and again until yesterday."""
    chance = _chance(calendar, chore.title)
    created_on = calendar.today - timedelta(days=chore.days_ago)
    # What has no end begins at some time.
    series, due_on = cast(
        "tuple[Series, date]",
        begin_series(chore.rule, created_on, ends_on=None, week_start=Weekday.MON),
    )
    record = TaskRecord(
        key=f"demo:{chore.title}",
        title=chore.title,
        notes=chore.notes,
        theme_key=chore.theme,
        priority=Priority(chore.priority),
        state=TaskState(due=Due(due_on, chore.time), checklist=_steps(chore.title, chore.steps)),
        series=series,
        created_on=created_on,
        created_at=calendar.moment(created_on, chance),
    )
    while (done := _once_more(record, series, chore.promptness, calendar, chance)) is not None:
        record = done
    return record


def _once_more(
    record: TaskRecord,
    series: Series,
    promptness: float,
    calendar: Calendar,
    chance: random.Random,
) -> TaskRecord | None:
    """The task after it was done with all its steps; None when that would not be before today."""
    state, past = record.state, record.completions
    last = past[-1].done_on if past else record.created_on
    due_on = calendar.today if state.due is None else state.due.on
    done_on = _after_breaks(_day_of(due_on, series, last, promptness, chance), calendar)
    if done_on >= calendar.today:
        return None
    steps = tuple(replace(step, is_done=True) for step in state.checklist)
    # Open, and a quota is done on another day each time: it can be completed.
    after, completion = cast(
        "tuple[TaskState, Completion]",
        complete(
            replace(state, checklist=steps),
            series,
            past,
            done_on=done_on,
            done_at=calendar.moment(done_on, chance),
        ),
    )
    return replace(record, state=after, completions=(*past, completion))


def _day_of(
    due_on: date, series: Series, last: date, promptness: float, chance: random.Random
) -> date:
    """When it is done: on its day, or some days late; a quota on any day of its period."""
    if isinstance(series.rule, TimesPerPeriod):
        begins = period_bounds(due_on, series.rule.period, series.week_start)[0]
        first = max(begins, last + timedelta(days=1))
        return first + timedelta(days=chance.randint(0, max(0, (due_on - first).days // 2)))
    late = 0 if chance.random() < promptness else chance.randint(1, MOST_DAYS_LATE)
    return due_on + timedelta(days=late)


def _after_breaks(day: date, calendar: Calendar) -> date:
    """Nothing is done on holiday or ill in bed: the day after."""
    for pause in BREAKS:
        if pause.to_days_ago <= (calendar.today - day).days <= pause.from_days_ago:
            return calendar.today - timedelta(days=pause.to_days_ago - 1)
    return day
