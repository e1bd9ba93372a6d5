"""Loop's backup: an SQLite database, schema versions 12 to 25.

The file may have been made by anybody. It is opened from a private temporary copy, read-only,
with an authoriser that lets through nothing but reading two plain tables, so that no view,
trigger, function or virtual table of the file runs; work and sizes are bounded.
"""

import sqlite3
import struct
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from almanac.portability.domain.loop_habits import (
    EVERY_DAY,
    PALETTE,
    YES,
    LoopEntry,
    LoopHabit,
    LoopReminder,
    palette_color,
    translate,
)
from almanac.portability.domain.reading import (
    MAX_CHECK_INS,
    MAX_HABITS,
    Fault,
    Reader,
    Reading,
    Unreadable,
)

SQLITE_MAGIC = b"SQLite format 3\x00"
FIRST_SCHEMA, LAST_SCHEMA = 12, 25
# From this version on a habit has a question of its own; before, its description is the question.
QUESTION_SINCE = 23
NAMED_COLORS_SINCE, WIDE_PALETTE_SINCE = 14, 21
# Places in the palette of the thirteen colours before version 21.
OLD_PALETTE = (0, 1, 4, 5, 7, 8, 9, 10, 13, 14, 15, 17, 19)

_HABIT_COLUMNS = (
    "id", "name", "description", "question", "freq_num", "freq_den", "color", "position",
    "reminder_hour", "reminder_min", "reminder_days", "archived", "type", "target_type",
    "target_value", "unit", "uuid",
)  # fmt: skip
_ENTRY_COLUMNS = ("habit", "timestamp", "value", "notes")
_SIZES_IN_HEADER = struct.Struct(">H10xI")
_HEADER_BYTES = 100
_LARGEST_PAGE = 65_536
_NUMERICAL = 1
_AT_MOST = 1
_EPOCH = date(1970, 1, 1)
_DAY_MS = 86_400_000
_LONGEST_TEXT = 1_000_000
_STEPS_BETWEEN_CHECKS = 100_000
_CHECKS = 500
_READABLE = frozenset({"habits", "repetitions", "sqlite_master", "sqlite_schema"})
_PRAGMAS = frozenset({"user_version", "table_info", "trusted_schema", "query_only"})

Row = Mapping[str, Any]


def read_loop_database(data: bytes, reader: Reader) -> Reading:
    """Read Loop's backup. Raises `Unreadable`."""
    _refuse_truncated(data)
    with tempfile.TemporaryDirectory(prefix="almanac-import-") as folder:
        path = Path(folder) / "loop.db"
        path.write_bytes(data)
        try:
            with opened_safely(path) as connection:
                return _read(connection, reader)
        except Unreadable:
            raise
        # ValueError: names and messages of a damaged file need not be UTF-8.
        except (sqlite3.Error, OverflowError, ValueError) as exc:
            raise Unreadable(Fault.DAMAGED, "The database is damaged") from exc


def _refuse_truncated(data: bytes) -> None:
    if len(data) < _HEADER_BYTES:
        raise Unreadable(Fault.TRUNCATED, "The database ends within its first lines")
    page_size, pages = _SIZES_IN_HEADER.unpack_from(data, 16)
    page_size = _LARGEST_PAGE if page_size == 1 else page_size
    if len(data) < page_size * pages:
        raise Unreadable(Fault.TRUNCATED, "The end of the database is missing")


