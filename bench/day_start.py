"""What the scheduled beginning of a day takes off its first look, and what others feel of it.

A person with 50 habits and five years of check-ins looks at Today for the first time on a day, in
turns when nobody was there before and when the day was begun by its job. While the job runs, the
longest time is taken in which nothing else could run on the event loop.
"""

import argparse
import asyncio
import sys
import time
from statistics import median

from almanac.today.jobs import begin_days
from bench.harness.databases import DATABASES
from bench.harness.people import Installation, installation
from bench.harness.report import Figure, at_least, at_most, progress, tell

HABITS, YEARS, DAYS = 50, 5, 7
MOST_BLOCKED_MS = 50
LEAST_GAIN = 5


async def measure(database: str) -> list[Figure]:
    """One person, some days that begin by looking, some that the job began."""
    cold: list[float] = []
    begun: list[float] = []
    blocked: list[float] = []
    with DATABASES[database]() as url:
        async with installation(url) as home, home.person("alice") as (alice, alice_id):
            progress(f"{database}: {HABITS} habits with {YEARS} years")
            await home.give_habits(alice_id, HABITS, YEARS)
            await begin_days(home.database, home.now)
            for _ in range(DAYS):
                home.days_ahead += 1
                cold.append(await home.milliseconds(alice, "/today"))
                home.days_ahead += 1
                blocked.append(await _longest_blocked(home))
                begun.append(await home.milliseconds(alice, "/today"))
            home.days_ahead += 1
            with home.counting() as asked:
                await begin_days(home.database, home.now)
    return [
        Figure(f"{database}: first look, nobody was there before", f"{median(cold):.0f} ms"),
        Figure(f"{database}: first look, the day was begun", f"{median(begun):.1f} ms"),
        at_least(f"{database}: gain", median(cold) / median(begun), LEAST_GAIN),
        at_most(
            f"{database}: longest time without the event loop",
            median(blocked),
            MOST_BLOCKED_MS,
            unit=" ms",
            note=f"worst of {DAYS}: {max(blocked):.0f}",
        ),
        Figure(f"{database}: statements to begin a day", str(len(asked.statements))),
    ]


async def _longest_blocked(home: Installation) -> float:
    """Milliseconds between two turns of the event loop while the job runs."""
    longest = 0.0
    job = asyncio.create_task(begin_days(home.database, home.now))
    before = time.perf_counter()
    while not job.done():
        await asyncio.sleep(0)
        now = time.perf_counter()
        longest, before = max(longest, now - before), now
    await job
    return longest * 1000


def main() -> None:
    """Read the options, measure both databases."""
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--database", choices=list(DATABASES), action="append")
    for database in parser.parse_args().database or DATABASES:
        tell(asyncio.run(measure(database)))


if __name__ == "__main__":
    main()
