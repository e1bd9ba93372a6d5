"""Bringing a file in, listing what was brought in, and undoing it.

Files are read in threads and before the transaction of the request has begun, so that a large
one holds up nobody.
"""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import NotFound, TooLarge, invalid_field
from almanac.core.ids import new_id
from almanac.core.pagination import Page, Paging, page_of
from almanac.habits.domain.model import CheckInStatus
from almanac.habits.service.import_plan import ImportCounts
from almanac.habits.service.imports import import_habits, undo_import
from almanac.portability.domain.loop import read_loop
from almanac.portability.domain.reading import (
    MAX_FILE_BYTES,
    Notice,
    Reader,
    Reading,
    Unreadable,
    clean_line,
)
from almanac.portability.models import Import
from almanac.portability.schemas import (
    CheckInCounts,
    HabitCounts,
    HabitOutcomeRead,
    ImportFormat,
    ImportNotice,
    ImportRead,
    ImportResult,
    ImportSummary,
    PauseCounts,
    UndoResult,
)
from almanac.portability.service.documents import read_document

MAX_FILE_NAME = 255
READERS: Mapping[ImportFormat, Callable[[bytes, Reader], Reading]] = {
    ImportFormat.LOOP: read_loop,
    ImportFormat.ALMANAC: read_document,
}
# Reading a file of the largest size takes some hundred megabytes for a moment.
_AT_ONCE = asyncio.Semaphore(2)


class ImportNotFound(NotFound):
    code, title = "import_not_found", "No such import"


class FileTooLarge(TooLarge):
    code, title = "file_too_large", "Files of up to 20 MiB can be brought in"


async def read_file(file_format: ImportFormat, data: bytes, reader: Reader) -> Reading:
    """What a file holds. Raises `FileTooLarge`, or `Invalid` for `/body/file` with the fault."""
    if len(data) > MAX_FILE_BYTES:
        raise FileTooLarge
    async with _AT_ONCE:
        try:
            return await asyncio.to_thread(READERS[file_format], data, reader)
        except Unreadable as exc:
            raise invalid_field("/body/file", exc.fault.value, exc.message) from exc


async def bring_in(
    session: AsyncSession,
    user_id: UUID,
    reading: Reading,
    *,
    file_format: ImportFormat,
    file_name: str,
    now: datetime,
    dry_run: bool,
) -> ImportResult:
    """Add what a file holds and is not there yet; with `dry_run` only say what would be added.

    An import that adds nothing leaves no trace. Raises `TooManyHabits`.
    """
    import_id = new_id()
    counts = await import_habits(
        session,
        user_id,
        reading.habits,
        reading.pauses,
        import_id=import_id,
        now=now,
        dry_run=dry_run,
    )
    summary = _summary(reading, counts)
    file_name = clean_line(file_name, MAX_FILE_NAME)
    is_written = counts.adds_something and not dry_run
    if is_written:
        stored = summary.model_dump(mode="json")
        pause_ids = [str(pause_id) for pause_id in counts.pause_ids]
        session.add(
            Import(
                user_id=user_id,
                id=import_id,
                format=file_format,
                file_name=file_name,
                summary={"counts": stored, "pause_ids": pause_ids, "undone": None},
                created_at=now,
            )
        )
        await session.flush()
    return ImportResult(
        **summary.model_dump(),
        by_habit=[HabitOutcomeRead.model_validate(each) for each in counts.by_habit],
        id=import_id if is_written else None,
        format=file_format,
        file_name=file_name,
        dry_run=dry_run,
    )


async def list_imports(session: AsyncSession, user_id: UUID, paging: Paging) -> Page[ImportRead]:
    """The imports of this person, the latest first, undone ones too."""
    mine = Import.user_id == user_id
    count = await session.scalar(select(func.count()).select_from(Import).where(mine)) or 0
    statement = select(Import).where(mine).order_by(Import.created_at.desc(), Import.id.desc())
    rows = await session.scalars(statement.offset(paging.skip).limit(paging.limit))
    return page_of([_read(row) for row in rows], count, paging)


async def undo(
    session: AsyncSession, user_id: UUID, import_id: UUID, *, now: datetime
) -> UndoResult:
    """Take back what an import added, once; asked again, the answer is the same.

    Raises `ImportNotFound`.
    """
    statement = select(Import).where(Import.user_id == user_id, Import.id == import_id)
    row = await session.scalar(statement.with_for_update())
    if row is None:
        raise ImportNotFound
    if row.undone_at is None:
        pause_ids = [UUID(text) for text in row.summary["pause_ids"]]
        removed = await undo_import(session, user_id, import_id, pause_ids=pause_ids, now=now)
        undone = {
            "habits_removed": removed.habits,
            "check_ins_removed": removed.check_ins,
            "pauses_removed": removed.pauses,
        }
        row.summary = {**row.summary, "undone": undone}
        row.undone_at = now
        await session.flush()
    return UndoResult(id=row.id, undone_at=row.undone_at, **row.summary["undone"])


def _summary(reading: Reading, counts: ImportCounts) -> ImportSummary:
    added = counts.check_ins_added
    notices = (*reading.notices, *_notices(counts))
    return ImportSummary(
        habits=HabitCounts(
            added=counts.habits_added,
            restored=counts.habits_restored,
            present=counts.habits_present,
        ),
        check_ins=CheckInCounts(
            added=added.total(),
            done=added[CheckInStatus.DONE],
            skipped=added[CheckInStatus.SKIPPED],
            missed=added[CheckInStatus.MISSED],
            present=counts.check_ins_present,
            outside=counts.outside.total(),
            left_out={reason.value: count for reason, count in reading.left_out.items()},
        ),
        pauses=PauseCounts(added=len(counts.pause_ids), present=counts.pauses_present),
        warnings=[ImportNotice.model_validate(notice) for notice in notices],
    )


def _notices(counts: ImportCounts) -> list[Notice]:
    outside = [
        Notice(
            "outside_window",
            habit,
            f"{count} entries lie outside the days of this habit and were left out; "
            "give it an earlier start or a later end and bring the file in again",
        )
        for habit, count in counts.outside.items()
    ]
    namesakes = [
        Notice("namesake", habit, "You have a habit of this name; this one is added beside it")
        for habit in counts.namesakes
    ]
    return outside + namesakes


def _read(row: Import) -> ImportRead:
    counts: dict[str, Any] = row.summary["counts"]
    return ImportRead(
        **counts,
        id=row.id,
        format=ImportFormat(row.format),
        file_name=row.file_name,
        created_at=row.created_at,
        undone_at=row.undone_at,
    )
