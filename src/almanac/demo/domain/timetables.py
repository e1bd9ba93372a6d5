"""What came of the timetables of the demo account: dates cancelled, moved and ticked.

Chances come from a generator seeded with the day and the session: the same day, the same history.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from almanac.demo.domain.lessons import REASONS, STUDIES, WORK, Lesson
from almanac.demo.domain.sketches import BREAKS, TWO_YEARS
from almanac.demo.domain.task_history import Calendar
from almanac.schedules.periods import period_bounds
from almanac.schedules.rules import Period, Weekday
from almanac.timetable.domain.changes import cancel, move_date
from almanac.timetable.domain.dates import planned_dates
from almanac.timetable.domain.held import held
from almanac.timetable.domain.model import (
    Break,
    Cancellation,
    CancelScope,
    Grid,
    Holiday,
    Move,
    Routine,
    Session,
    SessionKind,
)
from almanac.timetable.domain.transfer import RoutineRecord, SessionRecord, TickRecord

_DAY = timedelta(days=1)
AHEAD = timedelta(days=60)
# Of a class's dates: how many are cancelled, and how many moved to the next day.
CANCELLED, MOVED = 0.04, 0.02
STUDY_GRID = Grid(day_ends=19 * 60, session_minutes=90, breaks=(Break(11 * 60 + 45, 75),))
WORK_GRID = Grid(5 * 60, 1440, hidden_days=frozenset(), session_minutes=60, breaks=())


def routine_records(calendar: Calendar) -> list[RoutineRecord]:
    """A course of study and a week of work, both in weeks A and B for two years."""
    return [
        _routine("Studies", STUDY_GRID, STUDIES, _terms_off(calendar.today), calendar),
        _routine("Work and home", WORK_GRID, WORK, _breaks(calendar.today), calendar),
    ]


def _routine(
    name: str,
    grid: Grid,
    lessons: Sequence[Lesson],
    holidays: Sequence[Holiday],
    calendar: Calendar,
) -> RoutineRecord:
    chance = random.Random(f"{calendar.today} {name}")  # noqa: S311 - believable, not secret
    begun_on = period_bounds(calendar.today - timedelta(days=TWO_YEARS), Period.WEEK, Weekday.MON)[
        0
    ]
    routine = Routine(
        id=uuid5(NAMESPACE_URL, f"demo:{name}"),
        name=name,
        created_on=begun_on,
        valid_from=begun_on,
        grid=grid,
        rotation_weeks=2,
        holidays=tuple(holidays),
    )
    return RoutineRecord(
        key=f"demo:{name}",
        routine=routine,
        created_at=calendar.moment(begun_on, chance),
        sessions=tuple(
            _session(f"demo:{name}:{number}", lesson, routine, calendar)
            for number, lesson in enumerate(lessons)
        ),
    )


def _terms_off(today: date) -> list[Holiday]:
    """What is free of lectures in the years around, and when the person was away."""
    found = _breaks(today)
    for year in range(today.year - 2, today.year + 2):
        found.append(Holiday(date(year, 8, 1), date(year, 8, 31), "Summer break"))
        found.append(Holiday(date(year, 12, 23), date(year + 1, 1, 6), "Winter break"))
    return sorted(found, key=lambda holiday: holiday.first_on)


def _breaks(today: date) -> list[Holiday]:
    return [
        Holiday(
            today - timedelta(days=each.from_days_ago),
            today - timedelta(days=each.to_days_ago),
            each.reason,
        )
        for each in BREAKS
    ]


def _session(key: str, lesson: Lesson, routine: Routine, calendar: Calendar) -> SessionRecord:
    chance = random.Random(f"{calendar.today} {key}")  # noqa: S311 - believable, not secret
    hours, minutes = map(int, lesson.starts.split(":"))
    of = Session(
        id=uuid5(NAMESPACE_URL, key),
        routine_id=routine.id,
        weekday=lesson.weekday,
        week=lesson.week,
        starts=60 * hours + minutes,
        minutes=lesson.minutes,
        kind=SessionKind.CLASS if lesson.promptness is None else SessionKind.TASK,
        subject=lesson.subject,
        location=lesson.location,
        note=lesson.note,
        color=lesson.color,
    )
    if lesson.promptness is None:
        of = _with_trouble(of, routine, calendar, chance)
    if lesson.over is not None:
        of = cancel(of, Cancellation(CancelScope.SERIES, reason=lesson.over))
    return SessionRecord(
        key=key,
        session=of,
        created_at=calendar.moment(routine.created_on, chance),
        theme_key=lesson.theme,
        ticks=tuple(_ticks(of, routine, lesson.promptness or 0, calendar, chance)),
    )


def _with_trouble(
    of: Session, routine: Routine, calendar: Calendar, chance: random.Random
) -> Session:
    for day in planned_dates(of, routine, routine.starts_on, calendar.today + AHEAD):
        drawn = chance.random()
        if drawn < CANCELLED:
            of = cancel(of, Cancellation(CancelScope.DATE, day, day, chance.choice(REASONS)))
        elif drawn < CANCELLED + MOVED:
            of = move_date(of, Move(day, day + _DAY, of.starts, of.minutes))
    return of


def _ticks(
    of: Session, routine: Routine, promptness: float, calendar: Calendar, chance: random.Random
) -> Iterator[TickRecord]:
    past = held(of, routine, routine.starts_on, calendar.today - _DAY, 0)
    for each in past.dates(0):
        if chance.random() < promptness:
            yield TickRecord(each.planned_on, each.on, calendar.moment(each.on, chance))
