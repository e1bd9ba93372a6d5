"""Which batches a day is told about, and why."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from almanac.freshness.domain.day import EXPIRED_FOR, Concern, concern
from almanac.freshness.domain.model import Batch, BatchState, Limits, Status
from almanac.freshness.domain.status import status_of, turns_of
from tests.freshness.shelves import ARRIVED, DAY, batches, dates

BATCH = Batch(ARRIVED)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, None),
        (0, None),
        (1, None),
        (2, Concern.TURNS_TOMORROW),
        (3, Concern.CAUTION),
        (4, Concern.CAUTION),
        (5, Concern.EXPIRED),
        (11, Concern.EXPIRED),
        (12, None),
    ],
)
def test_a_batch_is_brought_up_from_the_day_before_it_turns(
    days: int, expected: Concern | None
) -> None:
    assert concern(BATCH, None, ARRIVED + days * DAY) is expected


def test_what_arrives_tomorrow_is_no_concern_though_it_turns_at_once() -> None:
    batch = replace(BATCH, limits=Limits(0, 0))
    assert concern(batch, None, ARRIVED - DAY) is None
    assert concern(batch, None, ARRIVED) is Concern.TURNS_TOMORROW


def test_what_left_today_stays_until_the_day_is_over_if_it_was_brought_up() -> None:
    sold, today = replace(BATCH, state=BatchState.SOLD), ARRIVED + 3 * DAY
    assert concern(sold, today, today) is Concern.LEFT_TODAY
    assert concern(sold, today - DAY, today) is None
    assert concern(sold, ARRIVED, ARRIVED) is None
    assert concern(replace(BATCH, state=BatchState.RECALLED), None, today) is None


@given(batch=batches(), today=dates)
def test_nothing_at_caution_on_the_shelf_is_passed_over(batch: Batch, today: date) -> None:
    on_shelf = replace(batch, state=BatchState.ON_SHELF)
    found = concern(on_shelf, None, today)
    match status_of(on_shelf, today):
        case Status.CAUTION:
            assert found is Concern.CAUTION
        case Status.EXPIRED:
            lately = turns_of(on_shelf).expires_on > today - EXPIRED_FOR
            assert found is (Concern.EXPIRED if lately else None)
        case _:
            assert found in {None, Concern.TURNS_TOMORROW}
