"""What belongs to themes: what themes ask of an area, and the answer of a table with a theme."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession


@dataclass(frozen=True, slots=True)
class Counts:
    """How many things of one area a theme has, and how many of them are not over yet."""

    all: int
    active: int


NONE_AT_ALL = Counts(0, 0)


class ThemeMembers(Protocol):
    """Things of one area that can belong to a theme.

    The theme's row is locked before any of these is called to change something.
    """

    @property
    def area(self) -> str: ...

    async def counts(self, session: AsyncSession, user_id: UUID) -> Mapping[UUID, Counts]:
        """How many there are by theme, in one statement; a theme without any may be left out."""

    async def leave(self, session: AsyncSession, user_id: UUID, theme_id: UUID) -> list[UUID]:
        """Take all of them out of a theme, those that are deleted too, and answer which."""

    async def rejoin(
        self, session: AsyncSession, user_id: UUID, theme_id: UUID, ids: Sequence[UUID]
    ) -> None:
        """Put those of `ids` back that are still there and have no other theme meanwhile."""


@dataclass(frozen=True, slots=True)
class RowsWithTheme:
    """The rows of a table with `user_id`, `id`, `theme_id` and `deleted_at` as members of themes.

    `is_active` tells which of them are not over yet.
    """

    area: str
    row: type[Any]
    is_active: ColumnElement[bool]

    async def counts(self, session: AsyncSession, user_id: UUID) -> Mapping[UUID, Counts]:
        row = self.row
        statement = (
            select(row.theme_id, func.count(), func.count().filter(self.is_active))
            .where(row.user_id == user_id, row.theme_id.is_not(None), row.deleted_at.is_(None))
            .group_by(row.theme_id)
        )
        found = await session.execute(statement)
        return {theme_id: Counts(*numbers) for theme_id, *numbers in found}

    async def leave(self, session: AsyncSession, user_id: UUID, theme_id: UUID) -> list[UUID]:
        # Deleted ones too, for they can be restored.
        ids = await self._lock(session, user_id, self.row.theme_id == theme_id)
        await self._move(session, user_id, ids, None)
        return ids

    async def rejoin(
        self, session: AsyncSession, user_id: UUID, theme_id: UUID, ids: Sequence[UUID]
    ) -> None:
        row = self.row
        free = await self._lock(session, user_id, row.id.in_(ids) & row.theme_id.is_(None))
        await self._move(session, user_id, free, theme_id)

    async def _lock(
        self, session: AsyncSession, user_id: UUID, which: ColumnElement[bool]
    ) -> list[UUID]:
        """In the order of ids, as everybody does who locks several."""
        row = self.row
        statement = select(row.id).where(row.user_id == user_id, which).order_by(row.id)
        return list(await session.scalars(statement.with_for_update()))

    async def _move(
        self, session: AsyncSession, user_id: UUID, ids: Sequence[UUID], theme_id: UUID | None
    ) -> None:
        row = self.row
        await session.execute(
            update(row).where(row.user_id == user_id, row.id.in_(ids)).values(theme_id=theme_id),
            execution_options={"synchronize_session": False},
        )
