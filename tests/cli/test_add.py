"""`almanac add` as a process: what it says it understood is what is there afterwards."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.server import run_almanac

pytestmark = pytest.mark.timeout(400)
ALICE, BOB = "alice@example.org", "bob@example.org"


def test_a_line_becomes_a_task_with_its_theme(
    data_dir: Path, process_database_url: str | None
) -> None:
    def run(*arguments: str, code: int = 0) -> Any:
        ended = run_almanac(*arguments, data_dir=data_dir, database_url=process_database_url)
        assert ended.returncode == code, ended.stderr
        return ended if code else ended.stdout

    run("user", "create", ALICE, "--generate")
    line = ("Pay", "rent every monday at 9 !high #home")
    tried = run("add", *line, "--dry-run").splitlines()
    assert tried[0] == "Task      Pay rent"
    assert tried[1].startswith("Due       Monday ")
    assert tried[1].endswith(", 09:00")
    assert tried[2:] == [
        "Repeats   every Monday",
        "Priority  high",
        "Theme     home (new)",
        "Nothing was added, this was a dry run.",
    ]

    added = json.loads(run("add", *line, "--json"))
    assert added["read"]["theme"]["id"] is None, "a dry run makes no theme"
    assert added["task"]["schedule"] == {"kind": "weekly_days", "days": ["mon"], "every": 1}
    again = run("add", "Rake #HOME", "--user", ALICE)
    assert again.splitlines() == ["Task   Rake", "Theme  home", f"Added for {ALICE}."]

    run("user", "create", BOB, "--generate")
    unsaid = run("add", "Rake", code=2)
    assert unsaid.stderr == "almanac: Whose task is it? Say so with --user EMAIL.\n"
    theirs = json.loads(run("add", "Rake #home", "--user", BOB, "--dry-run", "--json"))
    assert theirs["read"]["theme"]["id"] is None
    assert theirs["task"] is None


@pytest.mark.parametrize("line", ["x" * 501, "x" * 201, "\x01\x02", ""])
def test_a_line_that_is_no_task_is_one_clear_line(data_dir: Path, line: str) -> None:
    made = run_almanac("user", "create", ALICE, "--generate", data_dir=data_dir)
    assert made.returncode == 0, made.stderr
    ended = run_almanac("add", line, data_dir=data_dir)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.count("\n") == 1
