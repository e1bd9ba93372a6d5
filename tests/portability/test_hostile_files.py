"""Whatever the bytes, reading gives habits or one clear fault: no crash, no bomb, no side door."""

import random
import sqlite3
import struct
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from almanac.portability.domain.loop import read_loop
from almanac.portability.domain.loop_database import opened_safely
from almanac.portability.domain.reading import Fault, Reader, Unreadable
from almanac.schedules.rules import Weekday
from tests.portability.loop_files import Loop, every_day, loop_database, loop_zip, packed

READER = Reader(date(2026, 3, 18), Weekday.MON)
HABITS = [
    Loop("Run", every_day(date(2025, 1, 1), 400), times=3, days=7),
    Loop("Water", every_day(date(2025, 1, 1), 400, 1500), numerical=True, target=2),
]
ZIP, DATABASE = loop_zip(HABITS), loop_database(HABITS)
ORIGINALS = {"zip": ZIP, "database": DATABASE}
HEADER = "Position,Name,Type\n"
NO_HABITS: dict[str, str | bytes] = {"Habits.csv": HEADER}


def fault_of(data: bytes) -> Fault | None:
    try:
        read_loop(data, READER)
    except Unreadable as exc:
        return exc.fault
    return None


def altered(data: bytes, *statements: str) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    return connection.serialize()


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", Fault.TRUNCATED),
        (b"PK", Fault.TRUNCATED),
        (b"SQLite form", Fault.TRUNCATED),
        (b"name,done\nRun,1\n", Fault.NOT_LOOP),
        (b"%PDF-1.7", Fault.NOT_LOOP),
        (ZIP[: len(ZIP) // 2], Fault.TRUNCATED),
        (ZIP[:-1], Fault.TRUNCATED),
        (DATABASE[: len(DATABASE) // 2], Fault.TRUNCATED),
        (DATABASE[:60], Fault.TRUNCATED),
        (packed({"notes.txt": "hello"}), Fault.NOT_LOOP),
        (packed({"Habits.csv": "Name;Colour\n"}), Fault.NOT_LOOP),
        (packed({"Habits.csv": HEADER + '1,"' + "x" * 200_000}), Fault.DAMAGED),
    ],
    ids=range(12),
)
def test_each_kind_of_wrong_file_has_its_own_code(data: bytes, fault: Fault) -> None:
    assert fault_of(data) is fault


@pytest.mark.parametrize("version", [0, 11, 26, 2_000_000_000])
def test_a_backup_of_an_unknown_schema_version_is_refused(version: int) -> None:
    assert fault_of(loop_database(HABITS, 25)) is None
    data = altered(DATABASE, f"pragma user_version={version}")
    assert fault_of(data) is Fault.UNKNOWN_SCHEMA_VERSION


@pytest.mark.parametrize(
    "statements",
    [
        ["drop table Repetitions"],
        ["drop table Habits", "create view Habits as select 1 id, 'x' name"],
        ["drop table Habits", "create table Habits (title)"],
        ["alter table Repetitions rename column timestamp to moment"],
    ],
    ids=["no table", "a view", "other columns", "a column missing"],
)
def test_a_database_of_another_program_is_not_loops(statements: list[str]) -> None:
    assert fault_of(altered(DATABASE, *statements)) is Fault.NOT_LOOP


@pytest.mark.parametrize(
    "column",
    ["(printf('%.*c', 900000000, 'x'))", "(load_extension('evil'))", "(readfile('/etc/hostname'))"],
)
def test_functions_hidden_in_columns_of_the_file_do_not_run(column: str) -> None:
    sql = f"CREATE TABLE Habits (id integer primary key, name text generated always as {column})"
    connection = sqlite3.connect(":memory:")
    connection.deserialize(DATABASE)
    connection.execute("pragma writable_schema=on")
    connection.execute("update sqlite_master set sql=? where name='Habits'", [sql])
    connection.commit()
    assert fault_of(connection.serialize()) in {Fault.DAMAGED, Fault.NOT_LOOP}


def test_triggers_and_views_beside_the_tables_do_no_harm() -> None:
    data = altered(
        DATABASE,
        "create view evil as with recursive n(x) as (select 1 union all select x from n) "
        "select count(*) from n",
        "create trigger evil_too after insert on Habits begin delete from Repetitions; end",
    )
    assert fault_of(data) is None


@pytest.mark.parametrize(
    "statement",
    [
        "select * from evil",
        "select hex(randomblob(8)) from Habits",
        "delete from Habits",
        "attach ':memory:' as other",
        "pragma journal_mode=wal",
        "create table more (x)",
    ],
)
def test_a_database_of_unknown_origin_is_only_read(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "loop.db"
    path.write_bytes(altered(DATABASE, "create view evil as select * from Habits"))
    with opened_safely(path) as connection:
        assert connection.execute("select name from Habits").fetchall()
        with pytest.raises(sqlite3.DatabaseError):
            connection.execute(statement).fetchall()


def test_an_index_that_disagrees_cannot_keep_the_server_busy() -> None:
    data = bytearray(DATABASE)
    page = struct.unpack_from(">H", data, 16)[0]
    # Every inner pointer of every page leads back to the first page.
    for start in range(page, len(data), page):
        data[start : start + 12] = b"\x05\x00\x00\x00\x01\x00\x20\x00\x00\x00\x00\x02"
    assert fault_of(bytes(data)) is Fault.DAMAGED


def test_names_that_are_no_text_are_damage() -> None:
    assert (
        fault_of(DATABASE.replace(b"CREATE TABLE Habits", b"CREATE TABL\xc1 Habits"))
        is Fault.DAMAGED
    )


def test_a_bomb_is_refused_by_what_it_says_of_itself() -> None:
    many: dict[str, str | bytes] = {
        f"{number:03} x/Scores.csv": b"0" * 4_000_000 for number in range(20)
    }
    assert fault_of(packed(NO_HABITS | many)) is Fault.ARCHIVE_TOO_LARGE
    assert fault_of(packed({"Habits.csv": b"0" * 2_000_000})) is Fault.ARCHIVE_TOO_LARGE


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    members: dict[str, str | bytes] = {
        f"{number:03} x/Checkmarks.csv": b"0" * 900_000 for number in range(100)
    }
    data = bytearray(packed(NO_HABITS | members))
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        struct.pack_into("<I", data, place + 24, 10)
        place = data.find(b"PK\x01\x02", place + 1)
    assert fault_of(bytes(data)) is Fault.DAMAGED


def test_too_many_files_are_refused() -> None:
    assert fault_of(packed({f"{number}": b"" for number in range(5001)})) is Fault.ARCHIVE_TOO_LARGE


def test_an_encrypted_archive_is_refused() -> None:
    data = bytearray(ZIP)
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(magic)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(magic, place + 1)
    assert fault_of(bytes(data)) is Fault.ARCHIVE_ENCRYPTED


def test_an_archive_packed_by_an_unusual_method_is_refused() -> None:
    data = packed({"Habits.csv": HEADER}, zipfile.ZIP_BZIP2)
    assert fault_of(data) is Fault.ARCHIVE_UNSUPPORTED


def test_names_that_climb_out_of_the_archive_are_never_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    elsewhere = tmp_path.parent / "evil.csv"
    evil: dict[str, str | bytes] = {"../evil.csv": "x", str(elsewhere): "x", "..\\evil.csv": "x"}
    assert fault_of(packed(evil | {"Habits.csv": HEADER + "001,Run,YES_NO\n"})) is None
    assert not list(tmp_path.rglob("*"))
    assert not elsewhere.exists()


def test_more_habits_than_anybody_has_are_refused() -> None:
    habits = [Loop(f"Habit {number}") for number in range(501)]
    assert fault_of(loop_zip(habits)) is Fault.TOO_MUCH_DATA
    assert fault_of(loop_database(habits)) is Fault.TOO_MUCH_DATA


def test_more_entries_than_a_life_has_days_are_refused() -> None:
    data = altered(
        DATABASE,
        "with recursive n(x) as (select 1 union all select x + 1 from n limit 500001) "
        "insert into Repetitions (habit, timestamp, value) select 1, x * 86400000, 2 from n",
    )
    assert fault_of(data) is Fault.TOO_MUCH_DATA
    rows = "2026-01-01,2\n" * 500_002
    text: dict[str, str | bytes] = {
        "Habits.csv": HEADER + "001,Run,YES_NO\n",
        "001 Run/Checkmarks.csv": rows,
    }
    assert fault_of(packed(text, zipfile.ZIP_STORED)) is Fault.TOO_MUCH_DATA


@given(st.binary(max_size=2000))
@example(b"PK\x03\x04" + b"\x00" * 40)
@example(b"SQLite format 3\x00" + b"\x00" * 200)
def test_random_bytes_are_refused(data: bytes) -> None:
    for magic in (b"", b"PK\x03\x04", b"SQLite format 3\x00"):
        assert fault_of(magic + data) is not None


@pytest.mark.parametrize("data", [ZIP, DATABASE], ids=["zip", "database"])
def test_a_file_cut_anywhere_is_refused(data: bytes) -> None:
    for end in range(0, len(data), max(len(data) // 300, 1)):
        assert fault_of(data[:end]) is not None


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 40), st.sampled_from(sorted(ORIGINALS)))
def test_flipped_bits_give_habits_or_a_fault(seed: int, flips: int, original: str) -> None:
    data = bytearray(ORIGINALS[original])
    chance = random.Random(seed)  # noqa: S311 - repeatable damage
    for _ in range(flips):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    fault_of(bytes(data))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_in_the_tables_of_an_export_is_taken(habits: str, entries: str) -> None:
    members = {"Habits.csv": HEADER + habits, "001 x/Checkmarks.csv": "Date,Value\n" + entries}
    fault_of(packed({path: text.encode("utf-8", "replace") for path, text in members.items()}))
