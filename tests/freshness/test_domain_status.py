"""How fresh a batch is: by its days, its use-by date, its state, in the shop's zone."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from almanac.freshness.domain.model import Batch, BatchState, Limits, Status
from almanac.freshness.domain.status import (
    days_on_shelf,
    next_change,
    severity,
    shop_today,
    status_by_turns,
    status_of,
    turns_of,
)
from almanac.freshness.domain.viewpoint import Viewpoint
from tests.freshness.shelves import ARRIVED, DAY, batches, dates

BATCH = Batch(ARRIVED)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-366, Status.NOT_YET),
        (-1, Status.NOT_YET),
        (0, Status.FRESH),
        (2, Status.FRESH),
        (3, Status.CAUTION),
        (4, Status.CAUTION),
        (5, Status.EXPIRED),
        (3650, Status.EXPIRED),
    ],
)
def test_days_on_the_shelf_tell_the_status(days: int, expected: Status) -> None:
    today = ARRIVED + days * DAY
    assert days_on_shelf(BATCH, today) == days
    assert status_of(BATCH, today) is expected


@pytest.mark.parametrize(
    ("limits", "days", "expected"),
    [
        (Limits(0, 0), 0, Status.FRESH),
        (Limits(0, 0), 1, Status.EXPIRED),
        (Limits(2, 2), 3, Status.EXPIRED),
        (Limits(0, 5), 1, Status.CAUTION),
        (Limits(14, 21), 14, Status.FRESH),
    ],
)
def test_the_limits_of_the_batch_count(limits: Limits, days: int, expected: Status) -> None:
    assert status_of(replace(BATCH, limits=limits), ARRIVED + days * DAY) is expected


def test_what_is_past_its_use_by_date_is_expired_however_short_it_stood() -> None:
    batch = replace(BATCH, use_by=ARRIVED + DAY)
    assert status_of(batch, ARRIVED + DAY) is Status.FRESH
    assert status_of(batch, ARRIVED + 2 * DAY) is Status.EXPIRED


def test_a_late_use_by_date_keeps_nothing_fresh() -> None:
    batch = replace(BATCH, use_by=ARRIVED + 90 * DAY)
    assert status_of(batch, ARRIVED + 5 * DAY) is Status.EXPIRED


def test_use_by_days_count_from_the_cut_or_else_from_the_arrival() -> None:
    limits = Limits(5, 9, use_by_days=3)
    assert replace(BATCH, limits=limits).last_use_on == ARRIVED + 3 * DAY
    cut = replace(BATCH, limits=limits, butchered_on=ARRIVED - 2 * DAY)
    assert cut.last_use_on == ARRIVED + DAY
    assert replace(cut, use_by=ARRIVED + 7 * DAY).last_use_on == ARRIVED + 7 * DAY


@pytest.mark.parametrize("days", [-3, 0, 3, 9])
def test_recalled_beats_all_and_discarded_is_never_fresh(days: int) -> None:
    today = ARRIVED + days * DAY
    assert status_of(replace(BATCH, state=BatchState.RECALLED), today) is Status.RECALLED
    assert status_of(replace(BATCH, state=BatchState.DISCARDED), today) is Status.EXPIRED


def test_what_was_sold_goes_on_ageing() -> None:
    sold = replace(BATCH, state=BatchState.SOLD)
    assert status_of(sold, ARRIVED + 3 * DAY) is Status.CAUTION
    assert status_of(sold, ARRIVED + 5 * DAY) is Status.EXPIRED


@given(batch=batches(), day=dates, later=st.integers(0, 400))
def test_from_its_arrival_on_a_batch_never_gets_better(batch: Batch, day: date, later: int) -> None:
    assume(day >= batch.arrived_on)
    assert severity(status_of(batch, day)) <= severity(status_of(batch, day + later * DAY))


@given(batch=batches(), day=dates)
def test_two_dates_kept_beside_a_batch_tell_the_same(batch: Batch, day: date) -> None:
    turns = turns_of(batch)
    assert status_by_turns(batch.state, batch.arrived_on, turns, day) is status_of(batch, day)


@given(batch=batches(), day=dates)
def test_nothing_is_called_fresh_before_it_arrived(batch: Batch, day: date) -> None:
    assume(day < batch.arrived_on)
    assert status_of(batch, day) not in {Status.FRESH, Status.CAUTION}


@given(batch=batches(), day=dates)
def test_the_next_change_is_the_first_day_that_is_different(batch: Batch, day: date) -> None:
    now, change = status_of(batch, day), next_change(batch, day)
    days = [day + number * DAY for number in range(1, 100)]
    first = next((then for then in days if status_of(batch, then) is not now), None)
    if first is not None:
        assert change == (first, status_of(batch, first))
    else:
        assert change is None or change[0] > days[-1]


@pytest.mark.parametrize(
    ("zone", "now", "expected"),
    [
        # A server whose clock is UTC, at half past eleven of the evening in New York.
        ("America/New_York", "2026-03-17T03:30", "2026-03-16"),
        ("America/New_York", "2026-03-17T04:00", "2026-03-17"),
        ("Pacific/Kiritimati", "2026-03-16T10:00", "2026-03-17"),
        # Clocks go forward at two: the night is short, the day is the same.
        ("Europe/Berlin", "2026-03-28T22:59", "2026-03-28"),
        ("Europe/Berlin", "2026-03-28T23:00", "2026-03-29"),
        ("Europe/Berlin", "2026-03-29T22:00", "2026-03-30"),
        ("Europe/Berlin", "2026-10-25T22:59", "2026-10-25"),
        ("Europe/Berlin", "2026-10-25T23:00", "2026-10-26"),
    ],
)
def test_today_is_the_date_on_the_shops_calendar(zone: str, now: str, expected: str) -> None:
    instant = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert shop_today(instant, ZoneInfo(zone)) == date.fromisoformat(expected)


def test_a_day_of_23_or_25_hours_is_one_day() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    for begins in ("2026-03-27T23:00", "2026-10-23T22:00"):
        first = shop_today(datetime.fromisoformat(begins).replace(tzinfo=UTC), berlin)
        batch = Batch(first)
        assert [days_on_shelf(batch, first + number * DAY) for number in range(4)] == [0, 1, 2, 3]


def test_the_shop_s_zone_is_the_person_s_until_it_is_set() -> None:
    look = Viewpoint(
        datetime(2026, 3, 17, 3, 30, tzinfo=UTC), ZoneInfo("Europe/Berlin"), "de", None, "asked"
    )
    assert look.today(None) == date(2026, 3, 17)
    assert look.today(ZoneInfo("America/New_York")) == date(2026, 3, 16)


def test_a_server_is_reached_where_its_operator_says_or_else_where_it_was_asked() -> None:
    look = Viewpoint(datetime(2026, 3, 17, tzinfo=UTC), ZoneInfo("UTC"), "de", None, "asked")
    assert look.origin == "asked"
    assert replace(look, configured="configured").origin == "configured"
