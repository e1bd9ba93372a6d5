"""Bodies of quick add. Places in a line are counted in Unicode code points, as Python does."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, NaiveDatetime
from pydantic_core import PydanticCustomError

from almanac.core.fields import FIRST_DATE, LAST_DATE
from almanac.core.schema import Body, View
from almanac.core.text import Verbatim
from almanac.schedules.schemas import Schedule
from almanac.tasks.domain.model import Priority
from almanac.tasks.domain.quick_add import PartKind

MAX_LINE = 500
MAX_IGNORED = 100

Place = Annotated[int, Field(ge=0, le=MAX_LINE)]


def _within_the_calendar(now: NaiveDatetime) -> NaiveDatetime:
    if not FIRST_DATE <= now.date() <= LAST_DATE:
        raise PydanticCustomError("date_out_of_range", "Use a date from 1900 to 2200")
    return now


WallClock = Annotated[NaiveDatetime, AfterValidator(_within_the_calendar)]


class QuickAddLine(Body):
    """A task in one line, as it was typed."""

    text: Annotated[Verbatim, Field(min_length=1, max_length=MAX_LINE)]
    now: WallClock | None = Field(
        default=None,
        description="The clock on the wall to read it by, without a zone; the present one if left"
        " out",
        examples=["2025-06-24T10:00"],
    )
    ignore: list[tuple[Place, Place]] = Field(
        default_factory=list,
        max_length=MAX_IGNORED,
        description="Spans, from and up to, in code points, in which nothing is recognised",
        examples=[[[9, 21]]],
    )


class QuickAddTheme(View):
    """The theme that was named; without an id there is none of this name yet."""

    name: str
    id: UUID | None
    color: str = Field(description="Of the theme, or the one that a new one is given")


class QuickAddPart(View):
    """A recognised piece of the line, `start` up to `end` in code points, and what it says."""

    kind: PartKind
    start: int
    end: int
    value: str


class QuickAddRead(View):
    """The line as a task; what is null was not said."""

    title: str
    due: str | None = Field(description="`YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`")
    schedule: Schedule | None
    priority: Priority | None
    theme: QuickAddTheme | None
    parts: list[QuickAddPart]
