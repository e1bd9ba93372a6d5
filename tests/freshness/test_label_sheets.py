"""Sheets of labels: where everything lies, measured in the PDF, and whether every code is read."""

import io

import pytest
from pypdf import PdfReader

from almanac.freshness.domain.labels import Line, design_of
from almanac.freshness.domain.stocks import STOCKS, Stock, places
from almanac.freshness.service.labels import (
    Label,
    Placing,
    calibration_data,
    template,
)
from almanac.language.catalogue import languages
from almanac.language.writing import writing
from almanac.typesetting.press import set_page
from tests.freshness.sheets import ORIGIN, drawn_at, label, papers, scanned, sheets
from tests.typesetting.reading import text_of

EXACT_MM = 0.1
stocks = pytest.mark.parametrize("stock", STOCKS.values(), ids=STOCKS)


def words(pdf: bytes) -> str:
    return " ".join(text_of(page) for page in PdfReader(io.BytesIO(pdf)).pages)


@stocks
def test_every_code_of_a_sheet_lies_where_its_label_is(stock: Stock) -> None:
    count = stock.labels + 2
    pdf = sheets([label(number) for number in range(count)], Placing(stock)).pdf
    for paper in papers(pdf):
        assert paper == pytest.approx(stock.paper, abs=EXACT_MM)
    side = design_of(stock).code
    found = drawn_at(pdf)
    assert len(found) == count
    for (sheet, left, top), place in zip(found, places(stock, count), strict=True):
        assert sheet == place.sheet
        assert left == pytest.approx(place.left, abs=EXACT_MM)
        assert top == pytest.approx(place.top + (stock.height - side) / 2, abs=EXACT_MM)


@stocks
def test_every_code_of_a_sheet_is_read_as_a_label_printer_prints_it(stock: Stock) -> None:
    labels = [label(number) for number in range(stock.labels + 1)]
    found = scanned(sheets(labels, Placing(stock)).pdf)
    assert sorted(found) == sorted(each.address for each in labels)


@stocks
def test_the_code_of_the_longest_address_is_read_too(stock: Stock) -> None:
    longest = "https://" + ".".join(["w" * 60, "x" * 60, "y" * 60, "example"]) + ":65535"
    labels = [label(number, origin=longest[:200]) for number in range(2)]
    assert sorted(scanned(sheets(labels, Placing(stock)).pdf)) == sorted(
        each.address for each in labels
    )


def test_a_print_begins_where_it_is_told_and_is_shifted() -> None:
    stock = STOCKS["L7160"]
    pdf = sheets([label(1), label(2)], Placing(stock, 21, (1.5, -0.7))).pdf
    (first, left, top), (second, *_) = drawn_at(pdf)
    assert (first, second) == (0, 1)
    side = design_of(stock).code
    assert left == pytest.approx(7.25 + 2 * 66 + 1.5, abs=EXACT_MM)
    assert top == pytest.approx(15.15 + 6 * 38.1 - 0.7 + (38.1 - side) / 2, abs=EXACT_MM)


def test_the_same_batch_is_printed_as_often_as_it_is_asked_for() -> None:
    labels = [label(1), label(2), label(1)]
    assert scanned(sheets(labels, Placing(STOCKS["5160"])).pdf).count(labels[0].address) == 2


@pytest.mark.parametrize("code", ["L7160", "L7163", "5160", "5163", "99012"])
def test_a_label_says_what_there_is_to_say(code: str) -> None:
    said = words(sheets([label(0)], Placing(STOCKS[code])).pdf)
    for line in label(0).lines.values():
        assert line.removeprefix("🍗 ") in said


def test_a_tiny_label_keeps_to_what_is_needed_most() -> None:
    said = words(sheets([label(0)], Placing(STOCKS["L7651"])).pdf)
    assert "Chicken" in said
    assert "B-1000" in said
    assert "Use by Mar 20, 2026" in said
    assert "Lindner" not in said


@stocks
def test_what_is_too_long_for_a_label_breaks_and_the_rest_gives_way(stock: Stock) -> None:
    endless = Label(f"{ORIGIN}/b/1", {Line.PRODUCT: "W" * 60, Line.IDENTIFIER: "W" * 40})
    wordy = Label(f"{ORIGIN}/b/2", dict.fromkeys(Line, "Tafelspitz vom Simmentaler Rind " * 2))
    pdf = sheets([endless, wordy], Placing(stock)).pdf
    assert sorted(scanned(pdf)) == [f"{ORIGIN}/b/1", f"{ORIGIN}/b/2"]
    assert words(pdf).count("W") >= 60


@pytest.mark.parametrize("language", languages())
def test_labels_are_set_in_every_language(language: str) -> None:
    page = sheets(
        [label(number, language) for number in range(5)], Placing(STOCKS["L7160"]), language
    )
    assert not page.missing
    assert len(scanned(page.pdf)) == 5


def test_the_same_labels_are_the_same_bytes() -> None:
    labels = [label(number) for number in range(22)]
    first, second = (sheets(labels, Placing(STOCKS["L7160"])) for _ in range(2))
    assert first.pdf == second.pdf


@stocks
@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_a_calibration_page_shows_each_label_and_says_what_to_do(
    stock: Stock, language: str
) -> None:
    data = calibration_data(stock, writing(language))
    page = set_page(template("calibration"), data)
    assert not page.missing
    (paper,) = papers(page.pdf)
    assert paper == pytest.approx(stock.paper, abs=EXACT_MM)
    assert stock.name in words(page.pdf)
