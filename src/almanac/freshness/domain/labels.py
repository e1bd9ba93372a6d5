"""What stands on a label, what is left out first where there is little room, and how it is drawn.

A label is its code at one side and lines beside it. Lengths are millimetres, of type points.
"""

from dataclasses import dataclass
from enum import IntEnum

from almanac.freshness.domain.stocks import Stock

QUIET_MODULES = 4
"""White modules around a code that readers need (ISO/IEC 18004)."""
SMALL_WIDTH = 45.0


class Line(IntEnum):
    """Lines of a label by how soon they are missed: the last ones give way first."""

    PRODUCT = 0
    IDENTIFIER = 1
    USE_BY = 2
    ARRIVED = 3
    CODE = 4
    CUT = 5
    SHOP = 6


ORDER = (
    Line.PRODUCT,
    Line.IDENTIFIER,
    Line.CUT,
    Line.ARRIVED,
    Line.USE_BY,
    Line.CODE,
    Line.SHOP,
)
"""From the top of a label to its bottom."""


@dataclass(frozen=True, slots=True)
class Design:
    """How the labels of a stock are drawn: the code is a square of `code` beside the lines.

    `margin` is kept free all around, since printers and hands are not exact. Type goes from
    `largest` down to `smallest` points; of the lines, those up to `last` are shown.
    """

    margin: float
    code: float
    gap: float
    largest: float
    smallest: float
    last: Line


def design_of(stock: Stock) -> Design:
    """How the labels of a stock are drawn."""
    is_small = stock.width < SMALL_WIDTH
    margin = 1.0 if is_small else 2.0
    # The code's quiet zone is white, so it may lie where the margin is.
    code = min(stock.height - margin, 0.5 * stock.width)
    return Design(
        margin=margin,
        code=code,
        gap=0.5 if is_small else 1.0,
        largest=round(0.32 * stock.height, 1),
        smallest=5.5 if is_small else 6.0,
        last=Line.USE_BY if is_small else Line.SHOP,
    )
