"""HTTP of routines."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response, status

from almanac.core.db import SessionDep
from almanac.core.fields import Day
from almanac.core.pagination import PagingDep
from almanac.identity.deps import CurrentUser
from almanac.identity.deps.once import OnceDep
from almanac.timetable.deps import ViewpointDep
from almanac.timetable.schemas.routine import (
    RoutineCreate,
    RoutineDuplicate,
    RoutineList,
    RoutineOrder,
    RoutineRead,
    RoutineUpdate,
)
from almanac.timetable.schemas.week import RoutineWeek
from almanac.timetable.service import copying, lifecycle, reading, routines, week

router = APIRouter(prefix="/routines", tags=["timetable"])


@router.get("")
async def list_routines(user: CurrentUser, session: SessionDep, paging: PagingDep) -> RoutineList:
    """Routines in their order, without their sessions."""
    return await reading.list_routines(session, user.id, paging)


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_routine(
    data: RoutineCreate, user: CurrentUser, session: SessionDep, view: ViewpointDep, once: OnceDep
) -> RoutineRead:
    return await once(
        lambda: routines.create_routine(session, user.id, data, view=view),
        status=status.HTTP_201_CREATED,
    )


@router.put("/order", status_code=status.HTTP_204_NO_CONTENT)
async def order_routines(data: RoutineOrder, user: CurrentUser, session: SessionDep) -> None:
    """Set the manual order of some routines among themselves."""
    await lifecycle.order_routines(session, user.id, data.ids)


@router.get("/{routine_id}")
async def read_routine(
    routine_id: UUID, user: CurrentUser, session: SessionDep, view: ViewpointDep
) -> RoutineRead:
    """A routine with its sessions and what they meet among all of the person's."""
    return await reading.get_routine(session, user.id, routine_id, view=view)


@router.put(
    "/{routine_id}",
    responses={201: {"model": RoutineRead, "description": "A new routine was written"}},
)
async def put_routine(
    routine_id: UUID,
    data: RoutineCreate,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    response: Response,
) -> RoutineRead:
    """Write a routine under an id that the client made: 201 the first time, 200 afterwards."""
    routine, is_new = await routines.put_routine(session, user.id, routine_id, data, view=view)
    if is_new:
        response.status_code = status.HTTP_201_CREATED
    return routine


@router.patch("/{routine_id}")
async def update_routine(
    routine_id: UUID,
    data: RoutineUpdate,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    once: OnceDep,
) -> RoutineRead:
    """Change the given fields."""
    return await once(
        lambda: routines.update_routine(session, user.id, routine_id, data, view=view)
    )


@router.delete("/{routine_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_routine(
    routine_id: UUID, user: CurrentUser, session: SessionDep, view: ViewpointDep
) -> None:
    """Delete a routine with its sessions, also when it is gone already; `restore` undoes it."""
    await lifecycle.delete_routine(session, user.id, routine_id, view=view)


@router.post("/{routine_id}/restore")
async def restore_routine(
    routine_id: UUID, user: CurrentUser, session: SessionDep, view: ViewpointDep, once: OnceDep
) -> RoutineRead:
    """Bring a routine back from deletion."""
    return await once(lambda: lifecycle.restore_routine(session, user.id, routine_id, view=view))


@router.post("/{routine_id}/duplicate", status_code=status.HTTP_201_CREATED)
async def duplicate_routine(
    routine_id: UUID,
    data: RoutineDuplicate,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    once: OnceDep,
) -> RoutineRead:
    """Add a copy with all sessions, without their dates cancelled and moved."""
    return await once(
        lambda: copying.duplicate_routine(session, user.id, routine_id, data, view=view),
        status=status.HTTP_201_CREATED,
    )


@router.get("/{routine_id}/week")
async def read_week(
    routine_id: UUID,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    date: Annotated[Day | None, Query(description="A day of the week; default: today")] = None,
) -> RoutineWeek:
    """What becomes of the sessions in the week that holds a date."""
    return await week.get_week(session, user.id, routine_id, date or view.today, view=view)
