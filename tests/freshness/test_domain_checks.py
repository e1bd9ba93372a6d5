"""What cannot be, and which field says so."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given

from almanac.freshness.domain.checks import batch_faults, label_faults, limit_faults
from almanac.freshness.domain.model import Batch, Limits
from almanac.freshness.domain.stocks import STOCKS
from tests.freshness.shelves import ARRIVED, DAY, batches

BATCH = Batch(ARRIVED)


@pytest.mark.parametrize(
    ("limits", "fields"),
    [
        (Limits(), []),
        (Limits(0, 0, 0), []),
        (Limits(-1, 4), ["fresh_days"]),
        (Limits(2, 3651), ["caution_days"]),
        (Limits(2, 4, -1), ["use_by_days"]),
        (Limits(5, 4), ["caution_days"]),
        (Limits(-1, -2, 4000), ["fresh_days", "caution_days", "use_by_days"]),
    ],
)
def test_limits_are_days_in_their_order(limits: Limits, fields: list[str]) -> None:
    assert [fault.field for fault in limit_faults(limits)] == fields


@pytest.mark.parametrize(
    ("batch", "fields"),
    [
        (BATCH, []),
        (replace(BATCH, arrived_on=ARRIVED + timedelta(days=366)), []),
        (replace(BATCH, arrived_on=ARRIVED + timedelta(days=3653)), ["arrival_date"]),
        (replace(BATCH, butchered_on=ARRIVED), []),
        (replace(BATCH, butchered_on=ARRIVED + DAY), ["butcher_date"]),
        (replace(BATCH, use_by=ARRIVED - DAY), ["use_by"]),
        (replace(BATCH, butchered_on=ARRIVED - 3 * DAY, use_by=ARRIVED - DAY), []),
        (replace(BATCH, limits=Limits(4, 2)), ["caution_days"]),
    ],
)
def test_dates_of_a_batch_are_in_their_order(batch: Batch, fields: list[str]) -> None:
    assert [fault.field for fault in batch_faults(batch, ARRIVED)] == fields


@given(batch=batches())
def test_a_batch_that_can_be_has_no_faults_on_its_day(batch: Batch) -> None:
    assert batch_faults(batch, batch.arrived_on) == []


@pytest.mark.parametrize(
    ("count", "start_at", "offset", "fields"),
    [
        (1, 1, (0.0, 0.0), []),
        (1000, 21, (10.0, -10.0), []),
        (1, 25, (0.0, 0.0), ["start_at"]),
        (1, 0, (0.0, 0.0), ["start_at"]),
        (0, 1, (0.0, 0.0), ["batch_ids"]),
        (5000, 1, (0.0, 0.0), ["batch_ids"]),
        (1, 1, (10.1, float("nan")), ["offset_mm/0", "offset_mm/1"]),
    ],
)
def test_a_print_stays_on_its_sheets(
    count: int, start_at: int, offset: tuple[float, float], fields: list[str]
) -> None:
    faults = label_faults(STOCKS["L7160"], count, start_at, offset)
    assert [fault.field for fault in faults] == fields
