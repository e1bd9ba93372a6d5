"""What the routes of freshness depend on: when, and in which words somebody looks."""

from typing import Annotated, cast

from fastapi import Depends, Request

from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.identity.deps import CurrentUser
from almanac.schedules.times import zone_named


def viewpoint(request: Request, user: CurrentUser) -> Viewpoint:
    """Now, in the person's zone and language."""
    return Viewpoint(
        now=user.now,
        zone=zone_named(user.timezone),
        locale=user.locale,
        configured=cast("str | None", request.app.state.public_url),
        asked=f"{request.url.scheme}://{request.url.netloc}",
    )


ViewpointDep = Annotated[Viewpoint, Depends(viewpoint)]
