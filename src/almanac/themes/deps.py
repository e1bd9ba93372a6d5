"""What routes depend on of themes: whose members they have, and the filter that lists share."""

from typing import Annotated, cast

from fastapi import Depends, Query, Request

from almanac.themes.service import ThemeFilter, ThemeMembers


def theme_members(request: Request) -> tuple[ThemeMembers, ...]:
    """What the composition root gathered under themes."""
    return cast("tuple[ThemeMembers, ...]", request.app.state.theme_members)


MembersDep = Annotated[tuple[ThemeMembers, ...], Depends(theme_members)]
ThemeFilterDep = Annotated[
    ThemeFilter, Query(alias="theme_id", description="Those of a theme, or `none` without one")
]
