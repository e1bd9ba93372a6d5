"""Bodies of themes."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, TypeAdapter, ValidationError

from almanac.core.fields import Color
from almanac.core.schema import Body, Patch, View
from almanac.core.text import Line

Name = Annotated[Line, Field(min_length=1, max_length=24)]


_NAME = TypeAdapter[str](Name)


def is_theme_name(text: str) -> bool:
    """Whether a theme can be called so."""
    try:
        _NAME.validate_python(text)
    except ValidationError:
        return False
    return True


class ThemeCreate(Body):
    """A new theme; its name is the only one of its kind, whatever the case."""

    name: Name
    color: Color


class ThemeUpdate(Patch):
    """Fields to change; what is left out stays."""

    name: Name | None = None
    color: Color | None = None


class ThemeRead(View):
    """A theme, and how much is gathered under it; what was deleted is not counted."""

    id: UUID
    name: str
    color: str
    tasks_count: int
    open_tasks_count: int
    habits_count: int
    active_habits_count: int = Field(description="Those that are not archived")
    sessions_count: int = Field(description="Sessions of the timetable")
    created_at: datetime
    updated_at: datetime


class ThemeList(View):
    data: list[ThemeRead]
    count: int
    next_cursor: str | None


class ThemeDocument(Body):
    """A theme as Almanac's own export writes it and its import reads it back."""

    id: UUID
    name: Name
    color: Color
