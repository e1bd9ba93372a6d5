"""How the commands of the Makefile speak: a line per step with its time, details on failure only.

What the steps are is not decided here, but where they are run: install.py, web_app.py, checks.py.
Runs on a bare Python, before anything is installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class StepFailed(Exception):
    """A command of a step failed; carries what it printed."""


def run(
    *command: str | Path,
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
) -> str:
    """Run a command in silence, without input, and return what it printed.

    `env` is added to the environment. Raises StepFailed with the output if the command fails
    or does not exist.
    """
    line = [str(word) for word in command]
    try:
        done = subprocess.run(
            line,
            cwd=cwd,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise StepFailed(f"{line[0]}: {error.strerror}") from error
    if done.returncode:
        raise StepFailed(f"$ {' '.join(line)}\n{done.stdout.rstrip()}")
    return done.stdout


@contextmanager
def step(title: str) -> Iterator[None]:
    """Announce a step and how long it took; a failure prints its output and ends the program."""
    print(f"  {title} ... ", end="", flush=True)
    started = time.monotonic()
    try:
        yield
    except StepFailed as failure:
        print(f"failed after {time.monotonic() - started:.1f} s", flush=True)
        sys.exit(str(failure))
    print(f"{time.monotonic() - started:.1f} s", flush=True)
