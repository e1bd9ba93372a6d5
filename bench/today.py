"""GET /today with 50 habits and 200 tasks: statements and time, and what more history adds.

Measured warm (figures of today are kept) and for the first look of a day (all are stale), for a
person with one year of check-ins and of tasks done and one with five, in turns. Sessions and
batches are not built yet.
"""

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator
from statistics import median

from httpx2 import AsyncClient

from bench.harness.databases import DATABASES
from bench.harness.people import Installation, installation
from bench.harness.report import Figure, at_most, progress, tell

HABITS, TASKS = 50, 200
FEW, MANY = 1, 5
MOST_STATEMENTS = 10
MOST_GROWTH = 10
WARM_ROUNDS, DAYS = 40, 5


async def measure(database: str) -> list[Figure]:
    """Make two people on one database and ask for their days."""
    with DATABASES[database]() as url:
        async with (
            installation(url) as home,
            home.person("alice") as (alice, alice_id),
            home.person("bob") as (bob, bob_id),
        ):
            progress(
                f"{database}: {HABITS} habits and {TASKS} tasks with {FEW} and with {MANY} years"
            )
            await home.give_habits(alice_id, HABITS, FEW)
            await home.give_habits(bob_id, HABITS, MANY)
            await home.give_tasks(alice_id, TASKS, FEW)
            await home.give_tasks(bob_id, TASKS, MANY)
            progress(f"{database}: first look of a day")
            figures = [figure async for figure in _first_of_the_day(home, alice, bob)]
            progress(f"{database}: warm")
            figures += [figure async for figure in _warm(home, alice, bob)]
    return [
        Figure(f"{database}: {figure.what}", figure.measured, figure.goal, figure.reached)
        for figure in figures
    ]


async def _warm(home: Installation, few: AsyncClient, many: AsyncClient) -> AsyncIterator[Figure]:
    with home.counting() as asked:
        await many.get("/today")
    yield at_most(f"statements, {MANY} years", len(asked.statements), MOST_STATEMENTS)
    pairs = [
        (await home.milliseconds(few, "/today"), await home.milliseconds(many, "/today"))
        for _ in range(WARM_ROUNDS)
    ]
    yield Figure(f"time, {MANY} years", f"{median(pair[1] for pair in pairs):.1f} ms")
    growth = 100 * (median(pair[1] / pair[0] for pair in pairs) - 1)
    yield at_most(f"growth from {FEW} to {MANY} years", growth, MOST_GROWTH, unit=" %")


async def _first_of_the_day(
    home: Installation, few: AsyncClient, many: AsyncClient
) -> AsyncIterator[Figure]:
    pairs: list[tuple[float, float]] = []
    for _ in range(DAYS):
        home.days_ahead += 1
        pairs.append(
            (await home.milliseconds(few, "/today"), await home.milliseconds(many, "/today"))
        )
    home.days_ahead += 1
    with home.counting() as asked:
        await many.get("/today")
    reads = [text for text in asked.statements if not text.lstrip().startswith("UPDATE")]
    yield at_most(
        f"first of the day: statements before the answer, {MANY} years",
        len(reads),
        MOST_STATEMENTS,
        note=f"{len(asked.statements) - len(reads)} after it, to keep the figures",
    )
    yield Figure(f"first of the day: time, {FEW} year", f"{median(p[0] for p in pairs):.0f} ms")
    yield Figure(f"first of the day: time, {MANY} years", f"{median(p[1] for p in pairs):.0f} ms")


def main() -> None:
    """Read the options, measure both databases."""
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--database", choices=list(DATABASES), action="append")
    for database in parser.parse_args().database or DATABASES:
        tell(asyncio.run(measure(database)))


if __name__ == "__main__":
    main()
