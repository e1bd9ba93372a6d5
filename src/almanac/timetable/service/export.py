"""All routines of a person as documents, and documents as routines again."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.schedules.rules import Weekday
from almanac.timetable import models
from almanac.timetable.domain.model import (
    Break,
    Cancellation,
    Grid,
    Holiday,
    Move,
    Routine,
    Session,
)
from almanac.timetable.domain.transfer import RoutineRecord, SessionRecord, TickRecord
from almanac.timetable.schemas.routine import BreakWrite, HolidayWrite
from almanac.timetable.schemas.times import end_of_day, minutes_of, wall_time
from almanac.timetable.schemas.transfer import (
    CancellationDocument,
    MoveDocument,
    RoutineDocument,
    SessionDocument,
    TickDocument,
)
from almanac.timetable.service.values import routine_of, session_of

ThemeKey = Callable[[SessionDocument], str | None]
"""What the theme of a session is called in its file."""


async def export_routines(session: AsyncSession, user_id: UUID) -> list[RoutineDocument]:
    """Every routine that is not deleted, in manual order, its sessions oldest first.

    Three statements whatever there is.
    """
    row, of = models.Routine, models.Session
    routines = await session.scalars(
        select(row)
        .where(row.user_id == user_id, row.deleted_at.is_(None))
        .order_by(row.position, row.id)
    )
    sessions = await session.scalars(
        select(of).where(of.user_id == user_id, of.deleted_at.is_(None)).order_by(of.id)
    )
    ticks = await _ticks(session, user_id)
    by_routine: defaultdict[UUID, list[SessionDocument]] = defaultdict(list)
    for each in sessions:
        by_routine[each.routine_id].append(_session_document(each, ticks.get(each.id, ())))
    return [_routine_document(routine, by_routine[routine.id]) for routine in routines]


async def _ticks(session: AsyncSession, user_id: UUID) -> Mapping[UUID, Sequence[TickDocument]]:
    row = models.Tick
    statement = (
        select(row.session_id, row.planned_on, row.done_on, row.done_at)
        .where(row.user_id == user_id)
        .order_by(row.planned_on)
    )
    found: defaultdict[UUID, list[TickDocument]] = defaultdict(list)
    for session_id, planned_on, done_on, done_at in await session.execute(statement):
        found[session_id].append(
            TickDocument.model_construct(planned_on=planned_on, done_on=done_on, done_at=done_at)
        )
    return found


def _routine_document(row: models.Routine, sessions: list[SessionDocument]) -> RoutineDocument:
    # Rows were checked when they were written; checking them again takes its time.
    routine = routine_of(row, (), Weekday.MON)
    grid = routine.grid
    return RoutineDocument.model_construct(
        id=row.id,
        source_key=row.import_key,
        name=row.name,
        day_starts=wall_time(grid.day_starts),
        day_ends=wall_time(grid.day_ends),
        hidden_days=[day for day in Weekday if day in grid.hidden_days],
        session_minutes=grid.session_minutes,
        breaks=[
            BreakWrite.model_construct(starts=wall_time(each.starts), minutes=each.minutes)
            for each in grid.breaks
        ],
        valid_from=routine.valid_from,
        valid_to=routine.valid_to,
        rotation_weeks=routine.rotation_weeks,
        holidays=[
            HolidayWrite.model_construct(
                first_on=each.first_on, last_on=each.last_on, name=each.name
            )
            for each in routine.holidays
        ],
        created_on=row.created_on,
        created_at=row.created_at,
        sessions=sessions,
    )


def _session_document(row: models.Session, ticks: Sequence[TickDocument]) -> SessionDocument:
    of = session_of(row)
    return SessionDocument.model_construct(
        id=row.id,
        source_key=row.import_key,
        kind=of.kind,
        weekday=of.weekday,
        week=of.week,
        starts=wall_time(of.starts),
        minutes=of.minutes,
        subject=of.subject,
        location=of.location,
        note=of.note,
        color=of.color,
        theme_id=of.theme_id,
        created_at=row.created_at,
        cancellations=[
            CancellationDocument.model_construct(
                scope=each.scope,
                first_on=each.first_on,
                last_on=each.last_on,
                reason=each.reason,
            )
            for each in of.cancellations
        ],
        moves=[
            MoveDocument.model_construct(
                planned_on=each.planned_on,
                on=each.on,
                starts=wall_time(each.starts),
                minutes=each.minutes,
                location=each.location,
            )
            for each in of.moves
        ],
        ticks=list(ticks),
    )


def record_of(
    document: RoutineDocument, key: str, week_start: Weekday, theme_key: ThemeKey
) -> RoutineRecord:
    """A routine read from a document, under this key."""
    return RoutineRecord(
        key=key,
        id=document.id,
        created_at=document.created_at,
        routine=Routine(
            id=document.id,
            name=document.name,
            created_on=document.created_on,
            grid=Grid(
                day_starts=minutes_of(document.day_starts),
                day_ends=end_of_day(document.day_ends),
                hidden_days=frozenset(document.hidden_days),
                session_minutes=document.session_minutes,
                breaks=tuple(
                    Break(minutes_of(each.starts), each.minutes) for each in document.breaks
                ),
            ),
            rotation_weeks=document.rotation_weeks,
            week_start=week_start,
            valid_from=document.valid_from,
            valid_to=document.valid_to,
            holidays=tuple(
                Holiday(each.first_on, each.last_on, each.name) for each in document.holidays
            ),
        ),
        sessions=tuple(_session_record(each, document.id, theme_key) for each in document.sessions),
    )


def _session_record(
    document: SessionDocument, routine_id: UUID, theme_key: ThemeKey
) -> SessionRecord:
    return SessionRecord(
        key=document.source_key or f"almanac:{document.id}",
        created_at=document.created_at,
        theme_key=theme_key(document),
        session=Session(
            id=document.id,
            routine_id=routine_id,
            weekday=document.weekday,
            starts=minutes_of(document.starts),
            minutes=document.minutes,
            week=document.week,
            kind=document.kind,
            subject=document.subject,
            location=document.location,
            note=document.note,
            color=document.color,
            cancellations=tuple(
                Cancellation(each.scope, each.first_on, each.last_on, each.reason)
                for each in document.cancellations
            ),
            moves=tuple(
                Move(each.planned_on, each.on, minutes_of(each.starts), each.minutes, each.location)
                for each in document.moves
            ),
        ),
        ticks=tuple(
            TickRecord(each.planned_on, each.done_on, each.done_at) for each in document.ticks
        ),
    )
