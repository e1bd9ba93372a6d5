"""GET /users/me: requests a second against a usual synchronous service and a bare ASGI one.

One process each on the same machine and database, 16 connections, in turns so that what else the
machine does hits all of them. The ratios are the medians over the rounds.
"""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

import httpx2
from sqlalchemy import make_url

from bench.harness import servers
from bench.harness.databases import DATABASES
from bench.harness.load import Request, requests_per_second
from bench.harness.report import Figure, at_least, progress, tell
from bench.reference.sqlmodel_service import access_token

GOAL_USUAL, GOAL_BARE = 2, 20
OURS, USUAL, BARE = "Almanac", "synchronous service", "bare ASGI"


@contextmanager
def contestants(database_url: str) -> Iterator[dict[str, Request]]:
    """The three servers over one database, and what each is asked."""
    driver = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}
    url = make_url(database_url)
    usual = url.set(drivername=driver[url.get_backend_name()])
    with servers.almanac(database_url) as (address, _):
        cookie = servers.sign_up(address)
        ours = Request(f"{address}/api/v1/users/me", (("Cookie", cookie),))
        expected = httpx2.get(ours.url, headers=dict(ours.headers)).raise_for_status()
        with (
            servers.reference("bare_asgi", {"REFERENCE_URL": database_url}, "--no-access-log") as (
                bare,
                _,
            ),
            servers.reference(
                "sqlmodel_service",
                {"REFERENCE_URL": usual.render_as_string(hide_password=False)},
            ) as (sync, _),
        ):
            token = access_token(expected.json()["id"])
            found = {
                OURS: ours,
                USUAL: Request(f"{sync}/users/me", (("Authorization", f"Bearer {token}"),)),
                BARE: Request(f"{bare}/", (("Cookie", cookie),)),
            }
            _compare_answers(found, expected)
            yield found


def _compare_answers(found: dict[str, Request], expected: httpx2.Response) -> None:
    """All three tell the same; the bare one in the same bytes."""
    answers = {
        name: httpx2.get(request.url, headers=dict(request.headers)).raise_for_status()
        for name, request in found.items()
    }
    if answers[BARE].content != expected.content:
        raise SystemExit(f"not the same bytes:\n{answers[BARE].text}\n{expected.text}")
    if answers[USUAL].json().keys() != expected.json().keys():
        raise SystemExit(f"not the same fields: {answers[USUAL].text}")


def measure(database: str, rounds: int, seconds: float) -> Iterator[Figure]:
    """Load each server in turn, `rounds` times for `seconds`."""
    rates: dict[str, list[float]] = {OURS: [], USUAL: [], BARE: []}
    with DATABASES[database]() as url, contestants(url) as requests:
        for name, request in requests.items():
            progress(f"{database}: warming {name}")
            requests_per_second(request, 1)
        for number in range(rounds):
            for name, request in requests.items():
                rates[name].append(requests_per_second(request, seconds))
            now = ", ".join(f"{name} {rate[-1]:,.0f}" for name, rate in rates.items())
            progress(f"{database}, round {number + 1}: {now} req/s")
    yield Figure(f"{database}: requests a second", f"{median(rates[OURS]):,.0f}")
    yield at_least(
        f"{database}: times the synchronous service",
        median(ours / usual for ours, usual in zip(rates[OURS], rates[USUAL], strict=True)),
        GOAL_USUAL,
        note=f"{median(rates[USUAL]):,.0f} req/s",
    )
    yield at_least(
        f"{database}: share of bare ASGI",
        median(100 * ours / bare for ours, bare in zip(rates[OURS], rates[BARE], strict=True)),
        GOAL_BARE,
        unit=" %",
        note=f"{median(rates[BARE]):,.0f} req/s",
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
