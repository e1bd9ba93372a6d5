"""A table as a timetable: whatever separates its cells, in English or German.

A row that cannot be read says its line and field; the others count. Cells are text, never formulas.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from io import StringIO
from typing import NamedTuple, TypeVar

from almanac.timetable.domain.checks import MAX_ROTATION_WEEKS
from almanac.timetable.domain.dates import WEEK_LETTERS
from almanac.timetable.domain.importing import (
    Entry,
    LeftOut,
    ReadTimetable,
    Refused,
    Series,
    key_of,
)
from almanac.timetable.domain.model import DAY_MINUTES, SessionKind
from almanac.timetable.domain.table import (
    COLOR,
    ENDS,
    EVERY_WEEK,
    HEADINGS,
    KIND,
    KINDS,
    LOCATION,
    MINUTES,
    NOTE,
    STARTS,
    SUBJECT,
    WEEK,
    WEEKDAY,
    WEEKDAYS,
    plain,
)

MAX_CHARACTERS = 2 * 1024 * 1024
MAX_ROWS = 5_000
_LONGEST_HEADING = 10_000
_SEPARATORS = ",;\t"
_FIELDS = {heading: field for field, headings in HEADINGS.items() for heading in headings}
_DAYS = {name: day for day, names in WEEKDAYS.items() for name in names}
_KINDS = {name: kind for kind, names in KINDS.items() for name in names}
_CLOCK = re.compile(
    r"([0-9]{1,2})(?:[:.h]([0-9]{2})(?::[0-9]{2})?)?\s*(?:uhr\b)?\s*(am|pm|a\.m\.|p\.m\.)?"
)
_MINUTES = re.compile(r"([0-9]{1,4})\s*(?:m|min|min\.|minutes|minuten)?")
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_HALF_DAY = 12


Known = TypeVar("Known")


class TableFault(StrEnum):
    """Why a table as a whole cannot be read. Codes of the API."""

    EMPTY = "truncated"
    HEADINGS = "missing_headings"
    DAMAGED = "damaged"
    TOO_MUCH_DATA = "too_much_data"


class TableUnreadable(ValueError):
    """The table is refused. `message` is a sentence for the person."""

    def __init__(self, fault: TableFault, message: str) -> None:
        super().__init__(message)
        self.fault = fault
        self.message = message


class _BadCell(ValueError):
    """A field that cannot be read, and what it should be."""

    def __init__(self, field: str, detail: str) -> None:
        super().__init__(detail)
        self.field = field
        self.detail = detail


class _Row(NamedTuple):
    line: int
    cells: Sequence[str]


def read_table(text: str) -> ReadTimetable:
    """What a table holds. Raises `TableUnreadable`."""
    text = text.replace("\0", "")
    if not text.strip():
        raise TableUnreadable(TableFault.EMPTY, "The file is empty")
    if len(text) > MAX_CHARACTERS:
        raise TableUnreadable(TableFault.TOO_MUCH_DATA, "The table has more than 2 MiB")
    rows = _rows(text, _separator(text))
    columns = _columns(next(rows, _Row(1, ())).cells)
    series, refused = [], []
    for number, row in enumerate(rows):
        if number >= MAX_ROWS:
            message = f"The table has more than {MAX_ROWS} rows"
            raise TableUnreadable(TableFault.TOO_MUCH_DATA, message)
        read = _read(row, columns)
        if isinstance(read, Refused):
            refused.append(read)
        else:
            series.append(read)
    return ReadTimetable(series=tuple(series), refused=tuple(refused))


def _separator(text: str) -> str:
    """The one by which most of the first line are headings that are known."""
    first = _first_line(text)
    return max(_SEPARATORS, key=lambda each: len(_known(first.split(each))))


def _first_line(text: str) -> str:
    lines = (line for line in text[:_LONGEST_HEADING].splitlines() if line.strip())
    first = next(lines, "")
    # Excel's own way to name the separator.
    return next(lines, "") if first.startswith("sep=") else first


def _known(cells: Sequence[str]) -> dict[str, int]:
    """Where each field stands; the first column of a name counts."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        field = _FIELDS.get(key_of(cell.strip('"\ufeff ')))
        if field is not None:
            found.setdefault(field, place)
    return found


