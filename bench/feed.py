"""A calendar feed of 60 sessions, 50 habits and 200 tasks: statements, time, size.

What a phone asks for every hour: whole, and when it has it already, which costs as much but for
the bytes.
"""

import argparse
import asyncio
import sys
from statistics import median
from typing import Any

from httpx2 import AsyncClient

from bench.harness.databases import DATABASES
from bench.harness.people import Installation, installation
from bench.harness.report import Figure, at_most, progress, tell

SESSIONS, HABITS, TASKS = 60, 50, 200
ROUNDS = 30
MOST_STATEMENTS = 8
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


async def measure(database: str) -> list[Figure]:
    """Give somebody a full life and follow the link to their calendar."""
    with DATABASES[database]() as url:
        async with installation(url) as home, home.person("alice") as (alice, alice_id):
            progress(f"{database}: {SESSIONS} sessions, {HABITS} habits, {TASKS} tasks")
            await alice.patch("/users/me", json={"timezone": "Europe/Berlin"})
            await _give_sessions(alice)
            await home.give_habits(alice_id, HABITS, 1)
            await home.give_tasks(alice_id, TASKS, 1)
            feed = (await alice.post("/feeds", json={})).raise_for_status().json()
            return [
                Figure(f"{database}: {each.what}", each.measured, each.goal, each.reached)
                for each in await _poll(home, alice, feed)
            ]


async def _give_sessions(alice: AsyncClient) -> None:
    """Two weeks in turn, some cancelled on a date."""
    body = {"name": "Term", "rotation_weeks": 2}
    routine = (await alice.post("/routines", json=body)).raise_for_status().json()
    for number in range(SESSIONS):
        session = {
            "subject": f"Subject {number}",
            "weekday": WEEKDAYS[number % 5],
            "week": 1 + number % 2,
            "starts": f"{8 + number % 9:02}:15",
            "minutes": 75,
            "location": f"Room {number}",
        }
        path = f"/routines/{routine['id']}/sessions"
        (await alice.post(path, json=session)).raise_for_status()


async def _poll(home: Installation, alice: AsyncClient, feed: dict[str, Any]) -> list[Figure]:
    with home.counting() as asked:
        whole = (await alice.get(feed["url"])).raise_for_status()
    times = [await home.milliseconds(alice, feed["url"]) for _ in range(ROUNDS)]
    events = whole.content.count(b"BEGIN:VEVENT")
    return [
        at_most("statements", len(asked.statements), MOST_STATEMENTS),
        Figure("time", f"{median(times):.1f} ms"),
        Figure("size", f"{len(whole.content) / 1024:.0f} KiB, {events} events"),
    ]


def main() -> None:
    """Read the options, measure both databases."""
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--database", choices=list(DATABASES), action="append")
    for database in parser.parse_args().database or DATABASES:
        tell(asyncio.run(measure(database)))


if __name__ == "__main__":
    main()
