"""The timetable as the API shows it."""

from collections.abc import Sequence
from uuid import UUID

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.dates import week_of_rotation
from almanac.timetable.domain.layout import day_slots
from almanac.timetable.domain.model import (
    Cancellation,
    Grid,
    Move,
    Routine,
    Session,
    SessionWarning,
)
from almanac.timetable.domain.viewpoint import Viewpoint
from almanac.timetable.schemas.routine import (
    BreakRead,
    HolidayRead,
    RoutineRead,
    ShareRead,
    SlotRead,
)
from almanac.timetable.schemas.session import (
    CancellationRead,
    MetBreak,
    MetSession,
    MoveRead,
    SessionRead,
    WarningRead,
)
from almanac.timetable.schemas.times import wall_time
from almanac.timetable.service.loading import RoutineRecord

Warned = dict[UUID, tuple[SessionWarning, ...]]


def routine_view(
    record: RoutineRecord, warnings: Warned, token: str | None, view: Viewpoint
) -> RoutineRead:
    """A routine with its sessions, as it stands today."""
    routine, grid = record.routine, record.routine.grid
    return RoutineRead(
        id=routine.id,
        name=routine.name,
        day_starts=wall_time(grid.day_starts),
        day_ends=wall_time(grid.day_ends),
        hidden_days=[day for day in Weekday if day in grid.hidden_days],
        session_minutes=grid.session_minutes,
        breaks=[
            BreakRead(starts=wall_time(each.starts), minutes=each.minutes) for each in grid.breaks
        ],
        valid_from=routine.valid_from,
        valid_to=routine.valid_to,
        rotation_weeks=routine.rotation_weeks,
        holidays=[HolidayRead.model_validate(each) for each in routine.holidays],
        starts_on=routine.starts_on,
        this_week=week_of_rotation(routine, view.today),
        position=record.position,
        share=None if token is None else share_view(token, view),
        created_at=record.created_at,
        updated_at=record.updated_at,
        sessions=[
            session_view(each, record, warnings[each.id]) for each in _in_order(routine, view)
        ],
        slots=slot_views(grid),
    )


def share_view(token: str, view: Viewpoint) -> ShareRead:
    """The link of a token."""
    return ShareRead(url=f"{view.origin}/r/{token}")


def session_view(
    session: Session, record: RoutineRecord, warnings: Sequence[SessionWarning]
) -> SessionRead:
    """A session with its exceptions and what it meets."""
    series, row = session.series_cancellation, record.sessions[session.id]
    return SessionRead(
        id=session.id,
        routine_id=session.routine_id,
        kind=session.kind,
        weekday=session.weekday,
        week=session.week,
        starts=wall_time(session.starts),
        minutes=session.minutes,
        ends=wall_time(session.stretch.ends),
        subject=session.subject,
        location=session.location,
        note=session.note,
        color=session.color,
        theme_id=session.theme_id,
        is_cancelled=series is not None,
        reason="" if series is None else series.reason,
        cancellations=[cancellation_view(each) for each in session.cancellations],
        moves=[move_view(each) for each in session.moves],
        warnings=warning_views(warnings),
        updated_at=row.updated_at,
    )


def cancellation_view(cancellation: Cancellation) -> CancellationRead:
    return CancellationRead.model_validate(cancellation)


def warning_views(warnings: Sequence[SessionWarning]) -> list[WarningRead]:
    return [_warning_view(each) for each in warnings]


def slot_views(grid: Grid) -> list[SlotRead]:
    """The day laid out."""
    return [
        SlotRead(starts=wall_time(starts), ends=wall_time(ends), kind=kind)
        for kind, (starts, ends) in day_slots(grid)
    ]


def move_view(move: Move) -> MoveRead:
    """Where a planned date takes place."""
    return MoveRead(
        planned_on=move.planned_on,
        on=move.on,
        starts=wall_time(move.starts),
        minutes=move.minutes,
        location=move.location,
    )


def _warning_view(warning: SessionWarning) -> WarningRead:
    pause, other, (starts, ends) = warning.pause, warning.session, warning.stretch
    return WarningRead(
        code=warning.code,
        starts=wall_time(starts),
        minutes=ends - starts,
        pause=pause and MetBreak(starts=wall_time(pause.starts), minutes=pause.minutes),
        session=other and _met(other),
        first_on=warning.first_on,
    )


def _met(session: Session) -> MetSession:
    return MetSession(
        id=session.id,
        routine_id=session.routine_id,
        subject=session.subject,
        weekday=session.weekday,
        week=session.week,
        starts=wall_time(session.starts),
        minutes=session.minutes,
    )


def _in_order(routine: Routine, view: Viewpoint) -> list[Session]:
    """Sessions as a week of this person lists them."""
    first = view.week_start.number

    def place(session: Session) -> tuple[int, int, int, int, str]:
        day = (session.weekday.number - first) % 7
        return day, session.starts, session.minutes, session.week or 0, str(session.id)

    return sorted(routine.sessions, key=place)
