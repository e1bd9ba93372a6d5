"""The public page of a batch: requests a second against a usual synchronous service.

One process each on the same machine and database, 16 connections that all scan the same label, in
turns so that what else the machine does hits both. Ours sends the whole page as the database has it
at each view: who asks before a statement begins is answered by it. The other sends the JSON of one
row. The ratios are medians over the rounds.
"""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from operator import truediv
from statistics import median
from typing import Any

import httpx2
from sqlalchemy import make_url

from bench.harness import servers
from bench.harness.databases import DATABASES
from bench.harness.load import Request, requests_per_second
from bench.harness.report import Figure, at_least, at_most, progress, tell

GOAL, MAX_BYTES = 5, 15_000
PAGE, JSON, USUAL = "page", "JSON", "synchronous service"


@dataclass(frozen=True, slots=True)
class Contestant:
    """What is asked of a server, its process, and what came of it in each round."""

    request: Request
    process_id: int
    rates: list[float] = field(default_factory=list)
    # Milliseconds of a processor for an answer.
    costs: list[float] = field(default_factory=list)

    def run(self, seconds: float) -> None:
        """Ask again and again for so long."""
        before = servers.processor_seconds(self.process_id)
        rate = requests_per_second(self.request, seconds)
        worked = servers.processor_seconds(self.process_id) - before
        self.rates.append(rate)
        self.costs.append(1000 * worked / (rate * seconds))


@contextmanager
def contestants(database_url: str) -> Iterator[dict[str, Contestant]]:
    """Both servers over one database with one batch, and what each is asked."""
    driver = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}
    url = make_url(database_url)
    usual = url.set(drivername=driver[url.get_backend_name()])
    with (
        servers.almanac(database_url) as (address, ours),
        servers.reference(
            "sqlmodel_service", {"REFERENCE_URL": usual.render_as_string(hide_password=False)}
        ) as (sync, theirs),
    ):
        with owner(address) as client:
            code = create_batch(client)["code"]
        page = f"{address}/b/{code}"
        visitor = (("Accept", "text/html"), ("Accept-Language", "de-DE,de;q=0.9"))
        yield {
            PAGE: Contestant(Request(page, visitor), ours),
            JSON: Contestant(Request(page, (("Accept", "application/json"),)), ours),
            USUAL: Contestant(Request(f"{sync}/batches/{code}", ()), theirs),
        }


@contextmanager
def owner(address: str) -> Iterator[httpx2.Client]:
    """Somebody who signs up at this server."""
    headers = {"Cookie": servers.sign_up(address), "Sec-Fetch-Site": "same-origin"}
    with httpx2.Client(base_url=f"{address}/api/v1", headers=headers) as client:
        yield client


def create_batch(client: httpx2.Client) -> dict[str, Any]:
    """A batch of theirs, of their first product."""
    products = client.get("/products").raise_for_status().json()["data"]
    body = {"product_id": products[0]["id"]}
    batch: dict[str, Any] = client.post("/batches", json=body).raise_for_status().json()
    return batch


def measure(database: str, rounds: int, seconds: float) -> Iterator[Figure]:
    """Load each in turn, `rounds` times for `seconds`."""
    with DATABASES[database]() as url, contestants(url) as found:
        page = httpx2.get(found[PAGE].request.url, headers=dict(found[PAGE].request.headers))
        for name, each in found.items():
            progress(f"{database}: warming {name}")
            requests_per_second(each.request, 1)
        for number in range(rounds):
            for each in found.values():
                each.run(seconds)
            now = ", ".join(f"{name} {each.rates[-1]:,.0f}" for name, each in found.items())
            progress(f"{database}, round {number + 1}: {now} req/s")
    yield at_most(f"{database}: bytes of the page", len(page.content), MAX_BYTES)
    usual = found[USUAL]
    for name in (PAGE, JSON):
        ours = found[name]
        yield Figure(f"{database}: {name}, requests a second", f"{median(ours.rates):,.0f}")
        yield at_least(
            f"{database}: {name}, times the synchronous service",
            median(map(truediv, ours.rates, usual.rates)),
            GOAL,
            note=f"{median(usual.rates):,.0f} req/s",
        )
        # What others do on the machine changes this least.
        yield at_least(
            f"{database}: {name}, answers for the same processor time",
            median(map(truediv, usual.costs, ours.costs)),
            GOAL,
            note=f"{median(ours.costs):.2f} and {median(usual.costs):.2f} ms",
        )


def main() -> None:
    """Read the options, measure both databases."""
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--database", choices=list(DATABASES), action="append")
    options = parser.parse_args()
    for database in options.database or DATABASES:
        tell(measure(database, options.rounds, options.seconds))


if __name__ == "__main__":
    main()
