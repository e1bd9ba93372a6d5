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


@contextmanager
def contestants(database_url: str) -> Iterator[dict[str, Request]]:
    """Both servers over one database with one batch, and what each is asked."""
    driver = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}
    url = make_url(database_url)
    usual = url.set(drivername=driver[url.get_backend_name()])
    with (
        servers.almanac(database_url) as (address, _),
        servers.reference(
            "sqlmodel_service", {"REFERENCE_URL": usual.render_as_string(hide_password=False)}
        ) as sync,
    ):
        with owner(address) as client:
            code = create_batch(client)["code"]
        page = f"{address}/b/{code}"
        yield {
            PAGE: Request(page, (("Accept", "text/html"), ("Accept-Language", "de-DE,de;q=0.9"))),
            JSON: Request(page, (("Accept", "application/json"),)),
            USUAL: Request(f"{sync}/batches/{code}", ()),
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
    rates: dict[str, list[float]] = {PAGE: [], JSON: [], USUAL: []}
    with DATABASES[database]() as url, contestants(url) as requests:
        page = httpx2.get(requests[PAGE].url, headers=dict(requests[PAGE].headers))
        for name, request in requests.items():
            progress(f"{database}: warming {name}")
            requests_per_second(request, 1)
        for number in range(rounds):
            for name, request in requests.items():
                rates[name].append(requests_per_second(request, seconds))
            now = ", ".join(f"{name} {rate[-1]:,.0f}" for name, rate in rates.items())
            progress(f"{database}, round {number + 1}: {now} req/s")
    yield at_most(f"{database}: bytes of the page", len(page.content), MAX_BYTES)
    for name in (PAGE, JSON):
        yield Figure(f"{database}: {name}, requests a second", f"{median(rates[name]):,.0f}")
        yield at_least(
            f"{database}: {name}, times the synchronous service",
            median(ours / usual for ours, usual in zip(rates[name], rates[USUAL], strict=True)),
            GOAL,
            note=f"{median(rates[USUAL]):,.0f} req/s",
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
