"""Bodies of feeds."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field

from almanac.core.schema import Body, Patch, View
from almanac.feeds.domain import Area


def _in_order(areas: list[Area]) -> list[Area]:
    return [area for area in Area if area in areas]


Areas = Annotated[list[Area], Field(min_length=1, max_length=20), AfterValidator(_in_order)]


class FeedCreate(Body):
    """A link to the person's calendar, or with `routine_id` to that of one routine.

    Without `areas` a new one has timetable, habits and tasks, and one that is there keeps its own.
    """

    areas: Areas | None = None
    routine_id: UUID | None = None


class FeedUpdate(Patch):
    """What the calendar shows from now on."""

    areas: Areas | None = None


class FeedRead(View):
    """A link to a calendar; `webcal_url` is the one that calendar programs open by themselves."""

    id: UUID
    url: str
    webcal_url: str
    areas: list[Area]
    routine_id: UUID | None
    created_at: datetime


class FeedList(View):
    data: list[FeedRead]
    count: int
    next_cursor: str | None