@contextmanager
def opened_safely(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a database of unknown origin on which little more can be done than read."""
    # immutable: no locks, no journal beside the file is looked for.
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        for limit, value in (
            (sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_TEXT),
            (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 10_000),
            (sqlite3.SQLITE_LIMIT_COLUMN, 200),
            (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 20),
            (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 2),
            (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
            (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        ):
            connection.setlimit(limit, value)
        connection.set_progress_handler(_step_counter(), _STEPS_BETWEEN_CHECKS)
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA query_only=ON")
        connection.set_authorizer(_authorize)
        yield connection


def _step_counter() -> Any:
    """A progress handler that stops a database which keeps SQLite busy for too long."""
    left = iter(range(_CHECKS))
    return lambda: next(left, None) is None


def _authorize(
    action: int, first: str | None, _second: str | None, _database: str | None, by: str | None
) -> int:
    if action == sqlite3.SQLITE_SELECT:
        return sqlite3.SQLITE_OK
    # Reading from inside a view or trigger names it in the last argument.
    if action == sqlite3.SQLITE_READ and (first or "").lower() in _READABLE and by is None:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA and (first or "").lower() in _PRAGMAS:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _read(connection: sqlite3.Connection, reader: Reader) -> Reading:
    _require_tables(connection)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if not FIRST_SCHEMA <= version <= LAST_SCHEMA:
        raise Unreadable(
            Fault.UNKNOWN_SCHEMA_VERSION,
            f"The backup has schema version {version}; known are {FIRST_SCHEMA} to {LAST_SCHEMA}",
        )
    rows = _rows(connection, "Habits", _HABIT_COLUMNS, {"id", "name"}, MAX_HABITS)
    rows.sort(key=lambda row: (_number(row.get("position"), 0), _number(row["id"], 0)))
    habits = {row["id"]: _habit(row, version) for row in rows}
    without_habit = 0
    entries = _rows(
        connection, "Repetitions", _ENTRY_COLUMNS, {"habit", "timestamp"}, MAX_CHECK_INS
    )
    for row in entries:
        habit = habits.get(row["habit"])
        if habit is None:
            without_habit += 1
        else:
            habit.entries.append(_entry(row))
    return translate(list(habits.values()), reader, without_habit=without_habit)


def _require_tables(connection: sqlite3.Connection) -> None:
    """Both must be plain tables: a view or virtual table of that name is not Loop's."""
    schema = connection.execute("SELECT type, name, sql FROM sqlite_master LIMIT 1000").fetchall()
    plain = {
        str(name).lower()
        for kind, name, sql in schema
        if kind == "table" and str(sql).upper().startswith("CREATE TABLE")
    }
    if not {"habits", "repetitions"} <= plain:
        message = "The database has no tables Habits and Repetitions, so it is not Loop's"
        raise Unreadable(Fault.NOT_LOOP, message)


def _rows(
    connection: sqlite3.Connection,
    table: str,
    wanted: Iterable[str],
    required: set[str],
    most: int,
) -> list[Row]:
    """Rows of one of the two tables with those of the wanted columns that it has."""
    there = {
        str(row[1]).lower() for row in connection.execute(f"PRAGMA table_info({table})").fetchall()
    }
    if not required <= there:
        raise Unreadable(Fault.NOT_LOOP, f"The table {table} has other columns than Loop's")
    columns = [column for column in wanted if column in there]
    statement = f"SELECT {', '.join(columns)} FROM {table} LIMIT {most + 1}"  # noqa: S608 - names from above
    rows = connection.execute(statement).fetchall()
    if len(rows) > most:
        raise Unreadable(Fault.TOO_MUCH_DATA, f"The table {table} holds more than {most} rows")
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _habit(row: Row, version: int) -> LoopHabit:
    question, description = _text(row.get("question")), _text(row.get("description"))
    if version < QUESTION_SINCE:
        question, description = description, ""
    return LoopHabit(
        name=_text(row["name"]),
        question=question,
        description=description,
        times=_whole(row.get("freq_num")),
        days=_whole(row.get("freq_den")),
        color=_color(_whole(row.get("color")), version),
        is_numerical=_whole(row.get("type")) == _NUMERICAL,
        unit=_text(row.get("unit")),
        is_at_most=_whole(row.get("target_type")) == _AT_MOST,
        target=_decimal(row.get("target_value")),
        is_archived=bool(_whole(row.get("archived"))),
        reminder=_reminder(row),
        uuid=_text(row.get("uuid")),
    )


def _color(number: int | None, version: int) -> str | None:
    if version >= WIDE_PALETTE_SINCE:
        return palette_color(range(len(PALETTE)), number)
    if version >= NAMED_COLORS_SINCE:
        return palette_color(OLD_PALETTE, number)
    # Android's colours: alpha, red, green, blue in one signed number.
    return None if number is None else f"#{number & 0xFFFFFF:06X}"


def _reminder(row: Row) -> LoopReminder | None:
    hour, minute = _whole(row.get("reminder_hour")), _whole(row.get("reminder_min"))
    if hour is None or minute is None:
        return None
    days = _whole(row.get("reminder_days"))
    return LoopReminder(hour, minute, EVERY_DAY if days is None else days)


def _entry(row: Row) -> LoopEntry:
    # Before version 16 a row meant that the habit was done.
    value = _whole(row["value"]) if "value" in row else YES
    return LoopEntry(_day(_whole(row["timestamp"])), value, _text(row.get("notes")))


def _day(milliseconds: int | None) -> date | None:
    """Loop stores a local date as midnight UTC, never before 1970."""
    if milliseconds is None or milliseconds < 0:
        return None
    try:
        return _EPOCH + timedelta(days=milliseconds // _DAY_MS)
    except OverflowError:
        return None


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _number(value: object, default: int) -> int:
    return value if isinstance(value, int) else default


def _decimal(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
