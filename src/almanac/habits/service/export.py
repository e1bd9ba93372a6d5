"""All habits of a person as documents, and documents as habits again."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.habits import models, queries
from almanac.habits.domain.model import ScheduleVersion
from almanac.habits.domain.transfer import CheckInRecord, HabitRecord
from almanac.habits.schemas.transfer import (
    CheckInDocument,
    HabitDocument,
    PauseDocument,
    VersionDocument,
)
from almanac.habits.service.views import from_thousandths, to_thousandths
from almanac.schedules.schemas import rule_of, schedule_of


async def export_habits(
    session: AsyncSession, user_id: UUID, themes: Sequence[UUID]
) -> tuple[list[HabitDocument], list[PauseDocument]]:
    """Every habit that is not deleted, in manual order, its history oldest first; and the pauses.

    `themes` are those that are not deleted, in their order. Four statements whatever there is.
    """
    habits = await queries.list_habits(session, user_id)
    versions = await queries.load_versions(session, user_id)
    check_ins = await _check_ins(session, user_id)
    documents = [
        _document(habit, versions[habit.id], check_ins.get(habit.id, ())) for habit in habits
    ]
    return documents, await _pauses(session, user_id, [habit.id for habit in habits], themes)


async def _pauses(
    session: AsyncSession, user_id: UUID, habits: Sequence[UUID], themes: Sequence[UUID]
) -> list[PauseDocument]:
    """Every pause, oldest first, for those of its habits that are not deleted.

    Ties come in an order that does not depend on ids, which another account gives anew.
    """
    places = {part: place for parts in (habits, themes) for place, part in enumerate(parts)}
    pauses = [
        document
        for pause, members in await queries.list_pauses(session, user_id)
        for document in _pause_documents(
            pause, sorted(filter(places.__contains__, members), key=places.__getitem__), themes
        )
        if document.habit_id is None or document.habit_id in places
    ]

    def order(pause: PauseDocument) -> tuple[date, date, list[int], str]:
        scope = (pause.habit_id, pause.theme_id, *pause.habit_ids)
        ranks = [-1 if part is None else places[part] for part in scope]
        return pause.starts_on, pause.ends_on or date.max, ranks, pause.reason

    return sorted(pauses, key=order)


def _pause_documents(
    pause: models.Pause, members: list[UUID], themes: Sequence[UUID]
) -> list[PauseDocument]:
    """A pause as one document; that of a theme which is gone as one for each of its habits."""
    scopes: list[tuple[UUID | None, UUID | None, list[UUID]]]
    if pause.theme_id in themes:
        scopes = [(None, pause.theme_id, members)] if members else []
    else:
        scopes = [(habit_id, None, []) for habit_id in queries.paused_habits(pause, members)]
    return [
        PauseDocument.model_construct(
            habit_id=habit_id,
            theme_id=theme_id,
            habit_ids=habit_ids,
            starts_on=pause.starts_on,
            ends_on=pause.ends_on,
            reason=pause.reason,
        )
        for habit_id, theme_id, habit_ids in scopes
    ]


def record_of(document: HabitDocument, key: str, theme_key: str | None) -> HabitRecord:
    """A habit read from a document, under this key."""
    versions = sorted(document.versions, key=lambda version: version.effective_from)
    check_ins = sorted(document.check_ins, key=lambda check_in: check_in.date)
    return HabitRecord(
        key=key,
        id=document.id,
        name=document.name,
        description=document.description,
        kind=document.kind,
        unit=document.unit,
        no_entry_is_zero=document.no_entry_is_zero,
        color=document.color,
        reminders=tuple(document.reminders),
        starts_on=document.starts_on,
        ends_on=document.ends_on,
        completions_limit=document.completions_limit,
        archived_on=document.archived_on,
        theme_key=theme_key,
        versions=tuple(_version(version) for version in versions),
        check_ins=tuple(
            CheckInRecord(entry.date, entry.status, to_thousandths(entry.amount), entry.note)
            for entry in check_ins
        ),
    )


def _version(document: VersionDocument) -> ScheduleVersion:
    return ScheduleVersion(
        effective_from=document.effective_from,
        rule=rule_of(document.schedule),
        target=to_thousandths(document.target),
        target_kind=document.target_kind,
        target_per=document.target_per,
        week_start=document.week_start,
    )


async def _check_ins(
    session: AsyncSession, user_id: UUID
) -> Mapping[UUID, Sequence[CheckInDocument]]:
    row = models.CheckIn
    statement = (
        select(row.habit_id, row.local_date, row.status, row.amount, row.note)
        .where(row.user_id == user_id)
        .order_by(row.local_date)
    )
    found: dict[UUID, list[CheckInDocument]] = defaultdict(list)
    for habit_id, day, status, amount, note in await session.execute(statement):
        found[habit_id].append(
            CheckInDocument.model_construct(
                date=day, status=status, amount=from_thousandths(amount), note=note
            )
        )
    return found


def _document(
    habit: models.Habit,
    versions: Sequence[ScheduleVersion],
    check_ins: Sequence[CheckInDocument],
) -> HabitDocument:
    # Rows were checked when they were written; checking years of them again takes seconds.
    return HabitDocument.model_construct(
        id=habit.id,
        source_key=habit.import_key,
        name=habit.name,
        description=habit.description,
        kind=habit.kind,
        unit=habit.unit,
        no_entry_is_zero=habit.no_entry_is_zero,
        color=habit.color,
        reminders=habit.reminders,
        starts_on=habit.starts_on,
        ends_on=habit.ends_on,
        completions_limit=habit.completions_limit,
        archived_on=habit.archived_on,
        theme_id=habit.theme_id,
        versions=[
            VersionDocument.model_construct(
                effective_from=version.effective_from,
                schedule=schedule_of(version.rule),
                week_start=version.week_start,
                target=from_thousandths(version.target),
                target_kind=version.target_kind,
                target_per=version.target_per,
            )
            for version in versions
        ],
        check_ins=list(check_ins),
    )
