"""What the routes of the timetable depend on: when and how the person looks at it."""

from typing import Annotated

from fastapi import Depends, Request

from almanac.core.http.content import public_origin
from almanac.identity.deps import CurrentUser
from almanac.schedules.times import zone_named
from almanac.timetable.domain.viewpoint import Viewpoint


def viewpoint(request: Request, user: CurrentUser) -> Viewpoint:
    """Now, by the person's days and weeks."""
    return Viewpoint(
        now=user.now,
        today=user.today,
        week_start=user.week_start,
        origin=public_origin(request),
        zone=zone_named(user.timezone),
        day_start=user.day_start,
    )


ViewpointDep = Annotated[Viewpoint, Depends(viewpoint)]
