"""Sessions as calendars know them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.calendars.events import (
    CalendarEvent,
    Frequency,
    Owner,
    RepeatRule,
    first_day_told,
)
from almanac.calendars.series import Moved, Series, repeated
from almanac.calendars.zones import LAST_YEAR
from almanac.timetable.domain.dates import is_planned, planned_ordinals
from almanac.timetable.domain.model import (
    Cancellation,
    CancelScope,
    Holiday,
    Routine,
    Session,
)
from almanac.timetable.domain.recurrence import Recurrence, recurrence
from almanac.timetable.service.loading import RoutineRecord, load_record, load_records

_DAY = timedelta(days=1)
_END = date(LAST_YEAR, 12, 31)


async def calendar_events(
    session: AsyncSession, user_id: UUID, owner: Owner
) -> Iterator[CalendarEvent]:
    """The sessions of all routines, worked out while they are taken: two statements."""
    records = await load_records(session, user_id, week_start=owner.week_start)
    return record_events(records, owner)


async def routine_events(
    session: AsyncSession, user_id: UUID, routine_id: UUID, owner: Owner
) -> tuple[str, Iterator[CalendarEvent]]:
    """The name of a routine, and its sessions likewise. Raises `RoutineNotFound`."""
    record = await load_record(session, user_id, routine_id, week_start=owner.week_start)
    return record.routine.name, record_events([record], owner)


def record_events(records: Iterable[RoutineRecord], owner: Owner) -> Iterator[CalendarEvent]:
    """The sessions of these routines."""
    for record in records:
        holidays = _merged((each.first_on, each.last_on) for each in record.routine.holidays)
        for session in sorted(record.routine.sessions, key=lambda each: each.id):
            if session.series_cancellation is None:
                event = _event(session, record, holidays, owner)
                if event is not None:
                    yield event


def _event(
    session: Session, record: RoutineRecord, holidays: Sequence[tuple[date, date]], owner: Owner
) -> CalendarEvent | None:
    """The event of a session; none when nothing takes place that a calendar would tell of."""
    row = record.sessions[session.id]
    stamped_at = max(record.updated_at, row.updated_at)
    since = first_day_told(record.routine.starts_on, stamped_at)
    routine = replace(
        record.routine,
        sessions=(),
        holidays=tuple(Holiday(*days) for days in _within(holidays, since)),
    )
    found = recurrence(_with_few_ranges(session, since), routine)
    series = None if found is None else _series(session, routine, found, since)
    if series is None:
        return None
    return CalendarEvent(
        uid=f"session-{session.id}@almanac",
        stamped_at=stamped_at,
        sequence=record.sequence + row.sequence,
        summary=session.subject,
        timing=repeated(series, owner.zone),
        location=session.location,
        description=session.note,
        categories=(record.routine.name,),
    )


def _series(session: Session, routine: Routine, found: Recurrence, since: date) -> Series | None:
    planned = planned_ordinals(session, routine, since.toordinal(), routine.ends_on.toordinal())
    excluded = tuple(day for day in found.excluded_on if day >= since)
    if not planned or (found.last_on and len(excluded) == len(planned)):
        return None
    return Series(
        date.fromordinal(planned[0]),
        session.starts,
        session.minutes,
        RepeatRule(Frequency.WEEKLY, found.every_weeks, found.last_on, weekdays=(session.weekday,)),
        lambda day: is_planned(session, routine, day),
        excluded,
        tuple(
            Moved(each.planned_on, each.on, each.starts, each.minutes, each.location)
            for each in found.moved
            if each.planned_on >= since
        ),
    )


def _with_few_ranges(session: Session, since: date) -> Session:
    """The session with cancelled ranges that neither overlap nor reach out of what is told."""
    ranges = _merged(
        (each.first_on or date.min, each.last_on or date.max)
        for each in session.cancellations
        if each.scope is CancelScope.RANGE
    )
    dates = [each for each in session.cancellations if each.scope is CancelScope.DATE]
    told = [Cancellation(CancelScope.RANGE, *days) for days in _within(ranges, since)]
    return replace(session, cancellations=(*dates, *told))


def _merged(stretches: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    merged: list[tuple[date, date]] = []
    for first, last in sorted(stretches):
        if merged and first <= merged[-1][1] + _DAY:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    return merged


def _within(stretches: Iterable[tuple[date, date]], since: date) -> Iterator[tuple[date, date]]:
    for first, last in stretches:
        if max(first, since) <= min(last, _END):
            yield max(first, since), min(last, _END)
