"""Whole habits on their way in from a file or out to one, free of ids and rows of this database.

Other programs' formats are translated into these values elsewhere; how they are stored is not
known here.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from almanac.habits.domain.model import CheckInStatus, HabitKind, ScheduleVersion


@dataclass(frozen=True, slots=True)
class CheckInRecord:
    """One date of a habit. `amount` in thousandths of the habit's unit."""

    day: date
    status: CheckInStatus
    amount: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class HabitRecord:
    """A habit with its whole history.

    `key` names the habit at its source, for ever and uniquely within a file, so that the same
    file adds nothing twice. `id` is its id here, for a habit that came from Almanac itself.
    `theme_key` names a theme of the same file.
    `versions` holds at least one, ordered; `check_ins` are ordered and one for each date.
    """

    key: str
    name: str
    kind: HabitKind
    starts_on: date
    versions: tuple[ScheduleVersion, ...]
    check_ins: tuple[CheckInRecord, ...] = ()
    id: UUID | None = None
    description: str = ""
    unit: str = ""
    no_entry_is_zero: bool = False
    color: str | None = None
    reminders: tuple[str, ...] = ()
    ends_on: date | None = None
    completions_limit: int | None = None
    archived_on: date | None = None
    theme_key: str | None = None


@dataclass(frozen=True, slots=True)
class PauseRecord:
    """A pause of the habit with this key, or of everything without one.

    A theme's names the theme, and as `members` the habits that it is for.
    """

    habit_key: str | None
    starts_on: date
    ends_on: date | None = None
    reason: str = ""
    theme_key: str | None = None
    members: tuple[str, ...] = ()
