"""Bodies of imports, and the document that holds everything of a person."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from almanac.core.schema import Body, View
from almanac.core.text import Line
from almanac.freshness.schemas.transfer import ShelfDocument
from almanac.habits.schemas.transfer import MAX_PAUSES, HabitDocument, PauseDocument
from almanac.portability.domain.reading import MAX_HABITS
from almanac.schedules.rules import Weekday
from almanac.tasks.schemas.transfer import MAX_TASKS, TaskDocument
from almanac.themes.schemas import ThemeDocument
from almanac.themes.service import MAX_THEMES
from almanac.timetable.schemas.imports import ImportedRoutine, ImportedSession
from almanac.timetable.schemas.transfer import RoutineDocument
from almanac.timetable.service.lookup import MAX_ROUTINES

EXPORT_VERSION: Literal[1] = 1
Short = Annotated[Line, Field(max_length=320)]


class ImportFormat(StrEnum):
    """Whose files can be brought in."""

    LOOP = "loop"
    ALMANAC = "almanac"
    ICS = "ics"
    CSV = "csv"


class HabitCounts(View):
    """`present`: known from an earlier import; `restored`: known, deleted, and brought back."""

    added: int
    restored: int
    present: int


class CheckInCounts(View):
    """`present`: dates that had an entry already, which was kept.

    `outside`: before the start, after the end or after the archiving of a habit that was there.
    `left_out`: how many entries of the file were not taken over, by reason.
    """

    added: int
    done: int
    skipped: int
    missed: int
    present: int
    outside: int
    left_out: dict[str, int]


class PauseCounts(View):
    added: int
    present: int


class ThemeCounts(View):
    """`present`: there is one of this name."""

    added: int
    present: int


class TaskCounts(View):
    """`present`: known from an earlier import, and kept as it is; `completions` of added ones."""

    added: int
    restored: int
    present: int
    completions: int


class RoutineCounts(View):
    """`present`: known from an earlier import, and kept as it is with its sessions."""

    added: int
    restored: int = 0
    present: int = 0


class SessionCounts(View):
    """Of the timetable. `present`: there already; `left_out`: entries, by reason."""

    added: int
    present: int
    left_out: dict[str, int]


class ProductCounts(View):
    """`present`: known from an earlier import or by its name, and kept as it is."""

    added: int
    restored: int = 0
    present: int = 0


class BroughtBatchCounts(View):
    """`present`: known from an earlier import or by its identifier, and kept as it is."""

    added: int
    restored: int = 0
    present: int = 0


class ImportNotice(View):
    """Something that could not be taken over as it was; `habit` names the habit, if one."""

    code: str
    habit: str | None
    detail: str


class ImportSummary(View):
    """What an import adds and leaves."""

    habits: HabitCounts
    check_ins: CheckInCounts
    pauses: PauseCounts
    themes: ThemeCounts
    tasks: TaskCounts
    routines: RoutineCounts
    sessions: SessionCounts
    products: ProductCounts
    batches: BroughtBatchCounts
    warnings: list[ImportNotice]


class HabitOutcomeRead(View):
    """One habit of the file: what became of it, and how many entries were added to it."""

    name: str
    outcome: Literal["added", "restored", "present"]
    check_ins_added: int


class ImportResult(ImportSummary):
    """The answer to a file. `id` is null after a dry run, and when there was nothing to add.

    Files of timetables name their `routine` and what becomes of each entry, of a thousand at most.
    """

    by_habit: list[HabitOutcomeRead]
    routine: ImportedRoutine | None
    by_session: list[ImportedSession]
    id: UUID | None
    format: ImportFormat
    file_name: str
    dry_run: bool


class ImportRead(ImportSummary):
    """An import that was made."""

    id: UUID
    format: ImportFormat
    file_name: str
    created_at: datetime
    undone_at: datetime | None


class ImportPage(View):
    data: list[ImportRead]
    count: int
    next_cursor: str | None


class UndoResult(View):
    """What undoing an import took away; the same again when it was undone before."""

    id: UUID
    undone_at: datetime
    habits_removed: int
    check_ins_removed: int
    pauses_removed: int
    themes_removed: int
    tasks_removed: int
    routines_removed: int
    sessions_removed: int
    products_removed: int
    batches_removed: int


class ProfileDocument(Body):
    """The account that was exported. Reading a document back does not change the account."""

    email: Short
    full_name: Short
    timezone: Short
    week_start: Weekday
    day_start: Annotated[int, Field(ge=0, le=720)]
    locale: Short
    units: Short
    created_at: datetime


class ExportDocument(Body):
    """Everything of one person; what the first of such documents did not have may be left out."""

    format: Literal["almanac"]
    version: Literal[1]
    exported_at: datetime
    profile: ProfileDocument
    themes: Annotated[list[ThemeDocument], Field(max_length=MAX_THEMES, default_factory=list)]
    habits: Annotated[list[HabitDocument], Field(max_length=MAX_HABITS)]
    pauses: Annotated[list[PauseDocument], Field(max_length=MAX_PAUSES)]
    tasks: Annotated[list[TaskDocument], Field(max_length=MAX_TASKS, default_factory=list)]
    routines: Annotated[list[RoutineDocument], Field(max_length=MAX_ROUTINES, default_factory=list)]
    shelf: ShelfDocument | None = None
