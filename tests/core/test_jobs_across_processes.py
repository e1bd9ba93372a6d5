"""Several real processes on one database: each tick is run by one of them."""

import asyncio
import json
import subprocess
import sys
import time
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from almanac.core.db import open_database, sqlite_url
from almanac.core.jobs import JobTick
from almanac.migrations import upgrade
from tests.postgres import ROOT
from tests.server import RunningServer, environment, running_server

PROCESSES, TICKS, LIMIT_SECONDS = 3, 4, 60
TICKER = Path(__file__).with_name("ticker.py")


async def claimed(url: str) -> dict[tuple[str, datetime], datetime | None]:
    """When each claimed tick was finished."""
    database = open_database(url)
    async with database.readers.begin() as session:
        rows = list(await session.scalars(select(JobTick)))
    await database.dispose()
    return {(row.job, row.tick): row.finished_at for row in rows}


def test_each_tick_runs_in_one_process(process_database_url: str | None, tmp_path: Path) -> None:
    url = process_database_url or sqlite_url(tmp_path / "almanac.db")
    upgrade(url)
    file = tmp_path / "lines"
    command = [sys.executable, str(TICKER), url, str(file)]
    env = environment(tmp_path) | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    processes = [
        subprocess.Popen(command, stdin=subprocess.PIPE, env=env) for _ in range(PROCESSES)
    ]
    try:
        deadline = time.monotonic() + LIMIT_SECONDS
        while len(lines_of(file)) < TICKS and time.monotonic() < deadline:
            time.sleep(0.05)
    finally:
        for process in processes:
            process.communicate(timeout=LIMIT_SECONDS)
    assert [process.returncode for process in processes] == [0] * PROCESSES
    ticks = asyncio.run(claimed(url))
    assert len(lines_of(file)) == len(ticks) >= TICKS
    assert all(ticks.values()), "a tick was left without an end"


def lines_of(file: Path) -> list[str]:
    """A line for each time that the job ran, with the process that ran it."""
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def finished(server: RunningServer) -> list[tuple[str, str]]:
    """The ticks that a server says to have run."""
    events: list[dict[str, Any]] = [
        json.loads(line)
        for line in server.log.read_text(encoding="utf-8").splitlines()
        if line.startswith("{")
    ]
    return [(it["job"], it["tick"]) for it in events if it["event"] == "job.finished"]


def test_two_servers_share_the_ticks_and_one_may_be_told_to_leave_them(
    process_database_url: str | None, tmp_path: Path
) -> None:
    url = process_database_url or sqlite_url(tmp_path / "almanac.db")
    env = {"ALMANAC_LOG_LEVEL": "debug", "ALMANAC_LOG_FORMAT": "json"}
    idle_env = {**env, "ALMANAC_JOBS": "off"}
    with (
        running_server(data_dir=tmp_path / "idle", database_url=url, env=idle_env) as idle,
        running_server(data_dir=tmp_path / "one", database_url=url, env=env) as one,
        running_server(data_dir=tmp_path / "other", database_url=url, env=env) as other,
    ):
        assert [server.stop() for server in (one, other, idle)] == [0, 0, 0]
        ran = Counter([*finished(one), *finished(other)])
    assert finished(idle) == []
    assert {job for job, _ in ran} == {"day_start", "housekeeping"}
    assert set(ran.values()) == {1}
    assert {(job, tick.isoformat()) for job, tick in asyncio.run(claimed(url))} == set(ran)
