"""The counter of the demo account: believable, within the rules, the same all day."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from almanac.demo.domain.counters import BATCHES, WARES, shelf_record
from almanac.demo.domain.task_history import Calendar
from almanac.freshness.domain.checks import batch_faults, limit_faults
from almanac.freshness.domain.emoji import is_one_sign
from almanac.freshness.domain.model import BatchState, Status
from almanac.freshness.domain.status import status_of

ZONE = ZoneInfo("Europe/Berlin")


def calendar(day: date) -> Calendar:
    return Calendar(datetime(day.year, day.month, day.day, 11, tzinfo=UTC), day, ZONE)


@pytest.mark.parametrize("day", [date(2026, 3, 18), date(2026, 11, 20), date(2028, 2, 29)])
def test_a_counter_has_goods_in_every_state_and_none_that_cannot_be(day: date) -> None:
    shelf = shelf_record(calendar(day))
    assert shelf == shelf_record(calendar(day))
    assert (len(shelf.products), len(shelf.batches)) == (len(WARES), BATCHES)
    assert not [fault for each in shelf.products for fault in limit_faults(each.limits)]
    assert not [fault for each in shelf.batches for fault in batch_faults(each.batch, day)]
    assert all(is_one_sign(each.emoji) for each in shelf.products)
    assert {each.batch.state for each in shelf.batches} == set(BatchState)
    here = [each.batch for each in shelf.batches if each.batch.state is BatchState.ON_SHELF]
    assert {Status.NOT_YET, Status.FRESH} <= {status_of(batch, day) for batch in here}
    for each in shelf.batches:
        moments = [event.at for event in each.events]
        assert moments == sorted(moments)
        assert moments[-1] <= datetime(day.year, day.month, day.day, 11, tzinfo=UTC)
        assert each.events[-1].state is each.batch.state
        assert each.events[-1].on <= day
        assert each.batch.arrived_on <= day + timedelta(days=2)
