"""The shelf of a shop with 10,000 batches, as many as there may be: its lists, figures and writes.

Half a year of goods, a tenth of them on the shelf; each answer in statements and milliseconds.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Mapping
from datetime import timedelta
from statistics import median
from typing import NamedTuple
from uuid import UUID

from httpx2 import AsyncClient
from sqlalchemy import insert

from almanac.core.ids import new_id
from almanac.freshness.domain.codes import code_from
from almanac.freshness.domain.identifiers import likeness
from almanac.freshness.domain.model import BatchState
from almanac.freshness.models import Batch
from bench.harness.databases import DATABASES
from bench.harness.people import Installation, installation
from bench.harness.report import Figure, at_most, progress, tell

BATCHES = 9_990
DAYS = 180
MOST_MS = 150
MOST_STATEMENTS = 10
ROUNDS = 7


class Request(NamedTuple):
    """Something asked of the shelf; `{product}` stands for one of its products."""

    what: str
    path: str
    body: dict[str, str] | None = None
    # Reads much of the shelf, or all of it: told without a goal.
    is_whole: bool = False


REQUESTS = (
    Request("a page of 50", "/batches?limit=50"),
    Request("a page of 50 on the shelf", "/batches?state=on_shelf&limit=50"),
    Request("a page of 100, expired", "/batches?status=expired&sort=expires_on&limit=100"),
    Request("the last page of 100", "/batches?limit=100&skip=9800&sort=product"),
    Request("a page of 100 by words", "/batches?q=99&limit=100"),
    Request("products with their counts", "/products"),
    Request("Today", "/today"),
    Request("the next identifier", "/batches/next-identifier"),
    Request("one more batch", "/batches", {"product_id": "{product}"}),
    Request("what the recall of a lot means", "/batches/recall?dry_run=true", {"lot": "L-7"}),
    Request(
        "turnover of half a year by weeks",
        "/batches/turnover?from={first}&to={last}&by=week",
        is_whole=True,
    ),
    Request("the whole table", "/batches/export.csv", is_whole=True),
)


async def give_shelf(home: Installation, alice: AsyncClient, user_id: UUID) -> str:
    """Half a year of goods, and the id of a product."""
    products: list[str] = [each["id"] for each in (await alice.get("/products")).json()["data"]]
    # A first write opens the shop.
    (await alice.patch("/shop", json={"name": "Counter"})).raise_for_status()
    now = home.now()
    states = (BatchState.ON_SHELF, *(BatchState.SOLD,) * 8, BatchState.DISCARDED)
    rows = []
    for number in range(BATCHES):
        arrived = now.date() - timedelta(days=number * DAYS // BATCHES)
        state = states[number % 10]
        identifier = f"B-{100_000 + number}"
        rows.append(
            {
                "user_id": user_id,
                "id": new_id(),
                "product_id": UUID(products[number % 4]),
                "identifier": identifier,
                "identifier_key": likeness(identifier),
                "lot": f"L-{number // 20}",
                "lot_key": likeness(f"L-{number // 20}"),
                "arrived_on": arrived,
                "fresh_days": 2,
                "caution_days": 4,
                "state": state,
                "caution_on": arrived + timedelta(days=3),
                "expires_on": arrived + timedelta(days=5),
                "left_on": None if state is BatchState.ON_SHELF else arrived + timedelta(days=1),
                "code": code_from(number.to_bytes(8)),
                "created_at": now - timedelta(seconds=number),
                "updated_at": now,
            }
        )
    async with home.database.writers.begin() as session:
        await session.execute(insert(Batch), rows)
    return products[0]


async def measure(database: str) -> list[Figure]:
    """Fill the shelf on one database and ask for it."""
    with DATABASES[database]() as url:
        async with installation(url) as home, home.person("alice") as (alice, alice_id):
            progress(f"{database}: {BATCHES} batches")
            today = home.now().date()
            values = {
                "product": await give_shelf(home, alice, alice_id),
                "first": str(today - timedelta(days=DAYS)),
                "last": str(today),
            }
            figures = []
            for request in REQUESTS:
                progress(f"{database}: {request.what}")
                figures += await _ask(home, alice, database, request, values)
    return figures


async def _ask(
    home: Installation,
    alice: AsyncClient,
    database: str,
    request: Request,
    values: Mapping[str, str],
) -> list[Figure]:
    path = request.path.format(**values)
    body = request.body and {key: value.format(**values) for key, value in request.body.items()}
    await _milliseconds(home, alice, path, body)
    with home.counting() as asked:
        await _milliseconds(home, alice, path, body)
    taken = [await _milliseconds(home, alice, path, body) for _ in range(ROUNDS)]
    what, note = f"{database}: {request.what}", f"best {min(taken):.0f} ms"
    statements = at_most(f"{what}, statements", len(asked.statements), MOST_STATEMENTS)
    if request.is_whole:
        return [statements, Figure(what, f"{median(taken):.0f} ms  ({note})")]
    return [statements, at_most(what, median(taken), MOST_MS, unit=" ms", note=note)]


async def _milliseconds(
    home: Installation, alice: AsyncClient, path: str, body: dict[str, str] | None
) -> float:
    if body is None:
        return await home.milliseconds(alice, path)
    begun = time.perf_counter()
    (await alice.post(path, json=body)).raise_for_status()
    return (home.app.answered_at - begun) * 1000


def main() -> None:
    """Read the options, measure both databases."""
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--database", choices=list(DATABASES), action="append")
    for database in parser.parse_args().database or DATABASES:
        tell(asyncio.run(measure(database)))


if __name__ == "__main__":
    main()
