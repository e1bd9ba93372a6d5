"""Loop's CSV export: a zip with `Habits.csv` and, for each habit, `001 Name/Checkmarks.csv`.

Nothing is written to a disk, so names in the archive cannot lead anywhere. Columns differ
between versions of Loop and are found by name.
"""

import csv
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import date

from almanac.portability.domain.loop_habits import (
    AUTOMATIC,
    NO,
    SKIP,
    UNKNOWN,
    YES,
    LoopEntry,
    LoopHabit,
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

ZIP_MAGIC = b"PK\x03\x04"
MAX_MEMBERS = 5000
MAX_UNPACKED_BYTES = 64 * 1024 * 1024
MAX_RATIO = 200
# Small members may be as repetitive as they like.
RATIO_COUNTS_FROM = 256 * 1024
HABITS_FILE = "Habits.csv"
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1
_END_MAGIC, _END_BYTES = b"PK\x05\x06", 22
_CHUNK = 64 * 1024

_FOLDER = re.compile(r"(\d{3,9})(?: [^/]*)?/Checkmarks\.csv")
_WORDS = {"YES_MANUAL": YES, "YES_AUTO": AUTOMATIC, "NO": NO, "SKIP": SKIP, "UNKNOWN": UNKNOWN}
_WHOLE = re.compile(r"-?\d{1,15}")

# All that `zipfile` raises over bytes that are no proper zip.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    NotImplementedError,
    ValueError,
)


def read_loop_zip(data: bytes, reader: Reader) -> Reading:
    """Read Loop's CSV export. Raises `Unreadable`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            texts = _texts(archive)
    except Unreadable:
        raise
    except _DAMAGE as exc:
        if not _has_end(data):
            raise Unreadable(Fault.TRUNCATED, "The end of the zip file is missing") from exc
        raise Unreadable(Fault.DAMAGED, "The zip file is damaged") from exc
    try:
        return translate(_habits(texts), reader)
    except csv.Error as exc:
        raise Unreadable(Fault.DAMAGED, "A table in the zip file cannot be read") from exc


def _has_end(data: bytes) -> bool:
    """Whether the record that closes a zip file is there as a whole."""
    place = data.rfind(_END_MAGIC)
    return place >= 0 and len(data) - place >= _END_BYTES


def _texts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The members that matter, by their path below the folder that holds `Habits.csv`."""
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise Unreadable(Fault.ARCHIVE_TOO_LARGE, f"The zip file holds over {MAX_MEMBERS} files")
    _refuse_bombs(members)
    root = _root(members)
    texts: dict[str, str] = {}
    for member in members:
        path = member.filename.removeprefix(root) if member.filename.startswith(root) else ""
        if path == HABITS_FILE or _FOLDER.fullmatch(path):
            content = _unpack(archive, member)
            texts.setdefault(path, content.decode("utf-8-sig", "replace"))
    return texts


def _root(members: list[zipfile.ZipInfo]) -> str:
    """The folder of `Habits.csv`: none as Loop writes it, another when it was packed anew."""
    names = (member.filename for member in members)
    found = [name for name in names if name == HABITS_FILE or name.endswith(f"/{HABITS_FILE}")]
    if not found:
        raise Unreadable(Fault.NOT_LOOP, "The zip file holds no Habits.csv, so it is not Loop's")
    return min(found, key=len).removesuffix(HABITS_FILE)


def _refuse_bombs(members: list[zipfile.ZipInfo]) -> None:
    """Refuse what says of itself that it is too much; `_unpack` stops at what it says."""
    if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
        raise Unreadable(Fault.ARCHIVE_TOO_LARGE, "The zip file unpacks to more than 64 MiB")
    for member in members:
        if member.flag_bits & _ENCRYPTED:
            raise Unreadable(Fault.ARCHIVE_ENCRYPTED, "The zip file is encrypted")
        if member.compress_type not in _METHODS:
            message = "The zip file is packed in a way that Loop does not use"
            raise Unreadable(Fault.ARCHIVE_UNSUPPORTED, message)
        if _is_bomb(member.file_size, member.compress_size):
            raise Unreadable(Fault.ARCHIVE_TOO_LARGE, "The zip file is packed suspiciously tight")


