"""Bringing a file in, listing what was brought in, and undoing it.

Files are read in threads and before the transaction of the request has begun, so that a large
one holds up nobody.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import NotFound, TooLarge, invalid_field
from almanac.core.ids import new_id
from almanac.core.pagination import Page, Paging, page_of
from almanac.freshness.service.transfer import undo_import as undo_shelf
from almanac.habits.service.imports import undo_import as undo_habits
from almanac.portability.domain.loop import read_loop
from almanac.portability.domain.reading import (
    MAX_FILE_BYTES,
    Reader,
    Reading,
    Unreadable,
    clean_line,
)
from almanac.portability.domain.timetables import MAX_ROUTINE_NAME, read_csv, read_ics
from almanac.portability.models import Import
from almanac.portability.schemas import (
    HabitOutcomeRead,
    ImportFormat,
    ImportRead,
    ImportResult,
    ImportSummary,
    UndoResult,
)
from almanac.portability.service.documents import read_document
from almanac.portability.service.writing import Counts, summary_of, write_reading
from almanac.tasks.service.imports import undo_import as undo_tasks
from almanac.themes.service import Members
from almanac.themes.service.transfer import delete_empty_themes, hold_themes
from almanac.timetable.service.imported import routine_view, session_views
from almanac.timetable.service.imports import Target
from almanac.timetable.service.imports import undo_import as undo_timetable

MAX_FILE_NAME = 255
READERS: Mapping[ImportFormat, Callable[[bytes, Reader], Reading]] = {
    ImportFormat.LOOP: read_loop,
    ImportFormat.ALMANAC: read_document,
    ImportFormat.ICS: read_ics,
    ImportFormat.CSV: read_csv,
}
# What imports say that were made before there were themes, tasks and timetables.
NOTHING_MORE: dict[str, Any] = {
    "themes": {"added": 0, "present": 0},
    "tasks": {"added": 0, "restored": 0, "present": 0, "completions": 0},
    "routines": {"added": 0, "restored": 0, "present": 0},
    "sessions": {"added": 0, "present": 0, "left_out": {}},
    "products": {"added": 0},
    "batches": {"added": 0},
}
NOTHING_UNDONE: dict[str, int] = dict.fromkeys(
    (
        "themes_removed",
        "tasks_removed",
        "routines_removed",
        "sessions_removed",
        "products_removed",
        "batches_removed",
    ),
    0,
)
NAMELESS_ROUTINE = "Timetable"
# Reading a file of the largest size takes some hundred megabytes for a moment.
_AT_ONCE = asyncio.Semaphore(2)


@dataclass(frozen=True, slots=True)
class Goal:
    """Where the person wants a timetable: in one of their routines, or in a new one of a name."""

    routine_id: UUID | None = None
    routine_name: str = ""


NO_GOAL = Goal()


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
    reader: Reader,
    file_format: ImportFormat,
    file_name: str,
    now: datetime,
    dry_run: bool,
    goal: Goal = NO_GOAL,
) -> ImportResult:
    """Add what a file holds and is not there yet; with `dry_run` only say what would be added.

    An import that adds nothing leaves no trace. Imports of one person run one after another.
    Raises what `write_reading` does.
    """
    if not dry_run:
        await _take_turns(session, user_id)
    import_id, file_name = new_id(), clean_line(file_name, MAX_FILE_NAME)
    counts = await write_reading(
        session,
        user_id,
        reading,
        reader=reader,
        target=_target(goal, reading, file_name),
        import_id=import_id,
        now=now,
        dry_run=dry_run,
    )
    summary, is_written = summary_of(reading, counts), counts.adds_something and not dry_run
    if is_written:
        row = Import(
            user_id=user_id,
            id=import_id,
            format=file_format,
            file_name=file_name,
            summary=_kept(summary, counts),
            created_at=now,
        )
        session.add(row)
        await session.flush()
    return ImportResult(
        **dict(summary),
        **_outcomes(counts, is_written=is_written),
        id=import_id if is_written else None,
        format=file_format,
        file_name=file_name,
        dry_run=dry_run,
    )


def _kept(summary: ImportSummary, counts: Counts) -> dict[str, Any]:
    """What is kept of an import: its counts, and what it added that does not say so itself."""
    added = {"pause_ids": counts.habits.pause_ids, "theme_ids": counts.themes.added}
    return {
        "counts": summary.model_dump(mode="json"),
        "undone": None,
        **{name: [str(each) for each in ids] for name, ids in added.items()},
    }


def _outcomes(counts: Counts, *, is_written: bool) -> dict[str, Any]:
    """What became of each part of the file."""
    timetable = counts.timetable
    return {
        "by_habit": [HabitOutcomeRead.model_validate(each) for each in counts.habits.by_habit],
        "routine": timetable and routine_view(timetable, is_written=is_written),
        "by_session": session_views(timetable, is_written=is_written) if timetable else [],
    }


def _target(goal: Goal, reading: Reading, file_name: str) -> Target:
    """Where a timetable goes; a new routine has the name of its calendar, else of its file."""
    name = reading.timetable.name if reading.timetable else ""
    name = goal.routine_name or name or clean_line(PurePath(file_name).stem, MAX_ROUTINE_NAME)
    return Target(name or NAMELESS_ROUTINE, goal.routine_id)


async def list_imports(session: AsyncSession, user_id: UUID, paging: Paging) -> Page[ImportRead]:
    """The imports of this person, the latest first, undone ones too."""
    mine = Import.user_id == user_id
    count = await session.scalar(select(func.count()).select_from(Import).where(mine)) or 0
    statement = select(Import).where(mine).order_by(Import.created_at.desc(), Import.id.desc())
    rows = await session.scalars(statement.offset(paging.skip).limit(paging.limit))
    return page_of([_read(row) for row in rows], count, paging)


async def undo(
    session: AsyncSession, user_id: UUID, import_id: UUID, members: Members, *, now: datetime
) -> UndoResult:
    """Take back what an import added, once; asked again, the answer is the same.

    Raises `ImportNotFound`.
    """
    await _take_turns(session, user_id)
    statement = select(Import).where(Import.user_id == user_id, Import.id == import_id)
    row = await session.scalar(statement.with_for_update())
    if row is None:
        raise ImportNotFound
    if row.undone_at is None:
        removed = await _take_back(session, row, members, now=now)
        row.summary = {**row.summary, "undone": removed}
        row.undone_at = now
        await session.flush()
    return UndoResult(
        id=row.id, undone_at=row.undone_at, **(NOTHING_UNDONE | row.summary["undone"])
    )


async def _take_back(
    session: AsyncSession, row: Import, members: Members, *, now: datetime
) -> dict[str, int]:
    theme_ids = [UUID(text) for text in row.summary.get("theme_ids", ())]
    pause_ids = [UUID(text) for text in row.summary["pause_ids"]]
    if theme_ids:
        await hold_themes(session, row.user_id, theme_ids)
    habits = await undo_habits(session, row.user_id, row.id, pause_ids=pause_ids, now=now)
    tasks = await undo_tasks(session, row.user_id, row.id, now=now)
    timetable = await undo_timetable(session, row.user_id, row.id, now=now)
    products, batches = await undo_shelf(session, row.user_id, row.id, now=now)
    themes = 0
    if theme_ids:
        themes = await delete_empty_themes(session, row.user_id, theme_ids, members, now=now)
    return {
        "habits_removed": habits.habits,
        "check_ins_removed": habits.check_ins,
        "pauses_removed": habits.pauses,
        "themes_removed": themes,
        "tasks_removed": tasks,
        "routines_removed": timetable.routines,
        "sessions_removed": timetable.sessions,
        "products_removed": products,
        "batches_removed": batches,
    }


async def _take_turns(session: AsyncSession, user_id: UUID) -> None:
    """Let imports of one person wait for each other; SQLite has one writer anyway."""
    connection = await session.connection()
    if connection.dialect.name == "postgresql":
        key = func.hashtextextended(f"import:{user_id}", 0)
        await session.execute(select(func.pg_advisory_xact_lock(key)))


def _read(row: Import) -> ImportRead:
    counts: dict[str, Any] = row.summary["counts"]
    return ImportRead(
        **(NOTHING_MORE | counts),
        id=row.id,
        format=ImportFormat(row.format),
        file_name=row.file_name,
        created_at=row.created_at,
        undone_at=row.undone_at,
    )
