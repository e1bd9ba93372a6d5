"""How the commands of the Makefile speak: a line per step with its time, details on failure only.

What the steps are is not decided here, but where they are run: install.py, web_app.py, checks.py.
Runs on a bare Python, before anything is installed.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COLOURS = re.compile(r"\x1b\[[0-9;]*m")  # some tools write them into files too
PATIENCE_SECONDS = 15  # a test run ends its servers in this time

_running: set[subprocess.Popen[str]] = set()
_is_starting = False
_asked_to_end: list[int] = []


class StepFailed(Exception):
    """A command of a step failed; carries what it printed."""


def run(
    *command: str | Path,
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
) -> str:
    """Run a command in silence, without input, and return what it printed.

    `env` is added to the environment. Raises StepFailed with the output if the command fails
    or does not exist. When this program is interrupted, the command and all it started are too.
    """
    line = [str(word) for word in command]
    process = _start(line, cwd, {**os.environ, **(env or {})})
    try:
        _end_if_asked()
        output, _ = process.communicate()
    except BaseException:
        stop_all()
        raise
    finally:
        _running.discard(process)
    output = COLOURS.sub("", output)
    if process.returncode:
        raise StepFailed(f"$ {' '.join(line)}\n{output.rstrip()}")
    return output


def _start(line: list[str], cwd: Path, env: Mapping[str, str]) -> subprocess.Popen[str]:
    """Start a command and remember it; a SIGTERM meanwhile waits, or it would be left behind."""
    global _is_starting  # noqa: PLW0603  # what a signal handler sees is a global by nature
    _is_starting = True
    try:
        process = subprocess.Popen(
            line,
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            process_group=0,
        )
        _running.add(process)
    except OSError as error:
        raise StepFailed(f"{line[0]}: {error.strerror}") from error
    finally:
        _is_starting = False
    return process


def _end_if_asked() -> None:
    if _asked_to_end:
        sys.exit(_asked_to_end[0])


def stop_all() -> None:
    """Interrupt every running command as Ctrl-C would, and end those that do not follow."""
    running = [process for process in _running if process.poll() is None]
    for process in running:
        os.killpg(process.pid, signal.SIGINT)
    deadline = time.monotonic() + PATIENCE_SECONDS
    for process in running:
        try:
            process.wait(max(0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def exit_on_sigterm() -> None:
    """Let SIGTERM unwind this program like Ctrl-C, so that what it started ends with it."""

    def end(number: int, _frame: object) -> None:
        _asked_to_end.append(128 + number)
        if not _is_starting:
            _end_if_asked()

    signal.signal(signal.SIGTERM, end)


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
