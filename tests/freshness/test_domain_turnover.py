"""What became of the goods: sold, wasted, by product, over a range and cut into periods."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.freshness.domain.model import BatchState
from almanac.freshness.domain.turnover import (
    Stay,
    Step,
    Turnover,
    periods,
    turnover,
    turnover_by_period,
)
from almanac.schedules.rules import Weekday
from tests.freshness.shelves import ARRIVED

BEEF, COD = UUID(int=1), UUID(int=2)
LAST = ARRIVED + timedelta(days=41)
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
        st.integers(-9, 50),
        st.sampled_from(BatchState),
        st.integers(0, 9),
    ),
    max_size=30,
)


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
    middle = ARRIVED + timedelta(days=parting)
    early = turnover(kept, ARRIVED, middle)
    late = turnover(kept, middle + timedelta(days=1), LAST)
    for product, whole in turnover(kept, ARRIVED, LAST).items():
        assert early.get(product, Turnover()) + late.get(product, Turnover()) == whole


def test_what_was_taken_off_on_a_day_without_being_sold_or_wasted_is_neither() -> None:
    recalled = Stay(BEEF, ARRIVED, BatchState.RECALLED, ARRIVED + timedelta(days=1))
    assert turnover([recalled], ARRIVED, LAST) == {BEEF: Turnover(arrived=1)}


def test_a_range_is_cut_at_its_weeks_and_months() -> None:
    first, last = date(2026, 1, 30), date(2026, 2, 9)
    assert list(periods(first, last, Step.MONTH, Weekday.MON)) == [
        (first, date(2026, 1, 31)),
        (date(2026, 2, 1), last),
    ]
    assert list(periods(first, last, Step.WEEK, Weekday.MON)) == [
        (first, date(2026, 2, 1)),
        (date(2026, 2, 2), date(2026, 2, 8)),
        (date(2026, 2, 9), last),
    ]
    assert next(periods(first, last, Step.WEEK, Weekday.SUN)) == (first, date(2026, 1, 31))
    assert list(periods(first, first, Step.DAY, Weekday.MON)) == [(first, first)]


@given(kept=stays, step=st.sampled_from(Step), week_start=st.sampled_from(Weekday))
def test_each_period_counts_as_a_range_of_its_own(
    kept: list[Stay], step: Step, week_start: Weekday
) -> None:
    bounds = list(periods(ARRIVED, LAST, step, week_start))
    found = turnover_by_period(kept, bounds)
    for (first, last), of_period in zip(bounds, found, strict=True):
        alone = turnover(kept, first, last)
        counted = {product: each for product, each in of_period.items() if each != Turnover()}
        assert counted == {product: each for product, each in alone.items() if each != Turnover()}
