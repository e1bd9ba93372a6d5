"""A batch of which much was written down: each sale by weight is an edit."""

from datetime import date
from uuid import UUID

from httpx2 import AsyncClient

from almanac.core.bulk_insert import insert_rows
from almanac.core.db import Database
from almanac.freshness import models
from almanac.freshness.domain.events import EventKind
from almanac.freshness.domain.model import BatchState
from tests.conftest import NOON
from tests.freshness.shop_floor import create_batch
from tests.portability.test_everything_again import export
from tests.portability.test_shelf_again import bring_in

EDITS = 2500


async def test_a_batch_with_a_long_history_moves_house(
    alice: AsyncClient, bob: AsyncClient, database: Database
) -> None:
    batch = await create_batch(alice, quantity=3)
    owner, batch_id = (await alice.get("/users/me")).json()["id"], UUID(batch["id"])
    async with database.writers.begin() as session:
        said = {"user_id": UUID(owner), "batch_id": batch_id, "at": NOON, "reason": ""}
        said |= {"kind": EventKind.EDITED, "state": BatchState.ON_SHELF}
        said |= {"on_date": date(2026, 3, 18), "changes": {"quantity": [3.0, 2.5]}}
        numbers = range(2, EDITS + 2)
        await insert_rows(
            session, models.BatchEvent, [said | {"number": number} for number in numbers]
        )
        row = await session.get_one(models.Batch, (UUID(owner), batch_id))
        row.events_count = EDITS + 1
    answer = await bring_in(bob, await export(alice))
    assert answer.status_code == 201, answer.text
    [found] = (await bob.get("/batches")).json()["data"]
    assert (await bob.get(f"/batches/{found['id']}/history")).json()["count"] == EDITS + 1
