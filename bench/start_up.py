"""From starting the process to its first answer, on SQLite that is migrated already.

The best of several starts, and how much processor time the process had used by then: the latter
does not depend on what else the machine does.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2

from bench.harness.report import Figure, at_most, progress, tell
from tests.postgres import free_port
from tests.server import ALMANAC, environment, run_almanac

GOAL_SECONDS = 2
LIMIT_SECONDS = 60


def start(data_dir: Path) -> tuple[float, float]:
    """Seconds until the first answer, and seconds of processor time used by then."""
    port = free_port()
    begun = time.perf_counter()
    process = subprocess.Popen(
        [*ALMANAC, "serve", "--port", str(port)],
        env=environment(data_dir),
        cwd=data_dir.parent,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while time.perf_counter() - begun < LIMIT_SECONDS and process.poll() is None:
            try:
                httpx2.get(f"http://127.0.0.1:{port}/healthz/ready", timeout=5).raise_for_status()
            except httpx2.TransportError:
                time.sleep(0.005)
            else:
                return time.perf_counter() - begun, processor_seconds(process.pid)
        raise SystemExit("the server does not answer")
    finally:
        process.terminate()
        process.wait(LIMIT_SECONDS)


def processor_seconds(process_id: int) -> float:
    """Processor time that a process has used; needs Linux."""
    fields = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(starts: int) -> list[Figure]:
    """Start several times and keep the best."""
    with TemporaryDirectory(prefix="almanac-bench-") as directory:
        data_dir = Path(directory) / "data"
        run_almanac("migrate", data_dir=data_dir).check_returncode()
        progress(f"{starts} starts")
        taken = [start(data_dir) for _ in range(starts)]
    return [
        at_most("start to first answer", min(taken)[0], GOAL_SECONDS, unit=" s"),
        Figure("processor time until then", f"{min(used for _, used in taken):.2f} s"),
    ]


def main() -> None:
    """Read the options, measure."""
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--starts", type=int, default=5)
    tell(measure(parser.parse_args().starts))


if __name__ == "__main__":
    main()
