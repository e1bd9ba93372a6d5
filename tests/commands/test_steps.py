"""Commands that steps run: their output, their failure, their end."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts.steps import ROOT, StepFailed, run, step


def test_a_failing_command_is_told_with_its_output_and_without_colours() -> None:
    with pytest.raises(StepFailed, match=r"\$ sh -c .*\nred and plain$"):
        run("sh", "-c", "printf '\\033[31mred\\033[0m and plain'; exit 3")


def test_a_command_that_does_not_exist_is_named() -> None:
    with pytest.raises(StepFailed, match="no-such-program: No such file or directory"):
        run("no-such-program")


def test_commands_read_nothing_from_the_terminal() -> None:
    assert run("cat") == ""


def test_a_failed_step_ends_the_program_with_the_output(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended, step("packages"):
        raise StepFailed("no space left")
    assert ended.value.code == "no space left"
    assert "packages ... failed after" in capsys.readouterr().out


def test_an_ended_program_ends_what_it_started(tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    code = f"""
from scripts.steps import exit_on_sigterm, run
exit_on_sigterm()
run("sh", "-c", "echo $$ > {noted}.new && mv {noted}.new {noted}; sleep 60; true")
"""
    program = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT)
    while not noted.exists():
        time.sleep(0.02)
    program.send_signal(signal.SIGTERM)
    assert program.wait(30) == 128 + signal.SIGTERM
    with pytest.raises(ProcessLookupError):
        os.kill(int(noted.read_text()), 0)
