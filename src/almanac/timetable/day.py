"""What the timetable contributes to a day.

A person's day runs from their day start to the next (`domain/days.py`). What is cancelled or was
moved away stays visible; of what takes place, tasks count and classes do not.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.day import DaySummary, EntryState, ThemeMark, Urgency
from almanac.timetable.domain.days import DayOccurrence, day_occurrences
from almanac.timetable.domain.held import held
from almanac.timetable.domain.instants import held_at
from almanac.timetable.domain.model import Occurrence, OccurrenceState, SessionKind
from almanac.timetable.domain.viewpoint import Viewpoint
from almanac.timetable.schemas.day import RoutineMark, SessionEntry
from almanac.timetable.schemas.times import wall_time
from almanac.timetable.service.days import load_near

_DAY = timedelta(days=1)


async def entries(
    session: AsyncSession,
    user_id: UUID,
    day: date,
    marks: Mapping[UUID, ThemeMark],
    *,
    view: Viewpoint,
) -> list[SessionEntry]:
    """The sessions of `day` of all routines in the order they begin: one statement."""
    near = await load_near(session, user_id, day, day, week_start=view.week_start)
    return [
        _entry(shown, day, marks, view, is_ticked=_key(shown.occurrence) in near.ticked)
        for shown in day_occurrences(near.routines, day, view.day_start)
    ]


async def summaries(
    session: AsyncSession, user_id: UUID, first: date, last: date, *, view: Viewpoint
) -> list[DaySummary]:
    """For each day from `first` to `last`: how many tasks took place, and how many were ticked.

    One statement. From today on nothing is counted: today is told by its entries.
    """
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    done, total = dict.fromkeys(days, 0), dict.fromkeys(days, 0)
    near = await load_near(
        session, user_id, first, last, week_start=view.week_start, tasks_only=True
    )
    until = min(last, view.today - _DAY)
    for routine in near.routines:
        for each in routine.sessions:
            of_days = held(each, routine, first, until, view.day_start)
            for date_held in of_days.dates(view.day_start):
                total[date_held.on] += 1
                done[date_held.on] += (each.id, date_held.planned_on) in near.ticked
    return [DaySummary(date=day, done=done[day], total=total[day]) for day in days]


def _entry(
    shown: DayOccurrence,
    day: date,
    marks: Mapping[UUID, ThemeMark],
    view: Viewpoint,
    *,
    is_ticked: bool,
) -> SessionEntry:
    occurrence, routine = shown.occurrence, shown.routine
    of, cancellation = occurrence.session, occurrence.cancellation
    own_day = day - _DAY if shown.is_running_on else day
    state = _state(occurrence, own_day, view, is_ticked=is_ticked)
    return SessionEntry(
        id=of.id,
        title=of.subject,
        at=wall_time(occurrence.starts),
        until=wall_time(occurrence.stretch.ends),
        state=state,
        urgency=Urgency.DUE,
        color=of.color,
        theme=None if of.theme_id is None else marks.get(of.theme_id),
        actions=_actions(occurrence, state),
        session_kind=of.kind,
        routine=RoutineMark(id=routine.id, name=routine.name),
        planned_on=occurrence.planned_on,
        on=occurrence.on,
        starts=shown.minute,
        minutes=occurrence.minutes,
        location=occurrence.location,
        note=of.note,
        cancelled_by=None if cancellation is None else cancellation.scope,
        reason="" if cancellation is None else cancellation.reason,
        moved_to=occurrence.moved_to,
        is_running_on=shown.is_running_on,
    )


def _state(
    occurrence: Occurrence, own_day: date, view: Viewpoint, *, is_ticked: bool
) -> EntryState:
    if not occurrence.takes_place:
        return EntryState.CANCELLED
    is_over = held_at(occurrence, view.zone)[1] <= view.now
    if occurrence.session.kind is SessionKind.CLASS:
        return EntryState.DONE if is_over else EntryState.OPEN
    if is_ticked:
        return EntryState.DONE
    # Until the day is over there is time to do it.
    return EntryState.MISSED if is_over and own_day < view.today else EntryState.OPEN


def _actions(occurrence: Occurrence, state: EntryState) -> list[str]:
    """What can be done from here. What was moved away is dealt with where it went."""
    if occurrence.state is OccurrenceState.MOVED_AWAY:
        return []
    if state is EntryState.CANCELLED:
        return ["restore"]
    if occurrence.session.kind is SessionKind.CLASS:
        return ["cancel"]
    return ["undo", "cancel"] if state is EntryState.DONE else ["done", "cancel"]


def _key(occurrence: Occurrence) -> tuple[UUID, date]:
    return occurrence.session.id, occurrence.planned_on
