"""What the routes of the timetable depend on: when and how the person looks at it."""

from typing import Annotated

from fastapi import Depends, Request

from almanac.core.http.content import public_origin
from almanac.identity.deps import CurrentUser
from almanac.timetable.domain.viewpoint import Viewpoint


def viewpoint(request: Request, user: CurrentUser) -> Viewpoint:
    """Now, by the person's date and weeks."""
    return Viewpoint(user.now, user.today, user.week_start, public_origin(request))


ViewpointDep = Annotated[Viewpoint, Depends(viewpoint)]
