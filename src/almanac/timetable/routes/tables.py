"""A routine as a table for spreadsheets."""

from uuid import UUID

from fastapi import APIRouter, Response

from almanac.core.db import SessionDep
from almanac.identity.deps import CurrentUser
from almanac.timetable.domain.table_writing import write_table
from almanac.timetable.service.loading import load_routine

router = APIRouter(prefix="/routines", tags=["timetable"])
# Without it the most used spreadsheet reads umlauts wrongly.
BYTE_ORDER_MARK = "\ufeff"


@router.get(
    "/{routine_id}/export.csv",
    response_class=Response,
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
)
async def export_table(routine_id: UUID, user: CurrentUser, session: SessionDep) -> Response:
    """The sessions as a table that can be brought in again; what is cancelled is not in it."""
    routine = await load_routine(session, user.id, routine_id, week_start=user.week_start)
    headers = {"Content-Disposition": 'attachment; filename="timetable.csv"'}
    content = BYTE_ORDER_MARK + write_table(routine.sessions)
    return Response(content, media_type="text/csv", headers=headers)
