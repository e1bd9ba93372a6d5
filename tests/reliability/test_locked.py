"""Another program holds the SQLite file: bounded waits, a clear answer, and nothing afterwards."""

import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import httpx2

from tests.server import running_server

PASSWORD = "a quiet harbour at dusk"
AT_ONCE = 8
LONGEST_WAIT_SECONDS = 20


def test_a_file_that_another_program_holds_is_503_until_it_lets_go(data_dir: Path) -> None:
    with (
        running_server(data_dir=data_dir) as server,
        httpx2.Client(base_url=server.api, headers={"Origin": server.url}, timeout=60) as alice,
    ):
        body = {"email": "alice@example.org", "password": PASSWORD}
        assert alice.post("/auth/register", json=body).status_code == 201

        def change(minutes: int) -> tuple[int, str | None, float]:
            started = time.monotonic()
            answer = alice.patch("/users/me", json={"day_start": minutes})
            waited = time.monotonic() - started
            return answer.status_code, answer.headers.get("retry-after"), waited

        with closing(sqlite3.connect(data_dir / "almanac.db", isolation_level=None)) as holder:
            holder.execute("BEGIN IMMEDIATE")
            with ThreadPoolExecutor(AT_ONCE) as threads:
                answers = list(threads.map(change, range(1, AT_ONCE + 1)))
            assert alice.get("/users/me").json()["day_start"] == 0
            holder.execute("ROLLBACK")
        assert {status for status, _, _ in answers} == {503}
        assert {retry_after for _, retry_after, _ in answers} == {"2"}
        assert max(waited for _, _, waited in answers) < LONGEST_WAIT_SECONDS
        assert change(9)[0] == 200
        assert "crashed" not in server.log.read_text()
