"""Addresses of the machine itself that are written as browsers read numbers."""

import pytest
from httpx2 import AsyncClient

from almanac.freshness.domain.addresses import is_local


@pytest.mark.parametrize("host", ["0", "0x7f.1", "2130706433", "017700000001", "0177.0.0.1:80"])
async def test_no_label_leads_to_the_machine_itself(alice: AsyncClient, host: str) -> None:
    answer = await alice.patch("/shop", json={"public_url": f"http://{host}"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/body/public_url"


@pytest.mark.parametrize("host", ["3232235796", "10.1", "1e3", "10.0.0.256", "0xshop"])
def test_other_numbers_and_names_are_not_local(host: str) -> None:
    assert not is_local(f"http://{host}")
