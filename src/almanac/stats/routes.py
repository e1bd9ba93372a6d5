"""HTTP of statistics: translate, call one service function, return."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response

from almanac.core.db import SessionDep
from almanac.core.fields import Day
from almanac.identity.deps import CurrentUser
from almanac.stats.domain.ranges import RangeName
from almanac.stats.schemas.hours import TimetableHours
from almanac.stats.schemas.statistics import Statistics
from almanac.stats.service import export, hours
from almanac.stats.service.collect import Asked
from almanac.stats.service.document import read_statistics as read_document
from almanac.themes.deps import ThemeFilterDep
from almanac.timetable.deps import ViewpointDep

router = APIRouter(prefix="/stats", tags=["stats"])


async def read_asked(
    user: CurrentUser,
    name: Annotated[
        RangeName, Query(alias="range", description="Days that end today, or all of them")
    ] = RangeName.MONTH,
    theme: ThemeFilterDep = None,
    *,
    view: ViewpointDep,
) -> Asked:
    """Whose statistics are wanted, and which."""
    return Asked(user.id, name, theme, view)


AskedDep = Annotated[Asked, Depends(read_asked)]
CSV: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/csv": {"schema": {"type": "string"}}}, "description": "A table"}
}


@router.get("")
async def read_statistics(asked: AskedDep, session: SessionDep) -> Statistics:
    """What was due and done over a range, how it changed, and what that says."""
    return await read_document(session, asked)


@router.get("/timetable")
async def read_timetable_hours(
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    first: Annotated[Day, Query(alias="from")],
    last: Annotated[Day, Query(alias="to")],
    theme: ThemeFilterDep = None,
) -> TimetableHours:
    """Hours by subject and theme over any days: what took place, and what is still to come."""
    return await hours.read_hours(session, user.id, first, last, theme, view=view)


@router.get("/export.csv", response_class=Response, responses=CSV)
async def export_statistics_table(asked: AskedDep, session: SessionDep) -> Response:
    """Every habit, and the tasks of every theme, in each day, week or month of a range."""
    content = await export.export_csv(session, asked)
    return Response(content, media_type="text/csv", headers=_download(asked, "csv"))


@router.get("/export.json", response_model=Statistics)
async def export_statistics(asked: AskedDep, session: SessionDep) -> Response:
    """The statistics of a range as a file."""
    content = await export.export_json(session, asked)
    return Response(content, media_type="application/json", headers=_download(asked, "json"))


def _download(asked: Asked, ending: str) -> dict[str, str]:
    name = f"almanac-statistics-{asked.name}-{asked.today.isoformat()}.{ending}"
    return {"Content-Disposition": f'attachment; filename="{name}"'}
