"""What the routes of tasks depend on: the moment as the person sees it."""

from typing import Annotated

from fastapi import Depends

from almanac.identity.deps import CurrentUser
from almanac.schedules.times import zone_named
from almanac.tasks.domain.model import Moment


def present_moment(user: CurrentUser) -> Moment:
    """Now, by the person's date and the clock on their wall."""
    return Moment(user.now, user.today, zone_named(user.timezone))


MomentDep = Annotated[Moment, Depends(present_moment)]
