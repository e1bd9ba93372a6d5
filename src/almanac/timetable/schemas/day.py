"""A session as an entry of a day."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import Field

from almanac.core.day import DayEntry
from almanac.core.schema import View
from almanac.timetable.domain.model import CancelScope, SessionKind


class RoutineMark(View):
    """The routine that a session belongs to."""

    id: UUID
    name: str


class SessionEntry(DayEntry):
    """A session that takes place on the day, was cancelled, or was moved away from it.

    `at` and `until` are the clock on the wall. A class is done when it is over; a task, when it was
    ticked.
    """

    kind: Literal["session"] = "session"
    session_kind: SessionKind
    routine: RoutineMark
    planned_on: date = Field(description="The date that cancelling and ticking know it by")
    on: date = Field(description="The date on which it stands; before the day for what runs on")
    starts: int = Field(
        description="Minutes after the midnight of the day's date: beyond 1440 after the next one, "
        "below 0 before it"
    )
    minutes: int
    location: str
    note: str
    cancelled_by: CancelScope | None
    reason: str = Field(description="Why it was cancelled, or the name of the holiday")
    moved_to: date | None
    is_running_on: bool = Field(
        description="Began on the day before, where it is counted, and goes on into this one"
    )

    @property
    def minute(self) -> int:
        """Where it stands in the day."""
        return self.starts

    @property
    def is_counted(self) -> bool:
        """A class is nothing to be done; what runs on counts where it began."""
        return self.session_kind is SessionKind.TASK and not self.is_running_on
