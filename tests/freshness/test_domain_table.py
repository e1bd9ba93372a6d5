"""Batches as a table: what is written, and what of it is read again."""

import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.freshness.domain.table import read_cell, write_table
from almanac.freshness.domain.table_reading import (
    MAX_ROWS,
    NoTable,
    read_day,
    read_number,
    read_rows,
)


def written(*cells: object) -> list[str]:
    return next(csv.reader(StringIO(write_table([cells], []).partition("\r\n")[2])))


def test_a_table_has_its_head_and_a_row_for_each_batch() -> None:
    table = write_table([["K-1", date(2026, 3, 18)], ["K-2", None]], ["identifier", "arrival_date"])
    assert table == "identifier,arrival_date\r\nK-1,2026-03-18\r\nK-2,\r\n"


def test_numbers_are_written_as_short_as_they_are() -> None:
    assert written(1.5, 2.0, 0.125, 7, -3, None, "") == ["1.5", "2", "0.125", "7", "-3", "", ""]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1+1"])
def test_no_text_is_a_formula_to_a_spreadsheet(text: str) -> None:
    assert written(text) == ["'" + text]


@pytest.mark.parametrize("text", ["K-1", "a=b", "'tis", "''", 'a "b"\nc, d'])
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert written(text) == [text]


@given(st.text("'=+-@a1 \n,;\"ä"))
def test_what_was_written_is_read_again_but_for_space_around_it(text: str) -> None:
    text = text.strip()
    assert read_cell(written(text)[0]) == text


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t"), ("cp1252", ";")],
)
def test_tables_are_read_however_spreadsheets_save_them(encoding: str, delimiter: str) -> None:
    lines = [["Produkt", " Verbrauchen  bis ", "Farbe"], ["Hähnchen", "'=x", "rot"]]
    table = "\r\n".join(delimiter.join(line) for line in lines)
    (row,) = read_rows(table.encode(encoding))
    assert (row.number, row.cells) == (2, {"product": "Hähnchen", "use_by": "=x"})


def test_rows_keep_their_number_and_empty_ones_are_passed_over() -> None:
    table = b"identifier,product\nK-1,Beef\n\n , \nK-2\n,Pork,too,many\n"
    assert [(row.number, row.cells) for row in read_rows(table)] == [
        (2, {"batch_identifier": "K-1", "product": "Beef"}),
        (5, {"batch_identifier": "K-2"}),
        (6, {"product": "Pork"}),
    ]


def test_a_cell_is_cut_where_no_field_is_as_long() -> None:
    (row,) = read_rows(b"product\n" + b"x" * 20_000)
    assert len(row.cells["product"]) == 10_000


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "missing_headings"),
        (b"identifier,lot\nK-1,L\n", "missing_headings"),
        (b"product\x00\nBeef\n", "not_text"),
        # What is neither UTF-8 nor has a letter for each byte in Windows' western table.
        (b"product\n\x81\n", "not_text"),
        ("product\nBeef".encode("utf-16")[:-1], "not_text"),
        (b"product\n" + b"x" * 200_000, "damaged"),
        (b"product\n" + b"Beef\n" * (MAX_ROWS + 1), "too_many_rows"),
    ],
)
def test_what_is_no_such_table_is_said(content: bytes, fault: str) -> None:
    with pytest.raises(NoTable, match=f"^{fault}$"):
        read_rows(content)


def test_as_many_rows_as_are_allowed_are_read() -> None:
    assert len(read_rows(b"product\n" + b"Beef\n" * MAX_ROWS)) == MAX_ROWS


@pytest.mark.parametrize("text", ["2026-03-18", "18.03.2026", "18.3.2026"])
def test_days_are_read_as_they_are_written_in_tables(text: str) -> None:
    assert read_day(text) == date(2026, 3, 18)


@pytest.mark.parametrize("text", ["", "tomorrow", "2026-02-30", "30.02.2026", "18.3", "3/18/2026"])
def test_what_is_no_day_is_told_apart(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_day(text)


@pytest.mark.parametrize(
    ("text", "number"), [("1.5", 1.5), ("1,5", 1.5), ("12", 12.0), ("-0,25", -0.25)]
)
def test_numbers_are_read_with_a_point_or_a_comma(text: str, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize("text", ["", "much", "1,234.5", "1,2,3"])
def test_what_may_be_two_numbers_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_number(text)
