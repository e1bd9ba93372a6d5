"""Sheets of labels as tests want them, and how they are measured and read."""

import hashlib
import io
import re
from datetime import date

import pypdfium2  # type: ignore[import-untyped]
import zxingcpp
from pypdf import PdfReader

from almanac.freshness.domain.codes import code_from, grouped
from almanac.freshness.domain.labels import Line
from almanac.freshness.service.labels import Label, Placing, sheets_data, template
from almanac.language.writing import writing
from almanac.typesetting.press import Page, set_page

ORIGIN = "https://almanac.example.org"
POINT = 25.4 / 72
# What thermal printers print, at their coarsest.
DOTS_AN_INCH = 203
NAMES = ("🍗 Chicken", "🥩 Dry-aged rib of beef on the bone", "🐟 鲈鱼", "🧀 جبنة", "चिकन")
# The white ground of a code, from its corner on.
_DRAWN = re.compile(r"q ([\d.]+) 0 0 -\1 ([\d.-]+) ([\d.-]+) cm\s*/c0 cs 1 scn 0 0 m")


def code(number: int) -> str:
    return code_from(hashlib.sha256(str(number).encode()).digest())


def label(number: int, language: str = "en", *, origin: str = ORIGIN) -> Label:
    """A label with every line."""
    written = writing(language)
    text, day = written.text, written.medium_date
    return Label(
        f"{origin}/b/{code(number)}",
        {
            Line.PRODUCT: NAMES[number % len(NAMES)],
            Line.IDENTIFIER: f"B-{1000 + number}",
            Line.CUT: f"{text('labels.cut')} {day(date(2026, 3, 14))}",
            Line.ARRIVED: f"{text('labels.arrived')} {day(date(2026, 3, 16))}",
            Line.USE_BY: f"{text('labels.use_by')} {day(date(2026, 3, 20))}",
            Line.CODE: grouped(code(number)),
            Line.SHOP: "Hofmetzgerei Lindner",
        },
    )


def sheets(labels: list[Label], placing: Placing, language: str = "en") -> Page:
    return set_page(template("labels"), sheets_data(labels, placing, writing(language)))


def papers(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page, in mm."""
    boxes = (page.mediabox for page in PdfReader(io.BytesIO(pdf)).pages)
    return [(float(box.width) * POINT, float(box.height) * POINT) for box in boxes]


def drawn_at(pdf: bytes) -> list[tuple[int, float, float]]:
    """The page of each code and its left and top on it in mm, as the page's own content says."""
    found = []
    for number, page in enumerate(PdfReader(io.BytesIO(pdf)).pages):
        contents = page.get_contents()
        assert contents is not None
        height = float(page.mediabox.height)
        for _, left, top in _DRAWN.findall(contents.get_data().decode("latin-1")):
            found.append((number, float(left) * POINT, (height - float(top)) * POINT))
    return found


def scanned(pdf: bytes, dots_an_inch: int = DOTS_AN_INCH) -> list[str]:
    """What the codes on all pages say when they are printed so finely, in no order."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        bitmap = page.render(scale=dots_an_inch / 72, grayscale=True)
        picture = memoryview(bytes(bitmap.buffer)).cast("B", (bitmap.height, bitmap.stride))
        found += [each.text for each in zxingcpp.read_barcodes(picture)]
    return found
