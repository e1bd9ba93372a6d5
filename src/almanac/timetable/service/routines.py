"""Creating and changing routines."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.ids import new_id
from almanac.timetable import models
from almanac.timetable.domain.checks import routine_faults
from almanac.timetable.domain.viewpoint import Viewpoint
from almanac.timetable.queries import rows
from almanac.timetable.schemas.routine import RoutineCreate, RoutineRead, RoutineUpdate
from almanac.timetable.schemas.times import end_of_day, minutes_of
from almanac.timetable.service.lookup import (
    RoutineDeleted,
    lock_routine,
    refuse,
    require_room_for_routine,
)
from almanac.timetable.service.reading import get_routine
from almanac.timetable.service.values import routine_of, write

SEEN_BY_CALENDARS = frozenset({"name", "valid_from", "valid_to", "rotation_weeks", "holidays"})


async def create_routine(
    session: AsyncSession, user_id: UUID, data: RoutineCreate, *, view: Viewpoint
) -> RoutineRead:
    """Add a routine behind the others. Raises `Invalid`, `TooManyRoutines`."""
    routine = await _new_routine(session, user_id, new_id(), data, view)
    session.add(routine)
    return await get_routine(session, user_id, routine.id, view=view)


async def put_routine(
    session: AsyncSession, user_id: UUID, routine_id: UUID, data: RoutineCreate, *, view: Viewpoint
) -> tuple[RoutineRead, bool]:
    """Write a routine under an id that the client made; also answers whether it is new.

    Its sessions stay as they are. Raises `RoutineDeleted` for one that was deleted, so that
    nothing comes back that somebody threw away, and what `create_routine` raises.
    """
    routine = await rows.find_routine(session, user_id, routine_id, lock=True)
    if routine is None:
        routine = await _new_routine(session, user_id, routine_id, data, view)
        if await rows.add_routine(session, routine):
            return await get_routine(session, user_id, routine_id, view=view), True
        # Another request has made it since we looked.
        routine = await lock_routine(session, user_id, routine_id)
    if routine.deleted_at is not None:
        raise RoutineDeleted
    _change(routine, _values(data, RoutineCreate.model_fields), view)
    return await get_routine(session, user_id, routine_id, view=view), False


async def update_routine(
    session: AsyncSession, user_id: UUID, routine_id: UUID, data: RoutineUpdate, *, view: Viewpoint
) -> RoutineRead:
    """Change the given fields. Raises `RoutineNotFound`, `Invalid`."""
    routine = await lock_routine(session, user_id, routine_id)
    _change(routine, _values(data, data.model_fields_set), view)
    return await get_routine(session, user_id, routine_id, view=view)


def touch(row: models.Routine | models.Session, now: datetime, *, is_seen: bool) -> None:
    """Say when a row was changed, and to calendars that it was, if they see it."""
    row.updated_at = now
    row.sequence += is_seen


async def _new_routine(
    session: AsyncSession, user_id: UUID, routine_id: UUID, data: RoutineCreate, view: Viewpoint
) -> models.Routine:
    routine = models.Routine(
        user_id=user_id,
        id=routine_id,
        sequence=0,
        created_on=view.today,
        created_at=view.now,
        updated_at=view.now,
        **_values(data, RoutineCreate.model_fields),
    )
    refuse(routine_faults(routine_of(routine, (), view.week_start)))
    routine.position = await require_room_for_routine(session, user_id, routine_id)
    return routine


def _change(routine: models.Routine, values: dict[str, Any], view: Viewpoint) -> None:
    changed = write(routine, values)
    refuse(routine_faults(routine_of(routine, (), view.week_start)))
    if changed:
        touch(routine, view.now, is_seen=bool(changed & SEEN_BY_CALENDARS))


_STORED: dict[str, Callable[[Any], Any]] = {
    "day_starts": minutes_of,
    "day_ends": end_of_day,
    "hidden_days": lambda days: sorted({day.value for day in days}),
    "breaks": lambda breaks: [
        {"starts": minutes_of(each.starts), "minutes": each.minutes} for each in breaks
    ],
    "holidays": lambda holidays: [each.model_dump(mode="json") for each in holidays],
}


def _values(data: RoutineCreate | RoutineUpdate, fields: Iterable[str]) -> dict[str, Any]:
    """The given fields as the columns hold them."""
    given = {name: getattr(data, name) for name in fields}
    return {name: _STORED[name](v) if name in _STORED else v for name, v in given.items()}
