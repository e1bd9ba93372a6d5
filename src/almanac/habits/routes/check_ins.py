"""HTTP of check-ins and of what a habit's past looks like."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response, status

from almanac.core.clock import Now
from almanac.core.db import SessionDep
from almanac.core.fields import Day
from almanac.habits.schemas.check_in import Calendar, CheckInList, CheckInWrite, StrengthLine
from almanac.habits.schemas.habit import HabitRead
from almanac.habits.service import check_ins, past
from almanac.identity.deps import CurrentUser

router = APIRouter(prefix="/habits/{habit_id}", tags=["habits"])


@router.put(
    "/check-ins/{date}",
    responses={201: {"model": HabitRead, "description": "A new check-in was recorded"}},
)
async def put_check_in(
    habit_id: UUID,
    date: Annotated[Day, Path()],
    data: CheckInWrite,
    user: CurrentUser,
    session: SessionDep,
    now: Now,
    response: Response,
) -> HabitRead:
    """Record a day: 201 the first time, 200 afterwards; answers with the habit's new figures."""
    habit, is_new = await check_ins.put_check_in(
        session, user.id, habit_id, date, data, now=now, today=user.today
    )
    if is_new:
        response.status_code = status.HTTP_201_CREATED
    return habit


@router.delete("/check-ins/{date}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_check_in(
    habit_id: UUID, date: Annotated[Day, Path()], user: CurrentUser, session: SessionDep
) -> None:
    """Take a day's check-in back, also when it is gone already."""
    await check_ins.delete_check_in(session, user.id, habit_id, date, today=user.today)


@router.get("/check-ins")
async def list_check_ins(
    habit_id: UUID,
    user: CurrentUser,
    session: SessionDep,
    first: Annotated[Day | None, Query(alias="from")] = None,
    last: Annotated[Day | None, Query(alias="to")] = None,
) -> CheckInList:
    """What was recorded, newest first."""
    return await check_ins.list_check_ins(session, user.id, habit_id, first=first, last=last)


@router.get("/calendar")
async def read_calendar(
    habit_id: UUID,
    user: CurrentUser,
    session: SessionDep,
    year: Annotated[int | None, Query(ge=1900, le=2200, description="Default: this year")] = None,
) -> Calendar:
    """Every day of a year with its state, for the heatmap."""
    return await past.read_calendar(
        session, user.id, habit_id, year or user.today.year, today=user.today
    )


@router.get("/strength")
async def read_strength(
    habit_id: UUID,
    user: CurrentUser,
    session: SessionDep,
    points: Annotated[int, Query(ge=2, le=400)] = 120,
) -> StrengthLine:
    """Strength from the habit's first day to today, in at most so many points."""
    return await past.read_strength(session, user.id, habit_id, points, today=user.today)
