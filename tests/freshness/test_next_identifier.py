"""The next identifier, where what it goes on from leaves no room."""

from datetime import date

import pytest
from httpx2 import AsyncClient

from almanac.freshness.domain.identifiers import MAX_LENGTH, next_identifier
from tests.freshness.shop_floor import create_batch

TODAY = date(2026, 3, 18)
FULL = ["9" * 40, "x" * 40, "x" * 39, "20260318" + "x" * 32, "20260318-" + "9" * 31]


@pytest.mark.parametrize("last", FULL)
def test_what_has_no_room_for_more_digits_begins_anew(last: str) -> None:
    assert next_identifier(last, set(), TODAY) == "B-1001"
    assert next_identifier(last, {"b-1001", "b-1002"}, TODAY) == "B-1003"


def test_what_is_left_is_used_up_first() -> None:
    last = "x" * 37 + "-2"
    following = next_identifier(last, set(), TODAY)
    assert (following, len(following) <= MAX_LENGTH) == ("x" * 37 + "-3", True)


@pytest.mark.parametrize("last", FULL)
async def test_goods_without_an_identifier_follow_the_longest_one(
    alice: AsyncClient, last: str
) -> None:
    longest = await create_batch(alice, batch_identifier=last)
    following = (await alice.get("/batches/next-identifier")).json()["batch_identifier"]
    assert (await create_batch(alice))["batch_identifier"] == following == "B-1001"
    copy = await alice.post(f"/batches/{longest['id']}/duplicate", json={})
    assert copy.json()["batch_identifier"] == "B-1002"
