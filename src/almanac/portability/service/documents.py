"""Almanac's own format: everything of a person as one JSON document, and back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.freshness.service.export import export_shelf
from almanac.habits.domain.transfer import HabitRecord, PauseRecord
from almanac.habits.schemas.transfer import HabitDocument, PauseDocument
from almanac.habits.service.export import export_habits
from almanac.habits.service.export import record_of as habit_of
from almanac.identity.domain import SignedIn
from almanac.portability.domain.reading import (
    MAX_CHECK_INS,
    MAX_COMPLETIONS,
    MAX_TICKS,
    Fault,
    LeftOut,
    Reader,
    Reading,
    Unreadable,
    refuse_future,
)
from almanac.portability.schemas import EXPORT_VERSION, ExportDocument, ProfileDocument
from almanac.portability.service.shelves import read_shelf
from almanac.tasks.domain.transfer import TaskRecord
from almanac.tasks.schemas.transfer import TaskDocument
from almanac.tasks.service.export import export_tasks
from almanac.tasks.service.export import record_of as task_of
from almanac.themes.domain import ThemeRecord, name_key
from almanac.themes.schemas import ThemeDocument
from almanac.themes.service.transfer import export_themes
from almanac.timetable.domain.checks import routine_faults
from almanac.timetable.domain.transfer import RoutineRecord
from almanac.timetable.schemas.transfer import RoutineDocument, SessionDocument
from almanac.timetable.service.export import export_routines
from almanac.timetable.service.export import record_of as routine_of

Keys = Mapping[UUID, str]
"""What the parts of a document are called, by the ids that it names them by."""


async def export_everything(session: AsyncSession, person: SignedIn) -> ExportDocument:
    """All that belongs to the person, in a stable order: fourteen statements whatever there is."""
    themes = await export_themes(session, person.id)
    habits, pauses = await export_habits(session, person.id, [theme.id for theme in themes])
    return ExportDocument.model_construct(
        format="almanac",
        version=EXPORT_VERSION,
        exported_at=person.now,
        profile=ProfileDocument(
            email=person.email,
            full_name=person.full_name,
            timezone=person.timezone,
            week_start=person.week_start,
            day_start=person.day_start,
            locale=person.locale,
            units=person.units,
            created_at=person.created_at,
        ),
        themes=themes,
        habits=habits,
        pauses=pauses,
        tasks=await export_tasks(session, person.id),
        routines=await export_routines(session, person.id),
        shelf=await export_shelf(session, person.id),
    )


def read_document(data: bytes, reader: Reader) -> Reading:
    """Read such a document. Raises `Unreadable`."""
    try:
        document = ExportDocument.model_validate_json(data)
    except ValidationError as exc:
        raise _fault(exc) from exc
    if sum(len(habit.check_ins) for habit in document.habits) > MAX_CHECK_INS:
        raise Unreadable(Fault.TOO_MUCH_DATA, f"The file holds more than {MAX_CHECK_INS} entries")
    if sum(len(task.completions) for task in document.tasks) > MAX_COMPLETIONS:
        message = f"The file holds more than {MAX_COMPLETIONS} completions"
        raise Unreadable(Fault.TOO_MUCH_DATA, message)
    sessions = (session for routine in document.routines for session in routine.sessions)
    if sum(len(session.ticks) for session in sessions) > MAX_TICKS:
        raise Unreadable(Fault.TOO_MUCH_DATA, f"The file holds more than {MAX_TICKS} ticks")
    themes = _theme_keys(document.themes)
    keys = _keys((habit.id, habit.source_key, habit.name) for habit in document.habits)
    records = [_habit(habit, keys, themes) for habit in document.habits]
    habits = tuple(_until(record, reader.today) for record in records)
    future = sum(len(record.check_ins) for record in records)
    future -= sum(len(record.check_ins) for record in habits)
    return Reading(
        habits,
        {LeftOut.FUTURE: future} if future else {},
        pauses=tuple(_pause(pause, keys, themes) for pause in document.pauses),
        themes=tuple(
            ThemeRecord(themes[theme.id], theme.name, theme.color) for theme in document.themes
        ),
        tasks=_tasks(document.tasks, themes, reader.today),
        routines=_routines(document.routines, themes, reader),
        shelf=None if document.shelf is None else read_shelf(document.shelf, reader),
    )


def _theme_keys(themes: Sequence[ThemeDocument]) -> Keys:
    keys = {theme.id: name_key(theme.name) for theme in themes}
    if len(set(keys.values())) < len(themes):
        raise Unreadable(Fault.DAMAGED, "Two themes have one id or one name")
    return keys


def _keys(parts: Iterable[tuple[UUID, str | None, str]]) -> Keys:
    """The keys of habits or tasks, told by id, the key of their source if any, and name."""
    keys: dict[UUID, str] = {}
    taken: set[str] = set()
    for part_id, source_key, name in parts:
        key = source_key or f"almanac:{part_id}"
        if part_id in keys or key in taken:
            raise Unreadable(Fault.DAMAGED, f"{name} occurs twice")
        keys[part_id] = key
        taken.add(key)
    return keys


def _habit(habit: HabitDocument, keys: Keys, themes: Keys) -> HabitRecord:
    return habit_of(habit, keys[habit.id], _named(habit.theme_id, themes, habit.name, "theme"))


def _tasks(tasks: Sequence[TaskDocument], themes: Keys, today: date) -> tuple[TaskRecord, ...]:
    keys = _keys((task.id, task.source_key, task.title) for task in tasks)
    records = tuple(
        task_of(task, keys[task.id], _named(task.theme_id, themes, task.title, "theme"))
        for task in tasks
    )
    for record in records:
        refuse_future(record.title, record.last_day, record.last_moment, today)
    return records


def _routines(
    routines: Sequence[RoutineDocument], themes: Keys, reader: Reader
) -> tuple[RoutineRecord, ...]:
    keys = _keys((routine.id, routine.source_key, routine.name) for routine in routines)

    def theme_key(session: SessionDocument) -> str | None:
        return _named(session.theme_id, themes, session.subject, "theme")

    records = tuple(
        routine_of(routine, keys[routine.id], reader.week_start, theme_key) for routine in routines
    )
    for record in records:
        name = record.routine.name
        for fault in routine_faults(record.routine):
            raise Unreadable(Fault.DAMAGED, f"{name}: {fault.detail}")
        for tick in record.ticks:
            refuse_future(name, tick.done_on, tick.done_at, reader.today)
    return records


def _pause(pause: PauseDocument, habits: Keys, themes: Keys) -> PauseRecord:
    return PauseRecord(
        _named(pause.habit_id, habits, "A pause", "habit"),
        pause.starts_on,
        pause.ends_on,
        pause.reason,
        theme_key=_named(pause.theme_id, themes, "A pause", "theme"),
        members=tuple(
            key
            for habit_id in pause.habit_ids
            if (key := _named(habit_id, habits, "A pause", "habit")) is not None
        ),
    )


def _named(part_id: UUID | None, keys: Keys, who: str, what: str) -> str | None:
    """The key of what is named by its id. Raises `Unreadable` when the file does not hold it."""
    if part_id is not None and part_id not in keys:
        raise Unreadable(Fault.DAMAGED, f"{who} names a {what} that is not in the file")
    return None if part_id is None else keys[part_id]


def _until(record: HabitRecord, today: date) -> HabitRecord:
    kept = tuple(entry for entry in record.check_ins if entry.day <= today)
    return replace(record, check_ins=kept)


def _fault(exc: ValidationError) -> Unreadable:
    """The first thing that is wrong, told apart as a person would."""
    first = exc.errors(include_url=False, include_input=False)[0]
    place, kind = first["loc"], first["type"]
    if kind == "json_invalid" and "EOF" in first["msg"]:
        return Unreadable(Fault.TRUNCATED, "The end of the document is missing")
    if not place or place == ("format",):
        return Unreadable(Fault.NOT_ALMANAC, "This is not an export of Almanac")
    if place == ("version",):
        message = f"The document has a version that is not known here; known is {EXPORT_VERSION}"
        return Unreadable(Fault.UNKNOWN_SCHEMA_VERSION, message)
    where = "/".join(str(part) for part in place)
    return Unreadable(Fault.DAMAGED, f"{where}: {first['msg']}")
