"""Use cases of themes, and what features need of them: marks and checks."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.day import ThemeMark
from almanac.core.errors import Conflict, FieldError, NotFound, invalid_field
from almanac.core.ids import new_id
from almanac.core.pagination import Paging, paginate
from almanac.themes import models
from almanac.themes.domain import free_color, name_key
from almanac.themes.schemas import ThemeCreate, ThemeList, ThemeRead, ThemeUpdate
from almanac.themes.service.members import NONE_AT_ALL, Counts, ThemeMembers

MAX_THEMES = 200
# What a list shows: all, those of one theme, or those without a theme.
ThemeFilter = UUID | Literal["none"] | None


class ThemeNotFound(NotFound):
    code, title = "theme_not_found", "No such theme"


class ThemeNameTaken(Conflict):
    code, title = "theme_name_taken", "There is a theme of this name already"


class TooManyThemes(Conflict):
    code, title = "too_many_themes", "There are 200 themes already; delete some first"


Members = Sequence[ThemeMembers]


async def list_themes(
    session: AsyncSession, user_id: UUID, members: Members, paging: Paging
) -> ThemeList:
    """The themes of a person by name, a page at a time: one statement, and one for each area."""
    row = models.Theme
    statement = select(row).where(row.user_id == user_id, row.deleted_at.is_(None))
    themes = sorted(await session.scalars(statement), key=lambda theme: theme.name_key)
    page = paginate(themes, paging)
    counts = await load_counts(session, user_id, members)
    data = [_view(theme, counts) for theme in page.data]
    return ThemeList(data=data, count=page.count, next_cursor=page.next_cursor)


async def get_theme(
    session: AsyncSession, user_id: UUID, theme_id: UUID, members: Members
) -> ThemeRead:
    """One theme. Raises `ThemeNotFound`."""
    theme = await _find(session, user_id, theme_id)
    if theme is None or theme.deleted_at is not None:
        raise ThemeNotFound
    return _view(theme, await load_counts(session, user_id, members))


async def create_theme(
    session: AsyncSession, user_id: UUID, data: ThemeCreate, *, now: datetime
) -> ThemeRead:
    """Add a theme. Raises `ThemeNameTaken`, `TooManyThemes`."""
    await _require_room(session, user_id)
    theme = models.Theme(
        user_id=user_id,
        id=new_id(),
        name=data.name,
        name_key=name_key(data.name),
        color=data.color,
        created_at=now,
        updated_at=now,
    )
    session.add(theme)
    await _flush_with_name(session, "/body/name")
    return _view(theme, {})


async def update_theme(
    session: AsyncSession,
    user_id: UUID,
    theme_id: UUID,
    data: ThemeUpdate,
    members: Members,
    *,
    now: datetime,
) -> ThemeRead:
    """Change the given fields. Raises `ThemeNotFound`, `ThemeNameTaken`."""
    theme = await _find(session, user_id, theme_id, lock=True)
    if theme is None or theme.deleted_at is not None:
        raise ThemeNotFound
    if data.name is not None:
        theme.name, theme.name_key = data.name, name_key(data.name)
    if data.color is not None:
        theme.color = data.color
    theme.updated_at = now
    await _flush_with_name(session, "/body/name")
    return _view(theme, await load_counts(session, user_id, members))


async def delete_theme(
    session: AsyncSession, user_id: UUID, theme_id: UUID, members: Members, *, now: datetime
) -> None:
    """Delete a theme so that it can be restored; what belongs to it stays, without a theme.

    Deleting twice changes nothing. Raises `ThemeNotFound`.
    """
    theme = await _find(session, user_id, theme_id, lock=True)
    if theme is None:
        raise ThemeNotFound
    if theme.deleted_at is not None:
        return
    await leave_theme(session, theme, members, now=now)
    await session.flush()


async def leave_theme(
    session: AsyncSession, theme: models.Theme, members: Members, *, now: datetime
) -> None:
    """Delete a theme that is locked, remembering what left it."""
    theme.left = {
        each.area: [str(gone) for gone in await each.leave(session, theme.user_id, theme.id)]
        for each in members
    }
    theme.deleted_at = theme.updated_at = now


async def restore_theme(
    session: AsyncSession, user_id: UUID, theme_id: UUID, members: Members, *, now: datetime
) -> ThemeRead:
    """Bring a deleted theme back with what left it; one that is there stays as it is.

    What has another theme meanwhile keeps that. Raises `ThemeNotFound`, `ThemeNameTaken` when
    another has taken its name, `TooManyThemes`.
    """
    theme = await _find(session, user_id, theme_id, lock=True)
    if theme is None:
        raise ThemeNotFound
    if theme.deleted_at is not None:
        await _require_room(session, user_id)
        left = theme.left or {}
        theme.deleted_at, theme.left, theme.updated_at = None, None, now
        await _flush_with_name(session, None)
        for each in members:
            ids = [UUID(gone) for gone in left.get(each.area, ())]
            await each.rejoin(session, user_id, theme_id, ids)
    return _view(theme, await load_counts(session, user_id, members))


async def load_marks(session: AsyncSession, user_id: UUID) -> dict[UUID, ThemeMark]:
    """What is shown of each of a person's themes, by id: one statement."""
    row = models.Theme
    statement = select(row.id, row.name, row.color).where(
        row.user_id == user_id, row.deleted_at.is_(None)
    )
    return {mark.id: ThemeMark.model_validate(mark) for mark in await session.execute(statement)}


