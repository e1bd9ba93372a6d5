"""Public pages of real servers: a recall is on every label at once, wherever it is asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2

from tests.conftest import PASSWORD
from tests.server import RunningServer, running_server

ACCOUNT = {"email": "alice@example.org", "password": PASSWORD}
BATCHES = 30
MANY = {"ALMANAC_RATE_LIMIT_FACTOR": "100"}


@contextmanager
def signed_up(server: RunningServer) -> Iterator[httpx2.Client]:
    """Alice's browser."""
    headers = {"Sec-Fetch-Site": "same-origin"}
    with httpx2.Client(base_url=server.api, headers=headers) as client:
        assert client.post("/auth/register", json=ACCOUNT).status_code == 201
        yield client


def register(client: httpx2.Client, lot: str) -> list[dict[str, Any]]:
    product = client.get("/products").json()["data"][0]["id"]
    body = {"product_id": product, "lot": lot}
    return [client.post("/batches", json=body).json() for _ in range(BATCHES)]


def words(server: RunningServer, batch: dict[str, Any]) -> str:
    answer = httpx2.get(f"{server.url}/b/{batch['code']}", headers={"Accept-Language": "en"})
    assert answer.status_code == 200
    return answer.text


def test_a_recall_is_on_every_label_as_soon_as_it_is_answered(
    data_dir: Path, process_database_url: str | None
) -> None:
    place: dict[str, Any] = {"data_dir": data_dir, "database_url": process_database_url}
    with (
        running_server(**place, env=MANY) as counter,
        running_server(**place, env=MANY) as other,
        signed_up(counter) as client,
    ):
        batches = register(client, "L-77")
        for server in (counter, other):
            assert all("Fresh" in words(server, batch) for batch in batches)
        recall = {"lot": "l-77", "reason": "Listeria"}
        done = client.post("/batches/recall", json=recall)
        assert done.json()["count"] == BATCHES
        for server in (other, counter):
            for batch in batches:
                page = words(server, batch)
                assert "Recalled" in page
                assert "Listeria" in page
        client.post("/batches/bulk", json=done.json()["undo"])
        assert all("Listeria" not in words(other, batch) for batch in batches)


def test_a_server_that_is_asked_to_end_writes_the_looks_that_it_counted(
    data_dir: Path, process_database_url: str | None
) -> None:
    place: dict[str, Any] = {"data_dir": data_dir, "database_url": process_database_url}
    with running_server(**place, env=MANY) as server, signed_up(server) as client:
        batch = register(client, "L-1")[0]
        cookies = {cookie.name: cookie.value or "" for cookie in client.cookies.jar}
        for _ in range(5):
            words(server, batch)
    with running_server(**place) as server:
        found = httpx2.get(f"{server.api}/batches/{batch['id']}", cookies=cookies)
    assert found.json()["scans"] == 5
