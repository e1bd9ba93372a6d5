"""scripts/python: it takes a Python that is new enough and whole, or says what to install."""

import os
import subprocess
from pathlib import Path

import pytest

from scripts.steps import ROOT


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """The one folder of programs of a machine that has no Python yet."""
    return tmp_path


def has_python(machine: Path, name: str, version: str, *, with_venv: bool) -> None:
    """Put something there that answers the questions of scripts/python as such a Python does."""
    new_enough = tuple(map(int, version.split("."))) >= (3, 11)
    program = machine / name
    program.write_text(
        f"""#!/bin/sh
case "$2" in
  *print*) echo {version} ;;
  *exit*) exit {0 if new_enough else 1} ;;
  *ensurepip*) exit {0 if with_venv else 1} ;;
  *) echo "{name} runs $*" ;;
esac
"""
    )
    program.chmod(0o755)


def run_on(machine: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", ROOT / "scripts/python", "-m", "something"],
        check=False,
        env={**os.environ, "PATH": str(machine)},
        capture_output=True,
        text=True,
    )


def test_the_first_good_python_runs(machine: Path) -> None:
    has_python(machine, "python3.12", "3.12", with_venv=False)
    has_python(machine, "python3.13", "3.13", with_venv=True)
    assert run_on(machine).stdout == "python3.13 runs -m something\n"


def test_a_python_without_venv_names_the_package(machine: Path) -> None:
    has_python(machine, "python3", "3.11", with_venv=False)
    done = run_on(machine)
    assert done.returncode == 1
    assert done.stderr == (
        "Python 3.11 lacks its venv module: install it "
        "(Debian, Ubuntu: apt-get install python3.11-venv).\n"
    )


def test_a_python_too_old_is_named(machine: Path) -> None:
    has_python(machine, "python3", "3.9", with_venv=True)
    done = run_on(machine)
    assert done.returncode == 1
    assert done.stderr.startswith("Almanac needs Python 3.11 or newer, found: 3.9")


def test_no_python_is_told_too(machine: Path) -> None:
    assert "found: none" in run_on(machine).stderr
