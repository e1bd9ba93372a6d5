"""GET /stats over 100 habits with ten years of daily check-ins each: statements and time.

365,000 check-ins of the kinds of schedule that people have, read and judged anew by each request.
Also how long the event loop stood still meanwhile, for others are served by the same process.
"""

import argparse
import asyncio
import sys
import time
from statistics import median

from httpx2 import AsyncClient

from bench.harness.databases import DATABASES
from bench.harness.people import Installation, installation
from bench.harness.report import Figure, at_most, progress, tell

HABITS, YEARS = 100, 10
MOST_STATEMENTS = 12
MOST_MS = 300
MOST_WAIT_MS = 50
ASK_EVERY_SECONDS = 0.002
ROUNDS = 9
PATHS = {
    "all days": "/stats?range=all",
    "7 days": "/stats?range=7d",
    "table of all days": "/stats/export.csv?range=all",
}


async def measure(database: str) -> list[Figure]:
    """Give somebody ten years on one database and ask for their statistics."""
    with DATABASES[database]() as url:
        async with installation(url) as home, home.person("alice") as (alice, alice_id):
            progress(f"{database}: {HABITS} habits with {YEARS} years")
            await home.give_habits(alice_id, HABITS, YEARS, gap=None)
            figures = []
            for what, path in PATHS.items():
                progress(f"{database}: {what}")
                figures += await _ask(home, alice, path, f"{database}: {what}")
    return figures


async def _ask(home: Installation, alice: AsyncClient, path: str, what: str) -> list[Figure]:
    with home.counting() as asked:
        await home.milliseconds(alice, path)
    taken, worked = [], []
    for _ in range(ROUNDS):
        begun = time.process_time()
        taken.append(await home.milliseconds(alice, path))
        worked.append((time.process_time() - begun) * 1000)
    waits = [await _longest_wait(home, alice, path) for _ in range(ROUNDS)]
    time_taken = f"{what}, time"
    note = f"{median(worked):.0f} of a processor"
    return [
        at_most(f"{what}, statements", len(asked.statements), MOST_STATEMENTS),
        at_most(time_taken, median(taken), MOST_MS, unit=" ms", note=note)
        if what.startswith("SQLite")
        else Figure(time_taken, f"{median(taken):.0f} ms  ({note})"),
        at_most(f"{what}, others wait at most", median(waits), MOST_WAIT_MS, unit=" ms"),
    ]


async def _longest_wait(home: Installation, alice: AsyncClient, path: str) -> float:
    """How late the event loop was at worst for somebody who asked for it all along."""
    waits: list[float] = []
    watch = asyncio.create_task(_keep_asking(waits))
    await home.milliseconds(alice, path)
    watch.cancel()
    return max(waits)


async def _keep_asking(waits: list[float]) -> None:
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(ASK_EVERY_SECONDS)
        waits.append((time.perf_counter() - begun - ASK_EVERY_SECONDS) * 1000)


def main() -> None:
    """Read the options, measure both databases."""
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--database", choices=list(DATABASES), action="append")
    for database in parser.parse_args().database or DATABASES:
        tell(asyncio.run(measure(database)))


if __name__ == "__main__":
    main()