def _rows(text: str, separator: str) -> Iterator[_Row]:
    """Rows that are not empty, with the line that each begins in."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    line = 1
    try:
        for cells in reader:
            is_named = line == 1 and cells and cells[0].startswith("sep=")
            if any(cell.strip() for cell in cells) and not is_named:
                yield _Row(line, cells)
            line = reader.line_num + 1
    except csv.Error as exc:
        message = f"Line {line}: a cell is too long or has no end"
        raise TableUnreadable(TableFault.DAMAGED, message) from exc


def _columns(cells: Sequence[str]) -> Mapping[str, int]:
    columns = _known(cells)
    missing = [field for field in (SUBJECT, WEEKDAY, STARTS) if field not in columns]
    if ENDS not in columns and MINUTES not in columns:
        missing.append(ENDS)
    if missing:
        message = f"The first line has no heading for: {', '.join(missing)}"
        raise TableUnreadable(TableFault.HEADINGS, message)
    return columns


def _read(row: _Row, columns: Mapping[str, int]) -> Series | Refused:
    cells = {
        field: plain(row.cells[place].strip()) if place < len(row.cells) else ""
        for field, place in columns.items()
    }
    entry = Entry(row.line, cells[SUBJECT])
    try:
        starts = _starts(cells)
        return Series(
            entry=entry,
            weekday=_one_of(WEEKDAY, cells, _DAYS, "Write a weekday, such as Monday or Mo"),
            starts=starts,
            minutes=_length(cells, starts),
            location=cells.get(LOCATION, ""),
            note=cells.get(NOTE, ""),
            kind=_one_of(KIND, cells, _KINDS, "Write class or task")
            if KIND in cells
            else SessionKind.CLASS,
            color=_color(cells.get(COLOR, "")),
            week=_week(cells.get(WEEK, "")),
        )
    except _BadCell as bad:
        return Refused(entry, LeftOut.BAD_ROW, field=bad.field, detail=bad.detail)


def _one_of(field: str, cells: Mapping[str, str], known: Mapping[str, Known], detail: str) -> Known:
    found = known.get(key_of(cells[field]).rstrip("."))
    if found is None:
        raise _BadCell(field, detail)
    return found


def _starts(cells: Mapping[str, str]) -> int:
    if not cells[SUBJECT]:
        raise _BadCell(SUBJECT, "Write what it is")
    starts = _clock(STARTS, cells[STARTS])
    if starts == DAY_MINUTES:
        raise _BadCell(STARTS, "Write a time from 00:00 to 23:59")
    return starts


def _length(cells: Mapping[str, str], starts: int) -> int:
    """By the end, which may lie on the next day, by the minutes, or by both if they agree."""
    by_end = by_minutes = None
    if ends := cells.get(ENDS, ""):
        by_end = (_clock(ENDS, ends) - starts) % DAY_MINUTES or DAY_MINUTES
    if minutes := cells.get(MINUTES, ""):
        found = _MINUTES.fullmatch(key_of(minutes))
        by_minutes = int(found[1]) if found else 0
        if not 1 <= by_minutes <= DAY_MINUTES:
            raise _BadCell(MINUTES, f"Write minutes from 1 to {DAY_MINUTES}")
    length = by_end or by_minutes
    if length is None:
        raise _BadCell(ENDS, "Write when it ends, or its minutes")
    if by_minutes is not None and by_minutes != length:
        raise _BadCell(MINUTES, "The minutes and the end do not agree")
    return length


def _clock(field: str, text: str) -> int:
    """`9:00`, `9.00`, `09:00`, `9 Uhr`, `9:00 AM`; 24:00 is the end of a day."""
    found = _CLOCK.fullmatch(key_of(text))
    if found is None:
        raise _BadCell(field, "Write a time, such as 9:00")
    hours, minutes = int(found[1]), int(found[2] or 0)
    half = (found[3] or "")[:1]
    if half:
        if not 1 <= hours <= _HALF_DAY:
            raise _BadCell(field, "Write a time, such as 9:00 AM")
        hours = hours % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    length = hours * 60 + minutes
    if minutes >= 60 or length > DAY_MINUTES:  # noqa: PLR2004 - minutes of an hour
        raise _BadCell(field, "Write a time from 00:00 to 23:59")
    return length


def _week(text: str) -> int | None:
    """`2` or `B`, or nothing for every week."""
    key = key_of(text)
    if key in EVERY_WEEK:
        return None
    week = WEEK_LETTERS.find(key.upper()) + 1 if len(key) == 1 else 0
    if re.fullmatch("[0-9]", key):
        week = int(key)
    if not 1 <= week <= MAX_ROTATION_WEEKS:
        raise _BadCell(WEEK, f"Write a week from 1 to {MAX_ROTATION_WEEKS}, or A to F")
    return week


def _color(text: str) -> str | None:
    if text and not _COLOR.fullmatch(text):
        raise _BadCell(COLOR, "Write a colour as #5D6B2F")
    return text or None
