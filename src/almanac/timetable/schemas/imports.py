"""Bodies that tell what becomes of a file of a timetable."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import Field

from almanac.core.fields import WallTime
from almanac.core.schema import View
from almanac.schedules.rules import Weekday
from almanac.timetable.domain.importing import LeftOut
from almanac.timetable.domain.model import SessionKind
from almanac.timetable.schemas.session import CancellationRead, MoveRead, WarningRead

MAX_TOLD = 1000


class ImportedRoutine(View):
    """The routine that a file goes into; `is_new` when it is made for it."""

    id: UUID | None = Field(description="Null for one that is not made yet")
    name: str
    is_new: bool
    rotation_weeks: int
    valid_from: date | None
    valid_to: date | None
    holidays: int


class ImportedSession(View):
    """What becomes of an entry of the file, which begins in `line`.

    One that is left out says why in `reason`, and a row of a table also which `field` is wrong;
    `first_on` is then the day it begins on, if any. `session_id` is the session that is there, or
    that was added.
    """

    outcome: Literal["added", "present", "left_out"]
    line: int
    uid: str
    subject: str
    reason: LeftOut | None
    field: str | None
    detail: str | None
    first_on: date | None
    session_id: UUID | None
    kind: SessionKind | None
    weekday: Weekday | None
    week: int | None
    starts: WallTime | None
    minutes: int | None
    location: str | None
    cancellations: list[CancellationRead]
    moves: list[MoveRead]
    warnings: list[WarningRead]
