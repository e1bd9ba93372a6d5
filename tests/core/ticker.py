"""A process of its own that runs one job and writes a line for each tick: `URL FILE`.

Started several times at once by a test; ends when its standard input does.
"""

import asyncio
import os
import sys
from datetime import timedelta
from pathlib import Path

from almanac.core.clock import Clock, utc_now
from almanac.core.db import Database, open_database
from almanac.core.jobs import Job, running_jobs

EVERY = timedelta(seconds=1)


async def tick_until_told(url: str, file: Path) -> None:
    """Run the job until nobody holds our standard input any more."""
    database = open_database(url)

    async def write_line(_database: Database, _clock: Clock) -> None:
        with file.open("a", encoding="utf-8") as lines:
            lines.write(f"{os.getpid()}\n")

    async with running_jobs([Job("line", EVERY, write_line, at_start=True)], database, utc_now):
        await asyncio.to_thread(sys.stdin.read)
    await database.dispose()


if __name__ == "__main__":
    asyncio.run(tick_until_told(sys.argv[1], Path(sys.argv[2])))
