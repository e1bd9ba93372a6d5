"""Memory of one serving process after 10,000 requests, and its growth over the next ones.

Resident memory of `almanac serve` on SQLite, under a mix of what the web app asks: the account,
Today, the list of habits. `--requests` says how many follow the first 10,000.
"""

import argparse
import sys
from pathlib import Path

import httpx2

from bench.harness import servers
from bench.harness.databases import sqlite
from bench.harness.load import Request, requests_per_second
from bench.harness.report import Figure, at_most, progress, tell

FIRST = 10_000
GOAL_MIB, GOAL_GROWTH = 180, 5
PATHS = ("users/me", "today", "habits")
HABITS = 10
TURN_SECONDS = 2.0


def resident_mib(process_id: int) -> float:
    """Memory that the process holds, in MiB; needs Linux."""
    status = Path(f"/proc/{process_id}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def _habits(url: str, cookie: str) -> None:
    headers = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin"}
    with httpx2.Client(base_url=f"{url}/api/v1", headers=headers) as client:
        for number in range(HABITS):
            client.post("/habits", json={"name": f"Habit {number}"}).raise_for_status()


def send(url: str, cookie: str, count: int) -> int:
    """Send about so many requests, in turns of the paths; returns how many were answered."""
    sent = 0
    while sent < count:
        for path in PATHS:
            request = Request(f"{url}/api/v1/{path}", (("Cookie", cookie),))
            sent += round(requests_per_second(request, TURN_SECONDS) * TURN_SECONDS)
    return sent


def measure(more: int) -> list[Figure]:
    """Load a server and look at its memory twice."""
    with sqlite() as database, servers.almanac(database) as (url, process_id):
        cookie = servers.sign_up(url)
        _habits(url, cookie)
        begun = resident_mib(process_id)
        progress(f"the first {FIRST:,} requests")
        first = send(url, cookie, FIRST)
        before = resident_mib(process_id)
        progress(f"{more:,} more")
        sent = send(url, cookie, more)
        after = resident_mib(process_id)
    return [
        Figure("before any load", f"{begun:.0f} MiB"),
        at_most(f"after {first:,} requests", before, GOAL_MIB, unit=" MiB"),
        at_most(
            f"growth over the next {sent:,}",
            100 * (after / before - 1),
            GOAL_GROWTH,
            unit=" %",
            note=f"{after:.0f} MiB",
        ),
    ]


def main() -> None:
    """Read the options, measure."""
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--requests", type=int, default=20_000)
    tell(measure(parser.parse_args().requests))


if __name__ == "__main__":
    main()
