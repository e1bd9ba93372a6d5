"""A table of what is recalled costs what is recalled, not the whole shelf."""

from collections.abc import Iterator
from typing import Any

import pytest
from httpx2 import AsyncClient
from sqlalchemy import event

from almanac.freshness import models
from tests.freshness.shop_floor import create_batch, move
from tests.freshness.test_import import bring


@pytest.fixture
def read() -> Iterator[list[str]]:
    """The identifiers of the batches that were read meanwhile."""
    found: list[str] = []

    def note(row: models.Batch, _context: Any) -> None:
        found.append(row.identifier)

    event.listen(models.Batch, "load", note)
    yield found
    event.remove(models.Batch, "load", note)


async def test_what_is_not_recalled_is_not_read(alice: AsyncClient, read: list[str]) -> None:
    await bring(alice, "product\n" + "Chicken\n" * 20)
    await move(alice, await create_batch(alice, batch_identifier="K-1"), "recalled")
    read.clear()
    table = (await alice.get("/batches/recall.csv")).text
    assert [line.split(",")[0] for line in table.splitlines()[1:]] == ["K-1"]
    assert read == ["K-1"]


async def test_what_is_too_much_for_a_recall_is_not_read_to_its_end(
    alice: AsyncClient, read: list[str]
) -> None:
    for _ in range(2):
        await bring(alice, "product,lot\n" + "Chicken,L-1\n" * 600)
    read.clear()
    for dry_run in (True, False):
        answer = await alice.post(f"/batches/recall?dry_run={dry_run}", json={"lot": "L-1"})
        assert (answer.status_code, answer.json()["code"]) == (422, "recall_too_large")
    assert len(read) == 2 * 1001
