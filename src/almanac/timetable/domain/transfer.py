"""Whole routines on their way in from a file or out to one, free of rows of this database."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from almanac.timetable.domain.model import Routine, Session


@dataclass(frozen=True, slots=True)
class TickRecord:
    """That a planned date of a task was done."""

    planned_on: date
    done_on: date
    done_at: datetime


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A session with everything that was said of its dates.

    `key` names it at its source; `theme_key` names a theme of the same file. The ids of the values
    are those of the file.
    """

    key: str
    session: Session
    created_at: datetime
    theme_key: str | None = None
    ticks: tuple[TickRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class RoutineRecord:
    """A routine with its sessions; `routine` itself holds none.

    `key` names it at its source, for ever and uniquely within a file; `id` is its id here, for one
    that came from Almanac itself.
    """

    key: str
    routine: Routine
    created_at: datetime
    sessions: tuple[SessionRecord, ...] = ()
    id: UUID | None = None

    @property
    def ticks(self) -> list[TickRecord]:
        """Everything that was ticked."""
        return [tick for session in self.sessions for tick in session.ticks]
