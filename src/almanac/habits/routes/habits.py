"""HTTP of habits themselves."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, status

from almanac.core.clock import Now
from almanac.core.db import SessionDep
from almanac.core.pagination import PagingDep
from almanac.habits.deps import RememberDep
from almanac.habits.schemas.habit import (
    HabitCreate,
    HabitList,
    HabitOrder,
    HabitRead,
    HabitUpdate,
    SchedulePreview,
    SchedulePreviewRequest,
)
from almanac.habits.service import habits, lifecycle, listing, preview
from almanac.habits.service.listing import HabitFilter, Sort, StatusFilter
from almanac.identity.deps import CurrentUser
from almanac.schedules.rules import ScheduleKind
from almanac.themes.deps import ThemeFilterDep

router = APIRouter(prefix="/habits", tags=["habits"])


@router.get("")
async def list_habits(
    user: CurrentUser,
    session: SessionDep,
    paging: PagingDep,
    remember: RememberDep,
    status: Annotated[StatusFilter | None, Query()] = None,
    schedule_kind: Annotated[ScheduleKind | None, Query()] = None,
    theme: ThemeFilterDep = None,
    sort: Annotated[Sort, Query()] = "position",
) -> HabitList:
    """Habits with their figures of today. `status=completed` are those done today."""
    wanted = HabitFilter(status, schedule_kind, theme, sort)
    return await listing.list_habits(
        session, user.id, wanted, paging, today=user.today, remember=remember
    )


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_habit(
    data: HabitCreate, user: CurrentUser, session: SessionDep, now: Now
) -> HabitRead:
    return await habits.create_habit(
        session, user.id, data, week_start=user.week_start, now=now, today=user.today
    )


@router.put("/order", status_code=status.HTTP_204_NO_CONTENT)
async def order_habits(data: HabitOrder, user: CurrentUser, session: SessionDep) -> None:
    """Set the manual order."""
    await lifecycle.order_habits(session, user.id, data.ids)


@router.post("/preview")
async def preview_schedule(data: SchedulePreviewRequest, user: CurrentUser) -> SchedulePreview:
    """The next dates of a schedule that is being edited. Stores nothing."""
    return preview.preview_schedule(data, week_start=user.week_start, today=user.today)


@router.get("/{habit_id}")
async def read_habit(
    habit_id: UUID, user: CurrentUser, session: SessionDep, remember: RememberDep
) -> HabitRead:
    return await listing.get_habit(session, user.id, habit_id, today=user.today, remember=remember)


@router.patch("/{habit_id}")
async def update_habit(
    habit_id: UUID, data: HabitUpdate, user: CurrentUser, session: SessionDep, now: Now
) -> HabitRead:
    """Change the given fields. A new schedule or target takes effect on `effective_from`."""
    return await habits.update_habit(
        session, user.id, habit_id, data, week_start=user.week_start, now=now, today=user.today
    )


@router.delete("/{habit_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_habit(habit_id: UUID, user: CurrentUser, session: SessionDep, now: Now) -> None:
    """Delete a habit. `restore` brings it back."""
    await lifecycle.delete_habit(session, user.id, habit_id, now=now)


@router.post("/{habit_id}/archive")
async def archive_habit(
    habit_id: UUID, user: CurrentUser, session: SessionDep, now: Now
) -> HabitRead:
    return await lifecycle.archive_habit(session, user.id, habit_id, now=now, today=user.today)


@router.post("/{habit_id}/restore")
async def restore_habit(
    habit_id: UUID, user: CurrentUser, session: SessionDep, now: Now
) -> HabitRead:
    """Bring a habit back from the archive, or from deletion."""
    return await lifecycle.restore_habit(session, user.id, habit_id, now=now, today=user.today)
