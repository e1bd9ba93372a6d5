"""Use cases of themes, and what features need of them: marks, checks, the seam of members."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.day import ThemeMark
from almanac.core.errors import invalid_field
from almanac.themes import models

# What a list shows: all, those of one theme, or those without a theme.
ThemeFilter = UUID | Literal["none"] | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many things of one area a theme has, and how many of them are not over yet."""

    all: int
    active: int


class ThemeMembers(Protocol):
    """Things of one area that can belong to a theme; a feature's module is one.

    The theme's row is locked before any of these is called to change something.
    """

    area: str

    async def counts(self, session: AsyncSession, user_id: UUID) -> Mapping[UUID, Counts]:
        """How many there are by theme, in one statement; a theme without any may be left out."""

    async def leave(self, session: AsyncSession, user_id: UUID, theme_id: UUID) -> list[UUID]:
        """Take all of them out of a theme, those that are deleted too, and answer which."""

    async def rejoin(
        self, session: AsyncSession, user_id: UUID, theme_id: UUID, ids: Sequence[UUID]
    ) -> None:
        """Put those of `ids` back that are still there and have no other theme meanwhile."""


async def load_marks(session: AsyncSession, user_id: UUID) -> dict[UUID, ThemeMark]:
    """What is shown of each of a person's themes, by id: one statement."""
    row = models.Theme
    statement = select(row.id, row.name, row.color).where(
        row.user_id == user_id, row.deleted_at.is_(None)
    )
    return {mark.id: ThemeMark.model_validate(mark) for mark in await session.execute(statement)}


async def require_theme(
    session: AsyncSession, user_id: UUID, theme_id: UUID, pointer: str = "/body/theme_id"
) -> None:
    """Refuse a theme that is not there, or is another person's; else hold it until the commit.

    To be asked before anything is locked that is to belong to it: whoever deletes a theme locks
    it first, then what belongs to it.
    """
    row = models.Theme
    found = await session.scalar(
        select(row.id)
        .where(row.user_id == user_id, row.id == theme_id, row.deleted_at.is_(None))
        .with_for_update(read=True)
    )
    if found is None:
        raise invalid_field(pointer, "theme_not_found", "There is no such theme")


def check_filter(wanted: ThemeFilter, marks: Mapping[UUID, ThemeMark]) -> None:
    """Refuse a filter by a theme that is not among a person's own."""
    if isinstance(wanted, UUID) and wanted not in marks:
        raise invalid_field("/query/theme_id", "theme_not_found", "There is no such theme")
