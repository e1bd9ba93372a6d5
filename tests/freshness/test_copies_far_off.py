"""Copies of a batch whose other dates would leave the calendar that everything else keeps to."""

import pytest
from httpx2 import AsyncClient

from tests.freshness.shop_floor import create_batch
from tests.portability.test_everything_again import export
from tests.portability.test_shelf_again import bring_in


@pytest.mark.parametrize(
    ("fields", "arrival"),
    [
        ({"arrival_date": "2026-03-16", "butcher_date": "2026-03-15"}, "1900-01-01"),
        ({"arrival_date": "2026-03-16", "use_by": "2200-12-31"}, "2026-03-17"),
    ],
)
async def test_a_copy_keeps_within_the_calendar(
    alice: AsyncClient, fields: dict[str, str], arrival: str
) -> None:
    batch = await create_batch(alice, **fields)
    url = f"/batches/{batch['id']}/duplicate"
    answer = await alice.post(url, json={"arrival_date": arrival})
    assert answer.status_code == 422
    [error] = answer.json()["errors"]
    assert (error["pointer"], error["code"]) == ("/body/arrival_date", "date_out_of_range")
    same = await alice.post(url, json={"arrival_date": fields["arrival_date"]})
    assert same.status_code == 201
    assert (await bring_in(alice, await export(alice))).status_code == 200
