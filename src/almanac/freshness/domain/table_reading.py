"""Reading a table of batches as spreadsheets write it, row by row, each fault with its place."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import StringIO

from almanac.freshness.domain.table import read_cell

MAX_ROWS = 1000
HEADINGS = {
    "batch_identifier": ("identifier", "batch", "batch_identifier", "charge", "bezeichnung"),
    "product": ("product", "produkt", "ware"),
    "lot": ("lot", "los", "losnummer"),
    "butcher_date": ("butcher_date", "butchered", "cut", "packed", "zerlegt", "verpackt"),
    "arrival_date": ("arrival_date", "arrived", "arrival", "angekommen", "ankunft"),
    "use_by": ("use_by", "use-by", "expires", "verbrauchen bis", "mhd"),
    "quantity": ("quantity", "menge"),
    "unit": ("unit", "einheit"),
    "note": ("note", "notes", "notiz"),
    "fresh_days": ("fresh_days",),
    "caution_days": ("caution_days",),
    "use_by_days": ("use_by_days",),
    "state": ("state", "zustand"),
    "left_on": ("left_on",),
    "reason": ("recall_reason", "reason", "grund"),
}
REQUIRED = ("product",)
_BY_HEADING = {heading: name for name, headings in HEADINGS.items() for heading in headings}
_DELIMITERS = ",;\t"
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_LONGEST_CELL = 10_000


class NoTable(ValueError):
    """The file is no such table; the message is a code."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row by its number in the file, the head being 1, and its cells that are not empty."""

    number: int
    cells: Mapping[str, str] = field(default_factory=dict)


def read_rows(data: bytes) -> list[TableRow]:
    """The rows of a table that hold anything. Raises `NoTable`."""
    text = _decoded(data)
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        names = _names(next(reader, []))
        rows = list(_rows(reader, names))
    except csv.Error as exc:
        raise NoTable("damaged") from exc
    return rows


def read_day(text: str) -> date:
    """A date as spreadsheets write it: 2026-03-18, or 18.03.2026. Raises `ValueError`."""
    day, dot, rest = text.partition(".")
    if not dot:
        return date.fromisoformat(text)
    month, _, year = rest.partition(".")
    return date(int(year), int(month), int(day))


def read_number(text: str) -> float:
    """A number with a point or a comma. Raises `ValueError`."""
    return float(text.replace(",", ".") if text.count(",") == 1 and "." not in text else text)


def _decoded(data: bytes) -> str:
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), "")
    for tried in (encoding,) if encoding else ("utf-8", "cp1252"):
        try:
            text = data.decode(tried)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text
    raise NoTable("not_text")


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(_DELIMITERS, key=head.count)


def _names(head: Sequence[str]) -> list[str | None]:
    names = [_BY_HEADING.get(" ".join(cell.casefold().split())) for cell in head]
    if any(name not in names for name in REQUIRED):
        raise NoTable("missing_headings")
    return names


def _rows(reader: Iterator[list[str]], names: Sequence[str | None]) -> Iterator[TableRow]:
    count = 0
    for number, row in enumerate(reader, start=2):
        cells = {
            name: text
            for name, cell in zip(names, row, strict=False)
            if name is not None and (text := read_cell(cell[:_LONGEST_CELL]))
        }
        if not cells:
            continue
        count += 1
        if count > MAX_ROWS:
            raise NoTable("too_many_rows")
        yield TableRow(number, cells)
