"""One tick: statements, rows written and time, with one and with ten years of history.

Ticks a daily habit today and takes it back, in turns for two people.
"""

import argparse
import asyncio
import sys
import time
from statistics import median
from typing import Any

from httpx2 import AsyncClient

from bench.harness.databases import DATABASES
from bench.harness.people import Installation, installation
from bench.harness.report import Figure, at_most, progress, tell

FEW, MANY = 1, 10
MOST_STATEMENTS = 6
ROUNDS = 30


async def measure(database: str) -> list[Figure]:
    """Make two people on one database and let them tick."""
    with DATABASES[database]() as url:
        async with (
            installation(url) as home,
            home.person("alice") as (alice, alice_id),
            home.person("bob") as (bob, bob_id),
        ):
            progress(f"{database}: a habit with {FEW} and with {MANY} years")
            await home.give_habits(alice_id, 1, FEW)
            await home.give_habits(bob_id, 1, MANY)
            counts = {
                FEW: await _count(home, alice),
                MANY: await _count(home, bob),
            }
            pairs = [(await _tick(alice), await _tick(bob)) for _ in range(ROUNDS)]
    statements, rows = counts[MANY]
    return [
        at_most(f"{database}: statements, {MANY} years", statements, MOST_STATEMENTS),
        at_most(
            f"{database}: rows written, {MANY} years",
            rows,
            counts[FEW][1],
            note=f"{counts[FEW][1]} with {FEW} year",
        ),
        Figure(f"{database}: time, {FEW} year", f"{median(pair[0] for pair in pairs):.1f} ms"),
        Figure(f"{database}: time, {MANY} years", f"{median(pair[1] for pair in pairs):.1f} ms"),
    ]


async def _path(client: AsyncClient) -> str:
    habit: dict[str, Any] = (await client.get("/habits")).raise_for_status().json()["data"][0]
    day = (await client.get("/today")).raise_for_status().json()["today"]
    return f"/habits/{habit['id']}/check-ins/{day}"


async def _count(home: Installation, client: AsyncClient) -> tuple[int, int]:
    path = await _path(client)
    with home.counting() as asked:
        (await client.put(path, json={"status": "done"})).raise_for_status()
    await client.delete(path)
    return len(asked.statements), asked.rows_written


async def _tick(client: AsyncClient) -> float:
    path = await _path(client)
    begun = time.perf_counter()
    (await client.put(path, json={"status": "done"})).raise_for_status()
    taken = (time.perf_counter() - begun) * 1000
    (await client.delete(path)).raise_for_status()
    return taken


def main() -> None:
    """Read the options, measure both databases."""
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--database", choices=list(DATABASES), action="append")
    for database in parser.parse_args().database or DATABASES:
        tell(asyncio.run(measure(database)))


if __name__ == "__main__":
    main()
