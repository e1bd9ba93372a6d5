"""Themes on their way out to a file, in from one, and away again when an import is undone."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.ids import new_id
from almanac.themes import models
from almanac.themes.domain import ThemeRecord, name_key
from almanac.themes.schemas import ThemeDocument
from almanac.themes.service import MAX_THEMES, Members, TooManyThemes, leave_theme, load_counts


@dataclass(slots=True)
class ThemeCounts:
    """What an import adds and what is there; `ids` are those of the file's themes, by key."""

    added: list[UUID] = field(default_factory=list)
    present: int = 0
    ids: dict[str, UUID] = field(default_factory=dict)


async def export_themes(session: AsyncSession, user_id: UUID) -> list[ThemeDocument]:
    """Every theme that is not deleted, by name: one statement."""
    row = models.Theme
    statement = select(row).where(row.user_id == user_id, row.deleted_at.is_(None))
    themes = sorted(await session.scalars(statement), key=lambda theme: theme.name_key)
    return [ThemeDocument(id=theme.id, name=theme.name, color=theme.color) for theme in themes]


async def import_themes(
    session: AsyncSession,
    user_id: UUID,
    records: Sequence[ThemeRecord],
    *,
    now: datetime,
    dry_run: bool = False,
) -> ThemeCounts:
    """Add the themes whose names are not there yet; with `dry_run` only count them.

    A theme of the same name, whatever its case, is kept as it is, and held until the commit.
    Raises `TooManyThemes`.
    """
    if not records:
        return ThemeCounts()
    there = await _by_name(session, user_id, lock=not dry_run)
    fresh = [record for record in records if name_key(record.name) not in there]
    if fresh and len(there) + len(fresh) > MAX_THEMES:
        raise TooManyThemes
    made = {name_key(record.name): new_id() for record in fresh}
    if fresh and not dry_run:
        await _insert(session, user_id, fresh, made, now)
        # Another request may have made one of these names since we looked.
        there = await _by_name(session, user_id, lock=True)
    found = made | there
    ids = {record.key: found[name_key(record.name)] for record in records}
    added = [theme_id for theme_id in ids.values() if theme_id in made.values()]
    return ThemeCounts(added, len(records) - len(added), ids)


async def hold_themes(session: AsyncSession, user_id: UUID, theme_ids: Collection[UUID]) -> None:
    """Lock themes before what belongs to them, as whoever deletes one does."""
    row = models.Theme
    statement = select(row.id).where(row.user_id == user_id, row.id.in_(theme_ids))
    await session.execute(statement.order_by(row.id).with_for_update(key_share=True))


async def delete_empty_themes(
    session: AsyncSession,
    user_id: UUID,
    theme_ids: Collection[UUID],
    members: Members,
    *,
    now: datetime,
) -> int:
    """Delete those of these themes that nothing belongs to but what is deleted itself."""
    row = models.Theme
    statement = select(row).where(
        row.user_id == user_id, row.id.in_(theme_ids), row.deleted_at.is_(None)
    )
    themes = list(await session.scalars(statement))
    counts = await load_counts(session, user_id, members)
    used = {theme_id for area in counts.values() for theme_id, each in area.items() if each.all}
    empty = [theme for theme in themes if theme.id not in used]
    for theme in empty:
        await leave_theme(session, theme, members, now=now)
    await session.flush()
    return len(empty)


async def _by_name(session: AsyncSession, user_id: UUID, *, lock: bool) -> dict[str, UUID]:
    row = models.Theme
    statement = (
        select(row.name_key, row.id)
        .where(row.user_id == user_id, row.deleted_at.is_(None))
        .order_by(row.id)
    )
    found = await session.execute(statement.with_for_update(read=True) if lock else statement)
    return {each.name_key: each.id for each in found}


async def _insert(
    session: AsyncSession,
    user_id: UUID,
    records: Sequence[ThemeRecord],
    ids: dict[str, UUID],
    now: datetime,
) -> None:
    """Add themes, but for those whose names are taken."""
    connection = await session.connection()
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    rows = [
        {
            "user_id": user_id,
            "id": ids[key],
            "name": record.name,
            "name_key": key,
            "color": record.color,
            "created_at": now,
            "updated_at": now,
        }
        for key, record in ((name_key(record.name), record) for record in records)
    ]
    await session.execute(dialect.insert(models.Theme).values(rows).on_conflict_do_nothing())
