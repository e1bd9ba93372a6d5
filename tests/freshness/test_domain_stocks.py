"""Where labels lie on their stock, and what became of the goods."""

from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.freshness.domain.model import BatchState
from almanac.freshness.domain.stocks import STOCKS, Place, Stock, places
from almanac.freshness.domain.turnover import Stay, Turnover, turnover
from tests.freshness.shelves import ARRIVED

BEEF, COD = UUID(int=1), UUID(int=2)
stocks = st.sampled_from(list(STOCKS.values()))
stays = st.lists(
    st.builds(
        lambda product, arrived, state, days: Stay(
            product,
            ARRIVED + timedelta(days=arrived),
            state,
            None
            if state in {BatchState.ON_SHELF, BatchState.RECALLED}
            else ARRIVED + timedelta(days=arrived + days),
        ),
        st.sampled_from([BEEF, COD]),
        st.integers(0, 30),
        st.sampled_from(BatchState),
        st.integers(0, 9),
    ),
    max_size=30,
)


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


def test_arrivals_sales_and_waste_count_on_their_days() -> None:
    def day(number: int) -> date:
        return ARRIVED + timedelta(days=number)

    found = turnover(
        [
            Stay(BEEF, day(0), BatchState.SOLD, day(2)),
            Stay(BEEF, day(1), BatchState.SOLD, day(5)),
            Stay(BEEF, day(-4), BatchState.DISCARDED, day(1)),
            Stay(BEEF, day(3), BatchState.ON_SHELF),
            Stay(COD, day(3), BatchState.RECALLED),
            Stay(COD, day(-9), BatchState.SOLD, day(-8)),
        ],
        day(0),
        day(6),
    )
    assert found == {BEEF: Turnover(3, 2, 1, 6), COD: Turnover(arrived=1)}
    assert found[BEEF].waste_share == pytest.approx(1 / 3)
    assert found[BEEF].mean_days == 3.0
    assert found[COD].waste_share is None
    assert found[COD].mean_days is None


@given(kept=stays, parting=st.integers(0, 40))
def test_two_ranges_add_up_to_both(kept: list[Stay], parting: int) -> None:
    first, last = ARRIVED, ARRIVED + timedelta(days=41)
    middle = ARRIVED + timedelta(days=parting)
    early = turnover(kept, first, middle)
    late = turnover(kept, middle + timedelta(days=1), last)
    for product, whole in turnover(kept, first, last).items():
        assert early.get(product, Turnover()) + late.get(product, Turnover()) == whole
