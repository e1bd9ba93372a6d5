"""Almanac's own format: everything of a person as one JSON document, and back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.habits.domain.transfer import HabitRecord, PauseRecord
from almanac.habits.schemas.transfer import HabitDocument, PauseDocument
from almanac.habits.service.export import export_habits, export_pauses, record_of
from almanac.identity.domain import SignedIn
from almanac.portability.domain.reading import (
    MAX_CHECK_INS,
    Fault,
    LeftOut,
    Reader,
    Reading,
    Unreadable,
)
from almanac.portability.schemas import EXPORT_VERSION, ExportDocument, ProfileDocument


async def export_everything(session: AsyncSession, person: SignedIn) -> ExportDocument:
    """All that belongs to the person, in a stable order."""
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
        habits=await export_habits(session, person.id),
        pauses=await export_pauses(session, person.id),
    )


def read_document(data: bytes, reader: Reader) -> Reading:
    """Read such a document. Raises `Unreadable`."""
    try:
        document = ExportDocument.model_validate_json(data)
    except ValidationError as exc:
        raise _fault(exc) from exc
    if sum(len(habit.check_ins) for habit in document.habits) > MAX_CHECK_INS:
        raise Unreadable(Fault.TOO_MUCH_DATA, f"The file holds more than {MAX_CHECK_INS} entries")
    keys = _keys(document.habits)
    records = [record_of(habit, keys[habit.id]) for habit in document.habits]
    habits = tuple(_until(record, reader.today) for record in records)
    future = sum(len(record.check_ins) for record in records)
    future -= sum(len(record.check_ins) for record in habits)
    return Reading(
        habits,
        {LeftOut.FUTURE: future} if future else {},
        pauses=tuple(_pause(pause, keys) for pause in document.pauses),
    )


def _keys(habits: Iterable[HabitDocument]) -> dict[UUID, str]:
    keys: dict[UUID, str] = {}
    for habit in habits:
        key = habit.source_key or f"almanac:{habit.id}"
        if habit.id in keys or key in keys.values():
            raise Unreadable(Fault.DAMAGED, f"The habit {habit.name} occurs twice")
        keys[habit.id] = key
    return keys


def _pause(pause: PauseDocument, keys: Mapping[UUID, str]) -> PauseRecord:
    if pause.habit_id is not None and pause.habit_id not in keys:
        raise Unreadable(Fault.DAMAGED, "A pause names a habit that is not in the file")
    key = None if pause.habit_id is None else keys[pause.habit_id]
    return PauseRecord(key, pause.starts_on, pause.ends_on, pause.reason)


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
