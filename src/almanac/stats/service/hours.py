"""Hours of the timetable, by subject and theme, over any days."""

import asyncio
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.day import ThemeMark
from almanac.core.errors import invalid_field
from almanac.stats.domain.ranges import RangeName, Span
from almanac.stats.schemas.hours import SubjectRow, ThemeHoursRow, TimetableHours
from almanac.themes.service import ThemeFilter, check_filter, load_marks, passes_filter
from almanac.timetable.domain.hours import (
    Hours,
    earliest_day,
    held_days,
    hours_by_subject,
    sum_hours,
)
from almanac.timetable.domain.model import Routine
from almanac.timetable.domain.viewpoint import Viewpoint
from almanac.timetable.service.days import load_near

Marks = Mapping[UUID, ThemeMark]

# As far back all days reach in the timetable, which may be in force since before it was written.
LONGEST = timedelta(days=3653)


@dataclass(frozen=True, slots=True)
class Timetable:
    """The routines with the sessions that are asked for, and the days that these are asked for."""

    routines: Sequence[Routine]
    span: Span
    view: Viewpoint


class PointHours(NamedTuple):
    """The hours of a subject in one point of the range, which is told by its number."""

    point: int
    subject: str
    theme_id: UUID | None
    hours: Hours


async def read_hours(
    session: AsyncSession,
    user_id: UUID,
    first: date,
    last: date,
    theme: ThemeFilter,
    *,
    view: Viewpoint,
) -> TimetableHours:
    """The hours of any days, past or to come: two statements.

    Raises `Invalid` for an end before the start and an unknown theme.
    """
    if last < first:
        raise invalid_field("/query/to", "ends_before_start", "The end lies before the start")
    marks = await load_marks(session, user_id)
    check_filter(theme, marks)
    routines = await load_sessions(session, user_id, theme, first, last, view=view)
    return await asyncio.to_thread(hours_of, Timetable(routines, Span(first, last), view), marks)


async def load_sessions(
    session: AsyncSession,
    user_id: UUID,
    theme: ThemeFilter,
    first: date,
    last: date,
    *,
    view: Viewpoint,
) -> list[Routine]:
    """The routines with their sessions of a theme that some days may need: one statement."""
    near = await load_near(
        session, user_id, first, last, week_start=view.week_start, with_ticks=False
    )
    return [
        replace(
            routine,
            sessions=tuple(
                each for each in routine.sessions if passes_filter(theme, each.theme_id)
            ),
        )
        for routine in near.routines
    ]


def days_asked(name: RangeName, span: Span, routines: Sequence[Routine]) -> Span:
    """The days of a range; all days begin with the earliest routine, ten years ago at most."""
    earliest = earliest_day([routine for routine in routines if routine.sessions])
    if name is not RangeName.ALL or earliest is None:
        return span
    return Span(min(span.first, max(earliest, span.last - LONGEST)), span.last)


def hours_of(timetable: Timetable, marks: Marks) -> TimetableHours:
    """The document of the hours of some days."""
    span = timetable.span
    found = hours_by_subject(timetable.routines, span.first, span.last, timetable.view)
    by_theme: defaultdict[UUID | None, list[Hours]] = defaultdict(list)
    for row in found:
        by_theme[row.theme_id].append(row.hours)
    themes = sorted(
        ((sum_hours(each), theme_id) for theme_id, each in by_theme.items()),
        key=lambda row: row[0],
        reverse=True,
    )
    return TimetableHours(
        first=span.first,
        last=span.last,
        days=span.days,
        **asdict(sum_hours(row.hours for row in found)),
        by_subject=[
            SubjectRow(subject=row.subject, theme=_mark(row.theme_id, marks), **asdict(row.hours))
            for row in found
        ],
        by_theme=[
            ThemeHoursRow(theme=_mark(theme_id, marks), **asdict(hours))
            for hours, theme_id in themes
        ],
    )


def hours_in_points(timetable: Timetable, points: Sequence[Span]) -> list[PointHours]:
    """What took place in each of the points that the days are cut into, by subject."""
    starts = [point.first for point in points]
    span, view = timetable.span, timetable.view
    found: defaultdict[tuple[int, str, UUID | None], Hours] = defaultdict(Hours)
    for day in held_days(timetable.routines, span.first, span.last, view):
        key = bisect_right(starts, day.on) - 1, day.subject, day.theme_id
        found[key] = found[key].plus(Hours(day.minutes, 1))
    rows = [PointHours(*key, hours) for key, hours in found.items()]
    return sorted(rows, key=lambda row: (row.point, row.subject.casefold(), str(row.theme_id)))


def _mark(theme_id: UUID | None, marks: Marks) -> ThemeMark | None:
    return None if theme_id is None else marks.get(theme_id)
