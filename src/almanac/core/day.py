"""The shape of a day's entries, which every area contributes to and Today puts in order."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from almanac.core.schema import View


class EntryState(StrEnum):
    """Where an entry of a day stands."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"
    MISSED = "missed"
    CANCELLED = "cancelled"
    OVERDUE = "overdue"
    ATTENTION = "attention"


class Urgency(StrEnum):
    """How pressing an entry is, most pressing first."""

    OVERDUE = "overdue"
    DUE = "due"
    CAN_WAIT = "can_wait"


class ThemeMark(View):
    """What is shown of the theme that something belongs to."""

    id: UUID
    name: str
    color: str


class DayEntry(View):
    """What every entry of a day has; each area adds its own fields under its own `kind`."""

    id: UUID
    title: str
    at: str | None
    until: str | None
    state: EntryState
    urgency: Urgency
    color: str | None
    theme: ThemeMark | None
    actions: list[str]

    @property
    def minute(self) -> int | None:
        """Where it stands in the day: minutes after the midnight of its date, if at any time."""
        return None if self.at is None else 60 * int(self.at[:2]) + int(self.at[3:])

    @property
    def is_counted(self) -> bool:
        """Whether the day's progress takes note of it."""
        return True


class DayProgress(View):
    """How much of a day is done: `done` of `total`; what can wait or was skipped is left out."""

    done: int
    total: int


class DaySummary(View):
    """The progress of one day among several."""

    date: date
    done: int
    total: int
