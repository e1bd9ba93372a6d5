"""A routine as a file for calendar programs."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from almanac.calendars.answers import calendar_answer
from almanac.calendars.events import Owner
from almanac.core.db import DatabaseDep
from almanac.identity.deps import CurrentUser
from almanac.schedules.times import zone_named
from almanac.timetable.service.calendar import routine_events

router = APIRouter(prefix="/routines", tags=["timetable"])
CALENDAR = {"content": {"text/calendar": {"schema": {"type": "string"}}}}


@router.get(
    "/{routine_id}/export.ics",
    response_class=Response,
    responses={200: CALENDAR, 304: {"description": "Unchanged since it was sent"}},
)
async def export_calendar(
    routine_id: UUID, request: Request, user: CurrentUser, database: DatabaseDep
) -> Response:
    """The routine as an iCalendar file; subscribe to a feed to see later changes too."""
    owner = Owner(zone_named(user.timezone), user.week_start, user.day_start)
    # Over before the calendar is written, which may take a while and needs no connection.
    async with database.readers.begin() as session:
        name, events = await routine_events(session, user.id, routine_id, owner)
    return await calendar_answer(request, name, events, owner.zone, as_file=True)
