"""Batches as a table for spreadsheets (RFC 4180), and the list of a recall to hand over."""

import csv
from collections.abc import Iterable
from io import StringIO

COLUMNS = (
    "identifier",
    "product",
    "lot",
    "butcher_date",
    "arrival_date",
    "use_by",
    "quantity",
    "unit",
    "state",
    "status",
    "days_on_shelf",
    "left_on",
    "recall_reason",
    "note",
    "fresh_days",
    "caution_days",
    "use_by_days",
    "code",
    "public_url",
)
# A cell that begins so is a formula to spreadsheets; the apostrophe makes it text there.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NEUTRAL = "'"


def write_table(rows: Iterable[Iterable[object]], columns: Iterable[str] = COLUMNS) -> str:
    """The table, without a byte order mark; what is None is an empty cell."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return text.getvalue()


def read_cell(text: str) -> str:
    """What was written as this cell."""
    text = text.strip()
    return text[1:] if text.startswith(_NEUTRAL) and _needs_mark(text) else text


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return f"{value:.15g}" if isinstance(value, float) else str(value)
    text = str(value)
    return _NEUTRAL + text if _needs_mark(text) else text


def _needs_mark(text: str) -> bool:
    """Whether it is a formula, or one that is marked already and would lose its own mark."""
    return text.lstrip(_NEUTRAL).startswith(_FORMULA)
