"""What reading a file gives, what can be wrong with one, and how much is taken in."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from almanac.freshness.domain.transfer import ShelfRecord
from almanac.habits.domain.transfer import HabitRecord, PauseRecord
from almanac.schedules.rules import Weekday
from almanac.tasks.domain.transfer import TaskRecord
from almanac.themes.domain import ThemeRecord
from almanac.timetable.domain.importing import ReadTimetable
from almanac.timetable.domain.transfer import RoutineRecord

UTC = ZoneInfo("UTC")
MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_HABITS = 500
MAX_CHECK_INS = 500_000
"""Twenty-five habits of fifty years."""
MAX_COMPLETIONS = 200_000
"""Fifty daily tasks of ten years."""
MAX_TICKS = 200_000
"""Forty weekly sessions of a hundred years."""

MAX_EVENTS = 300_000
"""Ten thousand batches, each of which thirty things were done with."""

MAX_NAME, MAX_UNIT, MAX_PROSE = 120, 24, 2000
MAX_THOUSANDTHS = 1_000_000_000_000

_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset({"Cf", "Zl", "Zp", "Zs"})


class Fault(StrEnum):
    """Why a file cannot be brought in. Codes of the API."""

    NOT_LOOP = "not_loop"
    NOT_ALMANAC = "not_almanac"
    NOT_CALENDAR = "not_calendar"
    MISSING_HEADINGS = "missing_headings"
    """The first line of a table does not name its columns."""
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    ARCHIVE_TOO_LARGE = "archive_too_large"
    ARCHIVE_ENCRYPTED = "archive_encrypted"
    ARCHIVE_UNSUPPORTED = "archive_unsupported"
    UNKNOWN_SCHEMA_VERSION = "unknown_schema_version"
    TOO_MUCH_DATA = "too_much_data"
    AHEAD_OF_TODAY = "ahead_of_today"
    """A task was made or done on a day that has not begun for this person."""


class Unreadable(ValueError):
    """The file as a whole is refused. `message` is a sentence for the person."""

    def __init__(self, fault: Fault, message: str) -> None:
        super().__init__(message)
        self.fault = fault
        self.message = message


class LeftOut(StrEnum):
    """Why an entry of a file that can be read was not taken over."""

    AUTOMATIC = "automatic"
    """Loop filled it in by itself; nobody ticked it."""
    UNANSWERED = "unanswered"
    """Listed by Loop without an answer."""
    REPEATED = "repeated"
    """A second entry for the same date."""
    FUTURE = "future"
    UNREADABLE = "unreadable"
    """No date, or a value that means nothing."""
    WITHOUT_HABIT = "without_habit"
    """Belongs to a habit that the file does not hold."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the person should know: what could not be taken over as it was."""

    code: str
    habit: str | None
    detail: str


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a file is read: their date of today, on which day their weeks begin, their zone.

    Of calendars they may want what is over, and whole days as holidays.
    """

    today: date
    week_start: Weekday
    zone: ZoneInfo = UTC
    with_past: bool = False
    with_holidays: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds, in the words of Almanac."""

    habits: tuple[HabitRecord, ...]
    left_out: Mapping[LeftOut, int]
    notices: tuple[Notice, ...] = ()
    pauses: tuple[PauseRecord, ...] = ()
    themes: tuple[ThemeRecord, ...] = ()
    tasks: tuple[TaskRecord, ...] = ()
    routines: tuple[RoutineRecord, ...] = ()
    timetable: ReadTimetable | None = None
    shelf: ShelfRecord | None = None


def refuse_future(who: str, day: date, moment: datetime, today: date) -> None:
    """Raise `Unreadable` for what was made or done after a date.

    An instant of today is one of tomorrow's in UTC when it is late in the west.
    """
    if day > today or moment.date() > today + timedelta(days=1):
        raise Unreadable(Fault.AHEAD_OF_TODAY, f"{who} was made or done after today")


def clean_line(text: str, limit: int) -> str:
    """One line as the API would accept it: control characters become spaces, then it is cut.

    Empty when nothing of it can be seen.
    """
    line = _clean(" ".join(text.split()), allowed="")[:limit].strip()
    return "" if all(unicodedata.category(each) in _INVISIBLE for each in line) else line


def clean_prose(text: str, limit: int = MAX_PROSE) -> str:
    """Several lines as the API would accept them."""
    return _clean(text.replace("\r\n", "\n").replace("\r", "\n"), allowed="\n\t")[:limit].strip()


def _clean(text: str, allowed: str) -> str:
    kept = (
        " " if character not in allowed and _is_control(character) else character
        for character in text
    )
    return unicodedata.normalize("NFC", "".join(kept))


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cs"} or character in _BIDI_CONTROLS