def _is_bomb(unpacked: int, packed: int) -> bool:
    return unpacked > RATIO_COUNTS_FROM and unpacked > MAX_RATIO * max(packed, 1)


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """What a member holds; never more than it says, which was bounded before.

    In pieces, because reading at once would unpack a bomb as a whole and only then cut it.
    """
    with archive.open(member) as stream:
        return b"".join(iter(lambda: stream.read(_CHUNK), b""))


def _habits(texts: Mapping[str, str]) -> list[LoopHabit]:
    """Rows of `Habits.csv` in order, each with the entries of the folder of its position."""
    rows = csv.DictReader(io.StringIO(texts[HABITS_FILE], newline=""), restval="")
    if not {"Position", "Name"} <= set(rows.fieldnames or ()):
        raise Unreadable(Fault.NOT_LOOP, "Habits.csv has other columns than Loop's")
    checkmarks = {
        int(match[1]): text
        for path, text in texts.items()
        if (match := _FOLDER.fullmatch(path)) is not None
    }
    budget = MAX_CHECK_INS
    habits: list[LoopHabit] = []
    for row in rows:
        if len(habits) == MAX_HABITS:
            message = f"The file holds more than {MAX_HABITS} habits"
            raise Unreadable(Fault.TOO_MUCH_DATA, message)
        position = _whole(row["Position"])
        table = None if position is None else checkmarks.pop(position, None)
        habit = _habit(row, _entry_rows(table, budget) if table else [])
        budget -= len(habit.entries)
        habits.append(habit)
    return habits


def _habit(row: Mapping[str, str], rows: list[list[str]]) -> LoopHabit:
    has_header = bool(rows) and rows[0][0] == "Date"
    # Before Loop named the kinds in Habits.csv, only the values told numbers from ticks.
    amounts = any((_whole(_cell(entry, 1)) or 0) > SKIP for entry in rows)
    is_numerical = row["Type"] == "NUMERICAL" if "Type" in row else amounts
    entries = [_entry(entry) for entry in (rows[1:] if has_header else rows)]
    if not has_header and not is_numerical:
        entries = [_without_blank_no(entry) for entry in entries]
    return LoopHabit(
        name=row["Name"],
        question=row.get("Question", ""),
        description=row.get("Description", ""),
        times=_whole(row.get("FrequencyNumerator") or row.get("NumRepetitions", "")),
        days=_whole(row.get("FrequencyDenominator") or row.get("Interval", "")),
        color=row.get("Color", "").strip(),
        is_numerical=is_numerical,
        unit=row.get("Unit", ""),
        is_at_most=row.get("Target Type") == "AT_MOST",
        target=_decimal(row.get("Target Value", "")),
        is_archived=row.get("Archived?") == "true",
        entries=entries,
    )


def _entry_rows(text: str, budget: int) -> list[list[str]]:
    rows: list[list[str]] = []
    for row in _rows(text):
        rows.append(row)
        if len(rows) > budget + 1:
            message = f"The file holds more than {MAX_CHECK_INS} entries"
            raise Unreadable(Fault.TOO_MUCH_DATA, message)
    return rows


def _rows(text: str) -> Iterator[list[str]]:
    return (row for row in csv.reader(io.StringIO(text, newline="")) if row)


def _entry(row: list[str]) -> LoopEntry:
    word = _cell(row, 1)
    value = _WORDS[word] if word in _WORDS else _whole(word)
    return LoopEntry(_day(row[0]), value, _cell(row, 2))


def _without_blank_no(entry: LoopEntry) -> LoopEntry:
    """Loop 1 listed every day and wrote 0 for those nobody answered; it knew no explicit no."""
    return LoopEntry(entry.day, UNKNOWN, entry.note) if entry.value == NO else entry


def _cell(row: list[str], index: int) -> str:
    return row[index] if index < len(row) else ""


def _whole(text: str) -> int | None:
    text = text.strip()
    return int(text) if _WHOLE.fullmatch(text) else None


def _decimal(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
