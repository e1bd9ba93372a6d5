"""What SQLite has acknowledged with our pragmas survives a power cut, whole.

`ALMANAC_TEST_POWER_CUTS` sets how many cuts are simulated (40).
"""

import os
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import apsw
import pytest
from sqlalchemy import text

from almanac.core.db import open_database, sqlite_url
from tests.reliability.power_cut import Disk, PowerCutVFS

CUTS = int(os.environ.get("ALMANAC_TEST_POWER_CUTS", "40"))
# Small, so that cuts also fall into checkpoints.
CHECKPOINT_PAGES = 50


@dataclass(frozen=True)
class Pragmas:
    journal_mode: str
    synchronous: int


@pytest.fixture
async def our_pragmas(tmp_path: Path) -> Pragmas:
    """What the application's own writing connection runs with."""
    database = open_database(sqlite_url(tmp_path / "asked.db"))
    async with database.writers.begin() as session:
        journal_mode = await session.scalar(text("PRAGMA journal_mode"))
        synchronous = await session.scalar(text("PRAGMA synchronous"))
    await database.dispose()
    return Pragmas(str(journal_mode), int(str(synchronous)))


@contextmanager
def simulated_disk(directory: Path, seed: int) -> Iterator[tuple[Disk, apsw.Connection]]:
    live, durable = directory / f"live-{seed}", directory / f"durable-{seed}"
    live.mkdir()
    durable.mkdir()
    disk = Disk(durable)
    name = f"power-cut-{seed}"
    vfs = PowerCutVFS(name, disk)
    connection = apsw.Connection(str(live / "almanac.db"), vfs=name)
    try:
        yield disk, connection
    finally:
        # Closing checkpoints and deletes the log: that must not touch what the cut left behind.
        disk.durable = directory / f"afterwards-{seed}"
        disk.durable.mkdir()
        connection.close()
        vfs.unregister()


def tick_until_the_power_is_cut(directory: Path, seed: int, pragmas: Pragmas) -> int:
    """How many ticks were acknowledged before the cut."""
    chance = random.Random(seed)  # noqa: S311 - a cut that fails can be repeated
    with simulated_disk(directory, seed) as (disk, connection):
        connection.pragma("journal_mode", pragmas.journal_mode)
        connection.pragma("synchronous", pragmas.synchronous)
        connection.pragma("wal_autocheckpoint", CHECKPOINT_PAGES)
        connection.execute("CREATE TABLE ticks (id INTEGER PRIMARY KEY, note BLOB)")
        ticks = chance.randint(20, 300)
        for number in range(ticks):
            note = chance.randbytes(chance.randint(10, 3000))
            connection.execute("INSERT INTO ticks VALUES (?, ?)", (number, note))
        disk.cut_power(chance)
    return ticks


def found_after_restart(directory: Path, seed: int) -> tuple[str, list[int]]:
    """The verdict of SQLite's integrity check, and the ticks that are there."""
    with closing(sqlite3.connect(directory / f"durable-{seed}" / "almanac.db")) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        ticks = [row[0] for row in connection.execute("SELECT id FROM ticks ORDER BY id")]
    return str(verdict), ticks


def test_every_acknowledged_tick_survives_power_cuts(tmp_path: Path, our_pragmas: Pragmas) -> None:
    for seed in range(CUTS):
        ticks = tick_until_the_power_is_cut(tmp_path, seed, our_pragmas)
        verdict, found = found_after_restart(tmp_path, seed)
        assert verdict == "ok", f"cut {seed}"
        assert found == list(range(ticks)), f"cut {seed}"


def test_the_simulator_does_lose_ticks_that_were_not_synced(tmp_path: Path) -> None:
    lost = 0
    for seed in range(20):
        ticks = tick_until_the_power_is_cut(tmp_path, seed, Pragmas("wal", synchronous=1))
        _, found = found_after_restart(tmp_path, seed)
        lost += ticks - len(found)
    assert lost > 0, "with synchronous=NORMAL a cut loses commits: the simulator must show it"
