"""`almanac demo`, `export` and `import` as processes: the same history comes back."""

import json
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.calendars.files import SAMPLES
from tests.conftest import PASSWORD
from tests.server import run_almanac, running_server

pytestmark = pytest.mark.timeout(400)
DEMO = "demo@example.org"


class Installation:
    """One data directory and database, worked on by commands."""

    def __init__(self, data_dir: Path, database_url: str | None) -> None:
        self.data_dir, self.database_url = data_dir, database_url

    def run(self, *arguments: str, stdin: str = "") -> str:
        ended = run_almanac(
            *arguments, data_dir=self.data_dir, database_url=self.database_url, stdin=stdin
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def json(self, *arguments: str, stdin: str = "") -> Any:
        return json.loads(self.run(*arguments, "--json", stdin=stdin))


@pytest.fixture
def installation(data_dir: Path, process_database_url: str | None) -> Installation:
    return Installation(data_dir, process_database_url)


@pytest.fixture
def demo(installation: Installation) -> Any:
    return installation.json("demo", "--yes", "--password-stdin", stdin=PASSWORD)


def test_the_demo_account_shows_two_years_and_a_day_that_is_half_done(
    demo: Any, data_dir: Path, process_database_url: str | None
) -> None:
    with (
        running_server(data_dir=data_dir, database_url=process_database_url) as server,
        httpx2.Client(base_url=server.api, headers={"Sec-Fetch-Site": "same-origin"}) as client,
    ):
        client.post("/auth/login", json={"email": DEMO, "password": PASSWORD})
        habits = client.get("/habits", params={"limit": 200}).json()["data"]
    assert len(habits) == demo["habits"] >= 12
    assert len({habit["schedule"]["kind"] for habit in habits}) == 7
    assert {habit["kind"] for habit in habits} == {"check", "measure"}
    assert sum(habit["is_archived"] for habit in habits) == 2
    states = {habit["state_today"] for habit in habits if not habit["is_archived"]}
    assert {"done", "open"} <= states
    assert max(habit["best_streak"] for habit in habits) > 30
    assert demo["check_ins"] > 2500


def test_a_second_demo_changes_nothing_and_says_so(demo: Any, installation: Installation) -> None:
    assert demo["created"]
    assert installation.json("demo", "--yes") == {"created": False, "email": DEMO}
    assert "is there already" in installation.run("demo", "--yes")
    assert len(installation.json("user", "list")) == 1


def test_an_export_comes_back_whole_in_another_account(
    demo: Any, installation: Installation, tmp_path: Path
) -> None:
    file = tmp_path / "demo.json"
    assert str(file) in installation.run("export", "--user", DEMO, "--output", str(file))
    assert file.stat().st_mode & 0o077 == 0, "an export is nobody else's to read"
    installation.run("user", "create", "alice@example.org", "--generate")
    bring_in = ("import", str(file), "--user", "alice@example.org", "--format", "almanac")

    tried = installation.json(*bring_in, "--dry-run")
    assert tried["dry_run"]
    assert tried["habits"]["added"] == demo["habits"]
    assert export_of(installation, "alice@example.org")["habits"] == []

    done = installation.json(*bring_in)
    assert done["check_ins"]["added"] == demo["check_ins"]
    assert (done["tasks"]["added"], done["themes"]["added"]) == (demo["tasks"], demo["themes"])
    again = installation.json(*bring_in)
    assert again["habits"]["added"] == again["check_ins"]["added"] == again["tasks"]["added"] == 0

    theirs, ours = export_of(installation, "alice@example.org"), export_of(installation, DEMO)
    assert histories(theirs) == histories(ours)


def export_of(installation: Installation, email: str) -> Any:
    return json.loads(installation.run("export", "--user", email))


def histories(document: Any) -> Any:
    """What was exported of habits and tasks, without the ids that each account gives its own."""
    habits = [(habit["name"], habit["check_ins"]) for habit in document["habits"]]
    tasks = [(task["title"], task["due"], task["completions"]) for task in document["tasks"]]
    return [habits, tasks, [theme["name"] for theme in document["themes"]]]


def test_a_file_of_something_else_is_one_clear_line(data_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("not a history")
    made = run_almanac("user", "create", "alice@example.org", "--generate", data_dir=data_dir)
    assert made.returncode == 0, made.stderr
    for name in (str(file), str(tmp_path / "absent.zip")):
        ended = run_almanac("import", name, "--user", "alice@example.org", data_dir=data_dir)
        assert ended.returncode == 1
        assert ended.stdout == ""
        assert ended.stderr.count("\n") == 1


def test_a_calendar_comes_in_as_a_timetable(data_dir: Path) -> None:
    made = run_almanac("user", "create", "alice@example.org", "--generate", data_dir=data_dir)
    assert made.returncode == 0, made.stderr
    file = str(SAMPLES / "campus.ics")
    bring_in = ("import", file, "--user", "alice@example.org", "--format", "ics", "--json")
    ended = run_almanac(*bring_in, data_dir=data_dir)
    assert ended.returncode == 0, ended.stderr
    result = json.loads(ended.stdout)
    assert (result["routine"]["name"], result["sessions"]["added"]) == ("campus", 2)
