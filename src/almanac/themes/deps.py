"""What routes depend on of themes: whose members they have, and the filter that lists share."""

from typing import Annotated, Any, cast

from fastapi import Depends, Query, Request
from pydantic import ValidationError, ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import PydanticCustomError

from almanac.themes.service import ThemeFilter
from almanac.themes.service.members import ThemeMembers


def theme_members(request: Request) -> tuple[ThemeMembers, ...]:
    """What the composition root gathered under themes."""
    return cast("tuple[ThemeMembers, ...]", request.app.state.theme_members)


def _id_or_none(value: Any, read: ValidatorFunctionWrapHandler) -> Any:
    """One refusal at the parameter, in the place of one for each form that it can take."""
    try:
        return read(value)
    except ValidationError as exc:
        detail = "Use the id of a theme, or none for what has no theme"
        raise PydanticCustomError("theme_filter", detail) from exc


MembersDep = Annotated[tuple[ThemeMembers, ...], Depends(theme_members)]
ThemeFilterDep = Annotated[
    ThemeFilter,
    WrapValidator(_id_or_none),
    Query(alias="theme_id", description="Those of a theme, or `none` for those without one"),
]
