"""kill -9 of the server at random moments while people tick: every acknowledged tick is there.

`ALMANAC_TEST_KILLS` sets the number of rounds (10). Several clients tick; after each kill the
server is started again on the same data and everything that was answered with success is looked
for. Answers that never came may or may not have been stored, but never twice.
"""

import os
import random
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import httpx2
import pytest

from tests.conftest import PASSWORD
from tests.postgres import free_port
from tests.server import RunningServer, start_server

ROUNDS = int(os.environ.get("ALMANAC_TEST_KILLS", "10"))
CLIENTS = 6
DAYS = 3000
FIRST_DAY = date(2015, 1, 1)
LONGEST_ROUND_SECONDS = 0.8
Key = tuple[str, str]
ORIGIN = {"Sec-Fetch-Site": "same-origin"}


@dataclass
class Ticks:
    """The note last acknowledged for each habit and day, and those sent since without an answer.

    A habit is ticked by one client only, so what it sent has an order.
    """

    lock: threading.Lock = field(default_factory=threading.Lock)
    acknowledged: dict[Key, str] = field(default_factory=dict)
    unanswered: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))

    def send(self, key: Key, note: str) -> None:
        with self.lock:
            self.unanswered[key].add(note)

    def acknowledge(self, key: Key, note: str) -> None:
        with self.lock:
            self.acknowledged[key] = note
            self.unanswered[key].clear()


@dataclass(frozen=True)
class Person:
    """Somebody signed in, with the habits that their devices tick."""

    cookies: dict[str, str]
    habits: list[str]


def sign_up_with_habits(server: RunningServer) -> Person:
    with httpx2.Client(base_url=server.api, headers=ORIGIN) as client:
        account = {"email": "alice@example.org", "password": PASSWORD, "timezone": "UTC"}
        client.post("/auth/register", json=account).raise_for_status()
        habits = []
        for number in range(CLIENTS):
            habit = {"name": f"Habit {number}", "starts_on": FIRST_DAY.isoformat()}
            answer = client.post("/habits", json=habit).raise_for_status()
            habits.append(answer.json()["id"])
        return Person({cookie.name: cookie.value or "" for cookie in client.cookies.jar}, habits)


def tick_until_it_breaks(
    server: RunningServer, person: Person, habit: str, ticks: Ticks, seed: str
) -> None:
    """Tick random days of one habit, one after the other, until the server is gone."""
    chance = random.Random(seed)  # noqa: S311 - days to tick, not a secret
    with httpx2.Client(
        base_url=server.api, headers=ORIGIN, cookies=person.cookies, timeout=10
    ) as client:
        for number in range(DAYS):
            day = (FIRST_DAY + timedelta(days=chance.randrange(DAYS))).isoformat()
            note = f"{seed} {number}"
            ticks.send((habit, day), note)
            try:
                answer = client.put(
                    f"/habits/{habit}/check-ins/{day}", json={"status": "done", "note": note}
                )
            except httpx2.TransportError:
                return
            assert answer.status_code in {200, 201}, answer.text
            ticks.acknowledge((habit, day), note)


def tick_and_kill(server: RunningServer, person: Person, ticks: Ticks, seed: int) -> None:
    clients = [
        threading.Thread(
            target=tick_until_it_breaks, args=(server, person, habit, ticks, f"{seed}-{number}")
        )
        for number, habit in enumerate(person.habits)
    ]
    for client in clients:
        client.start()
    time.sleep(random.Random(seed).uniform(0.05, LONGEST_ROUND_SECONDS))  # noqa: S311 - a moment
    server.kill()
    for client in clients:
        client.join()


def stored_notes(server: RunningServer, person: Person) -> dict[Key, str]:
    """The note of every stored check-in; each habit and day at most once."""
    found: dict[Key, str] = {}
    with httpx2.Client(base_url=server.api, cookies=person.cookies) as client:
        for habit in person.habits:
            answer = client.get(f"/habits/{habit}/check-ins").raise_for_status()
            for check_in in answer.json()["data"]:
                assert (habit, check_in["date"]) not in found, "stored twice"
                found[habit, check_in["date"]] = check_in["note"]
    return found


@pytest.mark.timeout(max(300, 15 * ROUNDS))
def test_every_acknowledged_tick_survives_kill_9(
    data_dir: Path, process_database_url: str | None
) -> None:
    ticks, person = Ticks(), None
    port = free_port()
    for seed in range(ROUNDS):
        server = start_server(data_dir=data_dir, database_url=process_database_url, port=port)
        try:
            person = person or sign_up_with_habits(server)
            tick_and_kill(server, person, ticks, seed)
        finally:
            server.kill()
    server = start_server(data_dir=data_dir, database_url=process_database_url, port=port)
    try:
        assert person is not None
        found = stored_notes(server, person)
    finally:
        server.stop()
    assert len(ticks.acknowledged) > ROUNDS, "the rounds were too short to tick anything"
    for key, note in ticks.acknowledged.items():
        assert found.get(key) in {note, *ticks.unanswered[key]}, f"{key}: acknowledged and lost"
    assert set(found) <= set(ticks.unanswered), "nothing is there that nobody sent"
