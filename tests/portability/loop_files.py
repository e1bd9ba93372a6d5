"""Files such as Loop Habit Tracker writes: the CSV export and backups of every schema version."""

import csv
import io
import re
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

LATEST = 25
NAMED = {3: "SKIP", 2: "YES_MANUAL", 1: "YES_AUTO", 0: "NO", -1: "UNKNOWN"}
CSV_COLUMNS = [
    "Position",
    "Name",
    "Type",
    "Question",
    "Description",
    "FrequencyNumerator",
    "FrequencyDenominator",
    "Color",
    "Unit",
    "Target Type",
    "Target Value",
    "Archived?",
]
OLD_CSV_COLUMNS = ["Position", "Name", "Description", "NumRepetitions", "Interval", "Color"]
# Which version of the schema brought which column.
HABIT_COLUMNS = {
    "archived": 9, "color": 9, "description": 9, "freq_den": 9, "freq_num": 9, "highlight": 9,
    "name": 9, "position": 9, "reminder_hour": 9, "reminder_min": 9, "reminder_days": 11,
    "type": 16, "target_type": 18, "target_value": 18, "unit": 18, "question": 23, "uuid": 24,
}  # fmt: skip
ENTRY_COLUMNS = {"habit": 9, "timestamp": 9, "value": 16, "notes": 25}
CACHES_UNTIL = 19


@dataclass
class Loop:
    """A habit in Loop. `entries` are (date, value) or (date, value, notes)."""

    name: str
    entries: Sequence[tuple[Any, ...]] = ()
    times: int | None = 1
    days: int | None = 1
    color: int = 8
    csv_color: str = "#00897B"
    question: str = ""
    description: str = ""
    numerical: bool = False
    unit: str = ""
    at_most: bool = False
    target: float = 0.0
    archived: bool = False
    reminder: tuple[int | None, int | None, int] = (None, None, 0)
    uuid: str | None = None
    id: int | None = None
    extra: dict[str, Any] = field(default_factory=dict)


def every_day(first: date, count: int, value: int = 2) -> list[tuple[date, int]]:
    return [(date.fromordinal(first.toordinal() + day), value) for day in range(count)]


def loop_database(habits: Sequence[Loop], version: int = LATEST) -> bytes:
    """A backup as the version of Loop with this schema writes it."""
    connection = sqlite3.connect(":memory:")
    columns = [name for name, since in HABIT_COLUMNS.items() if since <= version]
    entry_columns = [name for name, since in ENTRY_COLUMNS.items() if since <= version]
    key = "id integer primary key autoincrement"
    connection.execute(f"create table Habits ({key}, {', '.join(columns)})")
    connection.execute(f"create table Repetitions ({key}, {', '.join(entry_columns)})")
    connection.execute("create table android_metadata (locale text)")
    if version <= CACHES_UNTIL:
        for cache in ("Checkmarks", "Streak", "Score"):
            connection.execute(f"create table {cache} ({key}, habit, timestamp, value)")
    for place, habit in enumerate(habits):
        number = place + 1 if habit.id is None else habit.id
        row = _habit_row(habit, place, version) | habit.extra
        insert(connection, "Habits", {"id": number} | {name: row[name] for name in columns})
        for entry in habit.entries:
            values = dict(zip(ENTRY_COLUMNS, _entry_row(number, entry), strict=True))
            insert(connection, "Repetitions", {name: values[name] for name in entry_columns})
    connection.execute(f"pragma user_version={version}")
    connection.commit()
    return connection.serialize()


def insert(connection: sqlite3.Connection, table: str, row: dict[str, Any]) -> None:
    marks = ", ".join("?" * len(row))
    statement = f"insert into {table} ({', '.join(row)}) values ({marks})"  # noqa: S608 - test data
    connection.execute(statement, tuple(row.values()))


def _habit_row(habit: Loop, place: int, version: int) -> dict[str, Any]:
    hour, minute, days = habit.reminder
    return {
        "archived": int(habit.archived),
        "color": habit.color,
        "description": habit.description if version >= 23 else habit.question,
        "freq_den": habit.days,
        "freq_num": habit.times,
        "highlight": 0,
        "name": habit.name,
        "position": place,
        "reminder_hour": hour,
        "reminder_min": minute,
        "reminder_days": days,
        "type": int(habit.numerical),
        "target_type": int(habit.at_most),
        "target_value": habit.target,
        "unit": habit.unit,
        "question": habit.question,
        "uuid": habit.uuid,
    }


def _entry_row(number: int, entry: tuple[Any, ...]) -> tuple[Any, ...]:
    day, value, *notes = entry
    instant = day
    if isinstance(day, date):
        midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
        instant = int(midnight.timestamp()) * 1000
    return number, instant, value, notes[0] if notes else ""


def loop_zip(habits: Sequence[Loop], *, root: str = "") -> bytes:
    """A CSV export as Loop 2 writes it."""
    members = {"Habits.csv": _csv([CSV_COLUMNS, *map(_csv_row, range(1, 1000), habits)])}
    for place, habit in enumerate(habits, 1):
        rows = [[day, NAMED.get(value, str(value)), *rest] for day, value, *rest in habit.entries]
        rows = [[*row, ""][:3] for row in reversed(rows)]
        plain = re.sub(r"[^ a-zA-Z0-9._-]+", "", habit.name)
        folder = f"{place:03} {plain}".strip()
        members[f"{folder}/Scores.csv"] = "Date,Score\n"
        members[f"{folder}/Checkmarks.csv"] = _csv([["Date", "Value", "Notes"], *rows])
    members["Scores.csv"] = members["Checkmarks.csv"] = "Date,\n"
    return packed({root + path: text for path, text in members.items()})


def old_loop_zip(habits: Sequence[Loop]) -> bytes:
    """A CSV export as Loop 1 wrote it: no kinds, no header, a number for every day."""
    rows = [
        [f"{place:03}", habit.name, habit.question, habit.times, habit.days, habit.csv_color]
        for place, habit in enumerate(habits, 1)
    ]
    members = {"Habits.csv": _csv([OLD_CSV_COLUMNS, *rows])}
    for place, habit in enumerate(habits, 1):
        members[f"{place:03} {habit.name}/Checkmarks.csv"] = _csv(
            [[entry[0], entry[1]] for entry in habit.entries]
        )
    return packed(members)


def packed(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for path, content in members.items():
            archive.writestr(path, content)
    return buffer.getvalue()


def _csv_row(place: int, habit: Loop) -> list[Any]:
    return [
        f"{place:03}",
        habit.name,
        "NUMERICAL" if habit.numerical else "YES_NO",
        habit.question,
        habit.description,
        habit.times,
        habit.days,
        habit.csv_color,
        habit.unit if habit.numerical else "",
        ("AT_MOST" if habit.at_most else "AT_LEAST") if habit.numerical else "",
        habit.target if habit.numerical else "",
        str(habit.archived).lower(),
    ]


def _csv(rows: Sequence[Sequence[Any]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()
