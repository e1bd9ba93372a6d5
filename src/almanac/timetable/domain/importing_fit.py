"""Series as sessions of a routine: one that is there, or a new one made to measure.

Before its first date, after its last and in its gaps a session is cancelled in ranges, on single
dates by date; what comes every second week is in weeks of the rotation.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import lcm
from uuid import UUID

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.checks import MAX_EXCEPTIONS, MAX_RANGE_DAYS, MAX_ROTATION_WEEKS
from almanac.timetable.domain.dates import is_planned, planned_ordinals, week_of_rotation
from almanac.timetable.domain.importing import (
    LeftOut,
    ReadTimetable,
    Series,
)
from almanac.timetable.domain.model import (
    DAY_MINUTES,
    Cancellation,
    CancelScope,
    Grid,
    Routine,
    Session,
)

DAY_STARTS, DAY_ENDS = 8 * 60, 17 * 60
WEEKEND = frozenset({Weekday.SAT, Weekday.SUN})
_DAY = timedelta(days=1)
_LONGEST = timedelta(days=MAX_RANGE_DAYS - 1)


def routine_for(
    timetable: ReadTimetable,
    *,
    routine_id: UUID,
    name: str,
    created_on: date,
    week_start: Weekday,
) -> Routine:
    """A routine in which the series of a file find room.

    It is in force from the first date of any to the last when all of them end.
    """
    series = timetable.series
    firsts = [each.first_on for each in series if each.first_on is not None]
    lasts = [each.last_on for each in series if each.last_on is not None]
    return Routine(
        id=routine_id,
        name=name,
        created_on=created_on,
        grid=_grid(series),
        rotation_weeks=_rotation(series),
        week_start=week_start,
        valid_from=min(firsts, default=None),
        valid_to=max(lasts) if series and len(lasts) == len(series) else None,
        holidays=timetable.holidays,
    )


def sessions_of(series: Series, routine: Routine, ids: Iterator[UUID]) -> list[Session] | LeftOut:
    """The sessions that a series is in a routine, or why it is none.

    A rhythm of two weeks in a rotation of four is two sessions.
    """
    if series.first_on is None:
        return [_session(series, routine, series.week, ids)]
    if routine.rotation_weeks % series.every:
        return LeftOut.ROTATION
    weeks: list[int | None] = [None]
    if series.every > 1:
        week = week_of_rotation(routine, series.first_on)
        weeks = [
            number
            for number in range(1, routine.rotation_weeks + 1)
            if (number - week) % series.every == 0
        ]
    sessions = [_session(series, routine, week, ids) for week in weeks]
    if not any(_takes_place(each, series, routine) for each in sessions):
        return LeftOut.OUTSIDE_ROUTINE
    most = max(max(len(each.cancellations), len(each.moves)) for each in sessions)
    return LeftOut.TOO_MANY_DATES if most > MAX_EXCEPTIONS else sessions


def _session(series: Series, routine: Routine, week: int | None, ids: Iterator[UUID]) -> Session:
    session = Session(
        id=next(ids),
        routine_id=routine.id,
        weekday=series.weekday,
        starts=series.starts,
        minutes=series.minutes,
        week=week,
        kind=series.kind,
        subject=series.entry.subject,
        location=series.location,
        note=series.note,
        color=series.color,
    )
    if series.first_on is None:
        return session
    cancelled = [
        Cancellation(CancelScope.DATE, day, day)
        for day in sorted(series.cancelled)
        if is_planned(session, routine, day)
    ]
    moves = sorted(series.moves, key=lambda move: move.planned_on)
    return replace(
        session,
        cancellations=(*cancelled, *_ranges(session, series, routine)),
        moves=tuple(move for move in moves if is_planned(session, routine, move.planned_on)),
    )


def _ranges(session: Session, series: Series, routine: Routine) -> Iterator[Cancellation]:
    """What the routine plans before the series begins, in its gaps and after it has ended."""
    first, last = series.first_on or routine.starts_on, series.last_on
    stretches = list(series.gaps)
    if first > routine.starts_on:
        stretches.append((max(routine.starts_on, first - _LONGEST), first - _DAY))
    if last is not None and last < routine.ends_on:
        stretches.append((last + _DAY, min(routine.ends_on, last + _LONGEST)))
    for begins, ends in sorted(stretches):
        if planned_ordinals(session, routine, begins.toordinal(), ends.toordinal()):
            yield Cancellation(CancelScope.RANGE, begins, ends)


def _takes_place(session: Session, series: Series, routine: Routine) -> bool:
    """Whether the routine plans the session on a date of the series."""
    first = series.first_on or routine.starts_on
    last = series.last_on or routine.ends_on
    return bool(planned_ordinals(session, routine, first.toordinal(), last.toordinal()))


def _rotation(series: Sequence[Series]) -> int:
    """As many weeks as the rhythms of the series need together, as far as a rotation goes."""
    weeks = max((each.week or 1 for each in series), default=1)
    for every in sorted({each.every for each in series}):
        if lcm(weeks, every) <= MAX_ROTATION_WEEKS:
            weeks = lcm(weeks, every)
    return weeks


def _grid(series: Sequence[Series]) -> Grid:
    """A day that holds them all, in whole hours; the weekend when there is something on it."""
    starts = min((each.starts for each in series), default=DAY_STARTS)
    ends = max((each.starts + each.minutes for each in series), default=DAY_ENDS)
    usual = Counter(each.minutes for each in series).most_common(1)
    return Grid(
        day_starts=min(DAY_STARTS, starts // 60 * 60),
        day_ends=min(DAY_MINUTES, max(DAY_ENDS, -(-ends // 60) * 60)),
        hidden_days=WEEKEND - {each.weekday for each in series},
        session_minutes=usual[0][0] if usual else Grid().session_minutes,
        breaks=(),
    )