def find_by_name(marks: Collection[ThemeMark], name: str) -> ThemeMark | None:
    """The theme of this name, whatever its case."""
    key = name_key(name)
    return next((mark for mark in marks if name_key(mark.name) == key), None)


def suggest_color(marks: Collection[ThemeMark]) -> str:
    """A colour for one theme more."""
    return free_color([mark.color for mark in marks])


async def require_theme(
    session: AsyncSession,
    user_id: UUID,
    theme_id: UUID,
    pointer: str = "/body/theme_id",
    *,
    member: tuple[str, UUID] | None = None,
) -> bool:
    """Refuse a theme that is not there, or is another person's; else hold it until the commit.

    To be asked before anything is locked that is to belong to it: whoever deletes a theme locks
    it first, then what belongs to it. False for one that was deleted while `member` (its area and
    id) belonged to it: who names it then speaks of what was before, as a write sent again does.
    """
    row = models.Theme
    statement = select(row.deleted_at, row.left).where(row.user_id == user_id, row.id == theme_id)
    found = (await session.execute(statement.with_for_update(read=True))).one_or_none()
    if found is not None and found.deleted_at is None:
        return True
    left = {} if found is None else found.left or {}
    if member is None or str(member[1]) not in left.get(member[0], ()):
        raise invalid_field(pointer, "theme_not_found", "There is no such theme")
    return False


def check_filter(wanted: ThemeFilter, marks: Mapping[UUID, ThemeMark]) -> None:
    """Refuse a filter by a theme that is not among a person's own."""
    if isinstance(wanted, UUID) and wanted not in marks:
        raise invalid_field("/query/theme_id", "theme_not_found", "There is no such theme")


def passes_filter(wanted: ThemeFilter, theme_id: UUID | None) -> bool:
    """Whether a list that is filtered so shows what belongs to this theme."""
    if wanted is None:
        return True
    return theme_id == (None if wanted == "none" else wanted)


async def _find(
    session: AsyncSession, user_id: UUID, theme_id: UUID, *, lock: bool = False
) -> models.Theme | None:
    """A theme of this person, deleted or not; `lock` holds it until the commit."""
    row = models.Theme
    statement = select(row).where(row.user_id == user_id, row.id == theme_id)
    if lock:
        # Its key stays: whoever writes a member that names it, which reads the key, goes on.
        statement = statement.with_for_update(key_share=True)
    return await session.scalar(statement)


async def _require_room(session: AsyncSession, user_id: UUID) -> None:
    """Refuse one theme too many. Of several who count at once each waits for the one before."""
    row = models.Theme
    first = select(row.id).where(row.user_id == user_id).order_by(row.id).limit(1)
    await session.execute(first.with_for_update(key_share=True))
    statement = select(func.count()).where(row.user_id == user_id, row.deleted_at.is_(None))
    if (await session.scalar(statement) or 0) >= MAX_THEMES:
        raise TooManyThemes


async def _flush_with_name(session: AsyncSession, pointer: str | None) -> None:
    """Write a theme; of two that take one name at once, the index lets one through."""
    try:
        await session.flush()
    except IntegrityError as exc:
        detail = "There is a theme of this name already"
        errors = () if pointer is None else (FieldError(pointer, ThemeNameTaken.code, detail),)
        raise ThemeNameTaken(errors=errors) from exc


async def load_counts(
    session: AsyncSession, user_id: UUID, members: Members
) -> dict[str, Mapping[UUID, Counts]]:
    """How many things the themes of a person have, by area."""
    return {each.area: await each.counts(session, user_id) for each in members}


def _view(theme: models.Theme, counts: Mapping[str, Mapping[UUID, Counts]]) -> ThemeRead:
    tasks = counts.get("tasks", {}).get(theme.id, NONE_AT_ALL)
    habits = counts.get("habits", {}).get(theme.id, NONE_AT_ALL)
    sessions = counts.get("sessions", {}).get(theme.id, NONE_AT_ALL)
    return ThemeRead(
        id=theme.id,
        name=theme.name,
        color=theme.color,
        tasks_count=tasks.all,
        open_tasks_count=tasks.active,
        habits_count=habits.all,
        active_habits_count=habits.active,
        sessions_count=sessions.active,
        created_at=theme.created_at,
        updated_at=theme.updated_at,
    )
