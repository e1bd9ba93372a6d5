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
