"""Where labels lie on their stock, and how they are drawn."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.freshness.domain.labels import ORDER, Line, design_of
from almanac.freshness.domain.stocks import STOCKS, Place, Stock, places

stocks = st.sampled_from(list(STOCKS.values()))


@pytest.mark.parametrize(
    ("code", "labels", "first", "last"),
    [
        # Left and top of the first and of the last label, as the makers' templates have them.
        ("L7160", 21, (7.25, 15.15), (139.25, 243.75)),
        ("L7163", 14, (4.65, 15.15), (106.25, 243.75)),
        ("L7651", 65, (4.75, 10.7), (167.15, 265.1)),
        ("5160", 30, (4.7625, 12.7), (144.4625, 241.3)),
        ("5163", 10, (3.96875, 12.7), (110.33125, 215.9)),
        ("99012", 1, (0.0, 0.0), (0.0, 0.0)),
    ],
)
def test_labels_lie_where_the_sheet_is_cut(
    code: str, labels: int, first: tuple[float, float], last: tuple[float, float]
) -> None:
    stock = STOCKS[code]
    assert stock.labels == labels
    found = places(stock, labels)
    assert found[0][1:] == pytest.approx(first)
    assert found[-1][1:] == pytest.approx(last)
    assert {place.sheet for place in found} == {0}


@given(stock=stocks, count=st.integers(1, 200), data=st.data())
def test_labels_stay_on_the_paper_and_off_each_other(
    stock: Stock, count: int, data: st.DataObject
) -> None:
    start_at = data.draw(st.integers(1, stock.labels))
    found = places(stock, count, start_at=start_at)
    assert len(set(found)) == count
    for place in found:
        assert place.left >= -1e-9
        assert place.left + stock.width <= stock.paper[0] + 1e-9
        assert place.top >= -1e-9
        assert place.top + stock.height <= stock.paper[1] + 1e-9
    for one, other in pairwise(found):
        apart_x = abs(other.left - one.left) >= stock.width - 1e-9
        apart_y = abs(other.top - one.top) >= stock.height - 1e-9
        assert apart_x or apart_y or other.sheet > one.sheet
    assert found[-1].sheet == (start_at + count - 2) // stock.labels


def test_a_print_goes_on_where_the_sheet_was_begun_and_is_shifted_as_a_whole() -> None:
    stock = STOCKS["L7160"]
    whole = places(stock, 22)
    assert places(stock, 2, start_at=21) == whole[20:]
    assert whole[21].sheet == 1
    shifted = places(stock, 1, offset=(0.5, -1.0))[0]
    assert shifted == Place(0, whole[0].left + 0.5, whole[0].top - 1.0)


@given(stock=stocks)
def test_a_code_leaves_room_for_the_lines_beside_it(stock: Stock) -> None:
    design = design_of(stock)
    assert design.code <= stock.height
    assert design.code + design.gap + 2 * design.margin < stock.width
    assert design.smallest < design.largest
    assert design.last >= Line.USE_BY


def test_a_small_label_leaves_out_what_is_missed_least() -> None:
    small, large = design_of(STOCKS["L7651"]), design_of(STOCKS["L7163"])
    assert small.smallest < large.smallest
    assert {line for line in ORDER if line <= small.last} == {
        Line.PRODUCT,
        Line.IDENTIFIER,
        Line.USE_BY,
    }
    assert large.last is max(ORDER)
    assert sorted(ORDER) == list(Line)
