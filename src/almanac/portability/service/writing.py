"""Writing what a file holds through the features whose it is, and what is told of that."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.freshness.service.transfer import ShelfImport, import_shelf
from almanac.habits.domain.model import CheckInStatus
from almanac.habits.service.import_plan import ImportCounts
from almanac.habits.service.imports import import_habits
from almanac.portability.domain.reading import Notice, Reader, Reading
from almanac.portability.schemas import (
    BroughtBatchCounts,
    CheckInCounts,
    HabitCounts,
    ImportNotice,
    ImportSummary,
    PauseCounts,
    ProductCounts,
    RoutineCounts,
    SessionCounts,
    TaskCounts,
    ThemeCounts,
)
from almanac.tasks.service import imports as tasks
from almanac.themes.service import transfer as themes
from almanac.timetable.service.imported import left_out_counts
from almanac.timetable.service.imports import (
    Addition,
    Target,
    TimetableImport,
    import_timetable,
)
from almanac.timetable.service.transfer import RoutinesImport, import_routines


@dataclass(frozen=True, slots=True)
class Counts:
    """What an import adds to each area, and what it leaves there as it is."""

    themes: themes.ThemeCounts
    habits: ImportCounts
    tasks: tasks.TaskCounts
    routines: RoutinesImport
    shelf: ShelfImport
    timetable: TimetableImport | None = None

    @property
    def adds_something(self) -> bool:
        """Whether anything would be written."""
        areas = (self.habits, self.tasks, self.routines, self.shelf, self.timetable)
        return bool(self.themes.added) or any(area and area.adds_something for area in areas)


async def write_reading(
    session: AsyncSession,
    user_id: UUID,
    reading: Reading,
    *,
    reader: Reader,
    target: Target,
    import_id: UUID,
    now: datetime,
    dry_run: bool,
) -> Counts:
    """Add what is not there yet; with `dry_run` only count it.

    Themes come first: whoever deletes one locks it before what belongs to it.
    Raises `TooManyThemes`, `TooManyHabits`, `TooManyPauses`, `TooManyTasks`, and for timetables
    `RoutineNotFound`, `TooManyRoutines`, `TooManySessions`, `TooManyExceptions`, `TooManyDeleted`.
    """
    of_themes = await themes.import_themes(
        session, user_id, reading.themes, now=now, dry_run=dry_run
    )
    of_habits = await import_habits(
        session,
        user_id,
        reading.habits,
        reading.pauses,
        themes=of_themes.ids,
        import_id=import_id,
        now=now,
        dry_run=dry_run,
    )
    of_tasks = await tasks.import_tasks(
        session,
        user_id,
        reading.tasks,
        themes=of_themes.ids,
        import_id=import_id,
        now=now,
        dry_run=dry_run,
    )
    added = Addition(import_id, reader.today, reader.week_start, now)
    of_routines = await import_routines(
        session, user_id, reading.routines, of_themes.ids, added, dry_run=dry_run
    )
    of_shelf = await import_shelf(
        session, user_id, reading.shelf, import_id=import_id, now=now, dry_run=dry_run
    )
    of_timetable = await _timetable(session, user_id, reading, target, added, dry_run=dry_run)
    return Counts(of_themes, of_habits, of_tasks, of_routines, of_shelf, of_timetable)


async def _timetable(
    session: AsyncSession,
    user_id: UUID,
    reading: Reading,
    target: Target,
    added: Addition,
    *,
    dry_run: bool,
) -> TimetableImport | None:
    found = reading.timetable
    if found is None:
        return None
    return await import_timetable(session, user_id, found, target, added, dry_run=dry_run)


def summary_of(reading: Reading, counts: Counts) -> ImportSummary:
    """What the answer to a file says."""
    habits, tasks = counts.habits, counts.tasks
    added = habits.check_ins_added
    notices = (*reading.notices, *_notices(habits))
    return ImportSummary(
        habits=HabitCounts(
            added=habits.habits_added,
            restored=habits.habits_restored,
            present=habits.habits_present,
        ),
        check_ins=CheckInCounts(
            added=added.total(),
            done=added[CheckInStatus.DONE],
            skipped=added[CheckInStatus.SKIPPED],
            missed=added[CheckInStatus.MISSED],
            present=habits.check_ins_present,
            outside=habits.outside.total(),
            left_out={reason.value: count for reason, count in reading.left_out.items()},
        ),
        pauses=PauseCounts(added=len(habits.pause_ids), present=habits.pauses_present),
        themes=ThemeCounts(added=len(counts.themes.added), present=counts.themes.present),
        tasks=TaskCounts(
            added=tasks.added,
            restored=tasks.restored,
            present=tasks.present,
            completions=tasks.completions_added,
        ),
        routines=_routines(counts),
        sessions=_sessions(counts),
        products=ProductCounts.model_validate(counts.shelf.products),
        batches=BroughtBatchCounts.model_validate(counts.shelf.batches),
        warnings=[ImportNotice.model_validate(notice) for notice in notices],
    )


def _routines(counts: Counts) -> RoutineCounts:
    found, whole = counts.timetable, counts.routines
    made = int(found is not None and found.is_new and found.adds_something)
    return RoutineCounts(added=whole.added + made, restored=whole.restored, present=whole.present)


def _sessions(counts: Counts) -> SessionCounts:
    found = counts.timetable
    if found is None:
        return SessionCounts(added=counts.routines.sessions, present=0, left_out={})
    plan = found.plan
    return SessionCounts(
        added=len(plan.added), present=len(plan.present), left_out=left_out_counts(found)
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
