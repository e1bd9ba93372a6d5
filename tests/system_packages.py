"""What the tests need from the machine and may install when they run as root. Debian's way only."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CLUSTER_SETTINGS = Path("/etc/postgresql-common/createcluster.d")


class Missing(Exception):
    """Something the tests need is not on this machine; the message says what to install."""


def can_install() -> bool:
    """Whether packages of the system may be installed: as root, where apt-get exists."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(*packages: str) -> None:
    """Install packages of the system with apt-get; says so, as it takes a while.

    Raises Missing with apt-get's last words if it fails.
    """
    names = " ".join(packages)
    sys.stderr.write(f"installing the system's packages: {names}\n")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *packages])
    with tempfile.TemporaryFile("w+") as output:
        for command in commands:
            done = subprocess.run(
                ["/usr/bin/apt-get", *command],
                check=False,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        if done.returncode:
            output.seek(0)
            last_words = "".join(output.readlines()[-5:]).rstrip()
            raise Missing(f"apt-get install {names} failed:\n{last_words}")


def install_postgres() -> None:
    """Install PostgreSQL's programs, without the cluster that the package would make and start."""
    CLUSTER_SETTINGS.mkdir(parents=True, exist_ok=True)
    setting = CLUSTER_SETTINGS / "almanac-tests.conf"
    setting.write_text("create_main_cluster = false\n")
    try:
        install("postgresql")
    finally:
        setting.unlink()
