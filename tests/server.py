"""Starts real server processes for tests: `almanac serve` on a free port, stopped by its id.

For what only a process has: signals, start-up, sockets, files. Use cases are tested in-process.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

from tests.postgres import ROOT, free_port

START_LIMIT_SECONDS = 90
STOP_LIMIT_SECONDS = 30
ALMANAC = (sys.executable, "-m", "almanac.cli")


@dataclass(frozen=True, slots=True)
class RunningServer:
    """A server that answers at `url`; what it prints goes to the file `log`."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def api(self) -> str:
        return f"{self.url}/api/v1"

    def stop(self) -> int:
        """Ask the server to end, wait, and return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(STOP_LIMIT_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def kill(self) -> None:
        """End the server at once, as a crash would."""
        self.process.kill()
        self.process.wait()


def environment(
    data_dir: Path, database_url: str | None = None, env: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The environment of a command, without any Almanac setting of who runs the tests."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("ALMANAC_")}
    given = {"ALMANAC_DATA_DIR": str(data_dir), "PYTHONPATH": str(ROOT / "src"), **(env or {})}
    if database_url is not None:
        given["ALMANAC_DATABASE_URL"] = database_url
    return clean | given


def run_almanac(
    *arguments: str,
    data_dir: Path,
    database_url: str | None = None,
    env: Mapping[str, str] | None = None,
    stdin: str = "",
) -> subprocess.CompletedProcess[str]:
    """Run one command to its end, in a directory without an `.env`."""
    data_dir.parent.mkdir(parents=True, exist_ok=True)
    return subprocess.run(
        [*ALMANAC, *arguments],
        env=environment(data_dir, database_url, env),
        cwd=data_dir.parent,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


def start_server(
    *,
    data_dir: Path,
    database_url: str | None = None,
    env: Mapping[str, str] | None = None,
    port: int | None = None,
) -> RunningServer:
    """Start a server and wait until it is ready. Fails with its output when it ends instead."""
    port = port or free_port()
    data_dir.parent.mkdir(parents=True, exist_ok=True)
    log = data_dir.parent / f"server-{port}.log"
    with log.open("ab") as output:
        process = subprocess.Popen(
            [*ALMANAC, "serve", "--port", str(port)],
            env=environment(data_dir, database_url, env),
            cwd=data_dir.parent,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = RunningServer(f"http://127.0.0.1:{port}", process, log)
    try:
        wait_until_ready(server)
    except BaseException:
        server.kill()
        raise
    return server


def wait_until_ready(server: RunningServer) -> None:
    """Wait until the server says that it can do its work."""
    deadline = time.monotonic() + START_LIMIT_SECONDS
    while server.process.poll() is None and time.monotonic() < deadline:
        try:
            if httpx2.get(f"{server.url}/healthz/ready", timeout=5).status_code == httpx2.codes.OK:
                return
        except httpx2.TransportError:
            pass  # not listening yet
        time.sleep(0.02)
    raise AssertionError(f"The server is not ready:\n{server.log.read_text()[-4000:]}")


@contextmanager
def running_server(
    *,
    data_dir: Path,
    database_url: str | None = None,
    env: Mapping[str, str] | None = None,
) -> Iterator[RunningServer]:
    """A server that is ready; ended when the block is left, whatever happened to it."""
    server = start_server(data_dir=data_dir, database_url=database_url, env=env)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()
