"""HTTP of imports and of the export of everything."""

import asyncio
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, File, Query, Response, UploadFile, status

from almanac.core.db import DatabaseDep, SessionDep
from almanac.core.pagination import PagingDep
from almanac.identity.deps import CurrentUser
from almanac.identity.deps.uploads import ENVELOPE_BYTES, SignedInFirst
from almanac.portability.domain.reading import MAX_FILE_BYTES, Reader
from almanac.portability.schemas import (
    ExportDocument,
    ImportFormat,
    ImportPage,
    ImportResult,
    UndoResult,
)
from almanac.portability.service import documents, imports
from almanac.schedules.times import zone_named
from almanac.themes.deps import MembersDep
from almanac.timetable.schemas.routine import Name as RoutineName

router = APIRouter(tags=["portability"])
uploads = APIRouter(tags=["portability"], route_class=SignedInFirst)


@uploads.post(
    "/import/{format}",
    status_code=status.HTTP_201_CREATED,
    responses={
        200: {
            "model": ImportResult,
            "description": "A dry run, or everything was there already: nothing was written",
        }
    },
    max_body_size=MAX_FILE_BYTES + ENVELOPE_BYTES,
)
async def import_file(
    format: ImportFormat,  # noqa: A002 - the name in the path
    file: Annotated[UploadFile, File(description="Up to 20 MiB")],
    response: Response,
    user: CurrentUser,
    session: SessionDep,
    dry_run: Annotated[bool, Query(description="Only say what would be added")] = False,
    routine_id: Annotated[
        UUID | None, Query(description="Where a timetable goes; a new routine without it")
    ] = None,
    routine_name: Annotated[
        RoutineName | None, Query(description="Of a new routine, instead of the calendar's name")
    ] = None,
    with_past: Annotated[bool, Query(description="Of a calendar, also what is over")] = False,
    with_holidays: Annotated[
        bool, Query(description="Of a calendar, whole days as holidays of a new routine")
    ] = False,
) -> ImportResult:
    """Bring a file in. What is there already is kept as it is."""
    data = await file.read()
    reader = Reader(
        user.today,
        user.week_start,
        zone_named(user.timezone),
        with_past=with_past,
        with_holidays=with_holidays,
    )
    reading = await imports.read_file(format, data, reader)
    result = await imports.bring_in(
        session,
        user.id,
        reading,
        reader=reader,
        file_format=format,
        file_name=file.filename or "",
        now=user.now,
        dry_run=dry_run,
        goal=imports.Goal(routine_id, routine_name or ""),
    )
    if result.id is None:
        response.status_code = status.HTTP_200_OK
    return result


@router.get("/imports")
async def list_imports(user: CurrentUser, session: SessionDep, paging: PagingDep) -> ImportPage:
    """What was brought in, the latest first."""
    page = await imports.list_imports(session, user.id, paging)
    return ImportPage(data=page.data, count=page.count, next_cursor=page.next_cursor)


@router.post("/imports/{import_id}/undo")
async def undo_import(
    import_id: UUID, user: CurrentUser, session: SessionDep, members: MembersDep
) -> UndoResult:
    """Take back all that an import added. Doing it again changes nothing."""
    return await imports.undo(session, user.id, import_id, members, now=user.now)


@router.get("/export", response_model=ExportDocument)
async def export_everything(user: CurrentUser, database: DatabaseDep) -> Response:
    """Everything of the signed-in person as one document, which can be brought in again."""
    async with database.readers.begin() as session:
        document = await documents.export_everything(session, user)
    # Years of history take a while to write out; others are served meanwhile, also with the
    # connection that all of it was read by.
    # In one line: many years of it still fit into what can be brought in again.
    content = await asyncio.to_thread(document.model_dump_json)
    name = f"almanac-{user.today.isoformat()}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type="application/json", headers=headers)


routers = (uploads, router)
