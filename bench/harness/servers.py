"""Server processes to measure: Almanac itself and the references, on free ports of loopback."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2

from tests.postgres import ROOT, free_port
from tests.server import environment, running_server

PASSWORD = "a quiet harbour at dusk"  # noqa: S105 - of an account that is thrown away
START_LIMIT_SECONDS = 30


@contextmanager
def almanac(database_url: str) -> Iterator[tuple[str, int]]:
    """`almanac serve` as people run it, but for its limits; yields its address and process id."""
    # All load comes from one address.
    env = {"ALMANAC_RATE_LIMIT_FACTOR": "1000000"}
    with (
        TemporaryDirectory(prefix="almanac-bench-") as directory,
        running_server(
            data_dir=Path(directory) / "data", database_url=database_url, env=env
        ) as server,
    ):
        yield server.url, server.process.pid


@contextmanager
def reference(
    module: str, variables: Mapping[str, str], *options: str
) -> Iterator[tuple[str, int]]:
    """One process of uvicorn with `bench.reference.<module>:app`; its address and process id."""
    port = free_port()
    with TemporaryDirectory(prefix="almanac-bench-") as directory:
        log = Path(directory) / "log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "uvicorn", f"bench.reference.{module}:app"),
                    *("--host", "127.0.0.1", "--port", str(port), "--loop", "uvloop"),
                    *("--http", "httptools", "--ws", "none", *options),
                ],
                env=environment(Path(directory)) | dict(variables),
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(url, process, log)
            yield url, process.pid
        finally:
            process.terminate()
            process.wait(START_LIMIT_SECONDS)


def processor_seconds(process_id: int) -> float:
    """For how long a process has been worked at so far, by all its threads."""
    fields = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def sign_up(url: str, email: str = "alice@example.org") -> str:
    """Register through the API; gives the value of the `Cookie` header that signs in."""
    with httpx2.Client(
        base_url=f"{url}/api/v1", headers={"Sec-Fetch-Site": "same-origin"}
    ) as client:
        account = {"email": email, "password": PASSWORD, "timezone": "Europe/Berlin"}
        client.post("/auth/register", json=account).raise_for_status()
        return f"almanac_session={client.cookies['almanac_session']}"


def _wait(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + START_LIMIT_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            httpx2.get(url, timeout=5)
        except httpx2.TransportError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"The reference does not start:\n{log.read_text()[-4000:]}")
