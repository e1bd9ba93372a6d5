"""A week of a routine on real dates."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.schedules.periods import period_bounds
from almanac.schedules.rules import Period, Weekday
from almanac.timetable.domain.dates import week_of_rotation
from almanac.timetable.domain.layout import Lane, lanes, shown_hours
from almanac.timetable.domain.meetings import Happenings, occurrence_warnings
from almanac.timetable.domain.model import Grid, Occurrence, Routine
from almanac.timetable.domain.occurrences import routine_occurrences
from almanac.timetable.domain.viewpoint import Viewpoint
from almanac.timetable.queries.loading import list_ticks
from almanac.timetable.schemas.times import wall_time
from almanac.timetable.schemas.week import Hours, LaneRead, OccurrenceRead, RoutineWeek, WeekDay
from almanac.timetable.service.loading import load_routine, load_routines
from almanac.timetable.service.views import cancellation_view, slot_views, warning_views

_DAY = timedelta(days=1)


async def get_week(
    session: AsyncSession, user_id: UUID, routine_id: UUID, day: date, *, view: Viewpoint
) -> RoutineWeek:
    """The person's week that holds `day`: at most five statements. Raises `RoutineNotFound`."""
    first, last = period_bounds(day, Period.WEEK, view.week_start)
    around = first - _DAY, last + _DAY
    routines = await load_routines(session, user_id, week_start=view.week_start, in_force=around)
    routine = next((each for each in routines if each.id == routine_id), None)
    if routine is None:
        routine = await load_routine(session, user_id, routine_id, week_start=view.week_start)
    found = routine_occurrences(routine, first, last)
    ticked = await list_ticks(session, user_id, {each.planned_on for each in found})
    # What is held the night before may run into the week, and its last night into the next.
    near = Happenings(each for of in routines for each in routine_occurrences(of, *around))
    days = [_day(routine, first + number * _DAY, view) for number in range(7)]
    hours = shown_hours(routine.grid, [each.stretch for each in found])
    return RoutineWeek(
        routine_id=routine.id,
        first_on=first,
        last_on=last,
        today=view.today,
        week=week_of_rotation(routine, first) if any(each.in_force for each in days) else None,
        days=days,
        slots=slot_views(routine.grid),
        hours=Hours(starts=hours.starts, ends=hours.ends),
        occurrences=[
            _occurrence(each, lane, routine.grid, near, is_done=_key(each) in ticked)
            for each, lane in zip(found, _lanes(found), strict=True)
        ],
    )


def _day(routine: Routine, day: date, view: Viewpoint) -> WeekDay:
    weekday = tuple(Weekday)[day.weekday()]
    holiday = next(
        (each for each in routine.holidays if each.first_on <= day <= each.last_on), None
    )
    return WeekDay(
        date=day,
        weekday=weekday,
        is_hidden=weekday in routine.grid.hidden_days,
        is_today=day == view.today,
        in_force=routine.starts_on <= day <= routine.ends_on,
        holiday=None if holiday is None else holiday.name,
    )


def _lanes(occurrences: Sequence[Occurrence]) -> list[Lane]:
    """Lanes day by day, of what is cancelled and moved away too: all of it is to be seen."""
    by_day: defaultdict[date, list[int]] = defaultdict(list)
    for number, each in enumerate(occurrences):
        by_day[each.on].append(number)
    found: dict[int, Lane] = {}
    for numbers in by_day.values():
        of_day = lanes([occurrences[number].stretch for number in numbers])
        found.update(zip(numbers, of_day, strict=True))
    return [found[number] for number in range(len(occurrences))]


def _occurrence(
    occurrence: Occurrence, lane: Lane, grid: Grid, near: Happenings, *, is_done: bool
) -> OccurrenceRead:
    of, cancellation = occurrence.session, occurrence.cancellation
    return OccurrenceRead(
        session_id=of.id,
        kind=of.kind,
        subject=of.subject,
        note=of.note,
        color=of.color,
        theme_id=of.theme_id,
        weekday=of.weekday,
        planned_on=occurrence.planned_on,
        on=occurrence.on,
        starts=wall_time(occurrence.starts),
        minutes=occurrence.minutes,
        ends=wall_time(occurrence.stretch.ends),
        location=occurrence.location,
        state=occurrence.state,
        cancellation=None if cancellation is None else cancellation_view(cancellation),
        moved_to=occurrence.moved_to,
        is_done=is_done,
        lane=LaneRead(index=lane.number, count=lane.of),
        warnings=warning_views(occurrence_warnings(occurrence, grid, near.near(occurrence))),
    )


def _key(occurrence: Occurrence) -> tuple[UUID, date]:
    return occurrence.session.id, occurrence.planned_on
