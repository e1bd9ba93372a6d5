"""Bodies of themes."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, TypeAdapter, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from almanac.core.fields import Color
from almanac.core.schema import Body, View
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


class ThemeUpdate(Body):
    """Fields to change; what is left out stays."""

    name: Name | None = None
    color: Color | None = None

    @model_validator(mode="after")
    def _keeps_what_is_required(self) -> Self:
        for name in sorted(self.model_fields_set):
            if getattr(self, name) is None:
                raise PydanticCustomError("required", "{field} cannot be empty", {"field": name})
        return self


class ThemeRead(View):
    """A theme, and how much is gathered under it; what was deleted is not counted."""

    id: UUID
    name: str
    color: str
    tasks_count: int
    open_tasks_count: int
    habits_count: int
    active_habits_count: int = Field(description="Those that are not archived")
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
