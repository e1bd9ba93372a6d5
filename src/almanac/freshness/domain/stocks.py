"""Label stocks: sheets and rolls as their makers cut them, and where each label of one lies.

Lengths are millimetres. Widths, heights and pitches are those printed on the packets; the sheets
are cut symmetrically, so that the margins follow from the paper. American stocks are given in
inches by their maker and written as such here.
"""

from dataclasses import dataclass
from typing import NamedTuple

INCH = 25.4
A4 = (210.0, 297.0)
LETTER = (8.5 * INCH, 11 * INCH)
MAX_LABELS = 1000
"""Most labels of one print: more is a mistake rather than a day's work."""
MAX_OFFSET = 10.0
"""How far a print can be shifted to meet the labels of a printer that feeds askew."""


@dataclass(frozen=True, slots=True)
class Stock:
    """Labels in `columns` and `rows` on a `paper`; a pitch is from label to label."""

    code: str
    name: str
    paper: tuple[float, float]
    columns: int
    rows: int
    width: float
    height: float
    pitch_x: float
    pitch_y: float

    @property
    def labels(self) -> int:
        """How many labels one sheet has."""
        return self.columns * self.rows

    @property
    def left(self) -> float:
        """From the paper's left edge to the first label."""
        return (self.paper[0] - (self.columns - 1) * self.pitch_x - self.width) / 2

    @property
    def top(self) -> float:
        """From the paper's top edge to the first label."""
        return (self.paper[1] - (self.rows - 1) * self.pitch_y - self.height) / 2


STOCKS = {
    stock.code: stock
    for stock in (
        Stock("L7160", "Avery L7160", A4, 3, 7, 63.5, 38.1, 66.0, 38.1),
        Stock("L7163", "Avery L7163", A4, 2, 7, 99.1, 38.1, 101.6, 38.1),
        Stock("L7651", "Avery L7651", A4, 5, 13, 38.1, 21.2, 40.6, 21.2),
        Stock("5160", "Avery 5160", LETTER, 3, 10, 2.625 * INCH, INCH, 2.75 * INCH, INCH),
        Stock("5163", "Avery 5163", LETTER, 2, 5, 4 * INCH, 2 * INCH, 4.1875 * INCH, 2 * INCH),
        Stock("99012", "Dymo 99012", (89.0, 36.0), 1, 1, 89.0, 36.0, 89.0, 36.0),
    )
}


class Place(NamedTuple):
    """Where a label lies: the sheet, from 0 on, and its left and top on it."""

    sheet: int
    left: float
    top: float


def places(
    stock: Stock, count: int, *, start_at: int = 1, offset: tuple[float, float] = (0.0, 0.0)
) -> list[Place]:
    """Where `count` labels lie, row by row, the first of them on label `start_at` of its sheet.

    `offset` shifts all of them to the right and down.
    """
    found = []
    for number in range(start_at - 1, start_at - 1 + count):
        sheet, at = divmod(number, stock.labels)
        row, column = divmod(at, stock.columns)
        left = stock.left + column * stock.pitch_x + offset[0]
        found.append(Place(sheet, left, stock.top + row * stock.pitch_y + offset[1]))
    return found
