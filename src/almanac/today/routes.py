"""HTTP of the day: translate, call one service function, return."""

from typing import Annotated

from fastapi import APIRouter, Query

from almanac.core.db import SessionDep
from almanac.core.fields import Day
from almanac.freshness.deps import ViewpointDep as ShelfDep
from almanac.habits.deps import RememberDep
from almanac.identity.deps import CurrentUser
from almanac.quotes.deps import AudienceDep
from almanac.tasks.deps import MomentDep
from almanac.themes.deps import ThemeFilterDep
from almanac.timetable.deps import ViewpointDep
from almanac.today import service
from almanac.today.schemas import DayList, Today

router = APIRouter(tags=["today"])


@router.get("/today")
async def read_today(
    user: CurrentUser,
    session: SessionDep,
    remember: RememberDep,
    audience: AudienceDep,
    moment: MomentDep,
    view: ViewpointDep,
    shelf: ShelfDep,
    date: Annotated[Day | None, Query(description="Default: today")] = None,
    theme: ThemeFilterDep = None,
) -> Today:
    """A day as the person who asks sees it: today by their zone and day start, or a past one."""
    return await service.read_day(
        session,
        user.id,
        date or user.today,
        theme,
        moment=moment,
        view=view,
        shelf=shelf,
        audience=audience,
        remember=remember,
    )


@router.get("/days")
async def list_days(
    user: CurrentUser,
    session: SessionDep,
    remember: RememberDep,
    moment: MomentDep,
    view: ViewpointDep,
    first: Annotated[Day, Query(alias="from")],
    last: Annotated[Day, Query(alias="to")],
) -> DayList:
    """The progress of each day of a range, for week strips and heatmaps."""
    return await service.list_days(
        session, user.id, first, last, moment=moment, view=view, remember=remember
    )
