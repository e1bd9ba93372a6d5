"""`almanac user …` as processes: accounts made and looked after from the machine itself."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.conftest import PASSWORD
from tests.server import RunningServer, run_almanac, running_server

pytestmark = pytest.mark.timeout(400)


class Operator:
    """Runs `almanac user …` on one installation."""

    def __init__(self, data_dir: Path, database_url: str | None) -> None:
        self.data_dir, self.database_url = data_dir, database_url

    def json(self, *arguments: str, stdin: str = "") -> Any:
        """What the command prints as JSON; nothing else may be on standard output."""
        ended = self.run(*arguments, "--json", stdin=stdin)
        assert ended[0] == 0, ended[2]
        return json.loads(ended[1])

    def run(self, *arguments: str, stdin: str = "") -> tuple[int, str, str]:
        ended = run_almanac(
            "user",
            *arguments,
            data_dir=self.data_dir,
            database_url=self.database_url,
            stdin=stdin,
        )
        return ended.returncode, ended.stdout, ended.stderr


@pytest.fixture
def operator(data_dir: Path, process_database_url: str | None) -> Operator:
    return Operator(data_dir, process_database_url)


@contextmanager
def signed_in(server: RunningServer, email: str, password: str) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=server.api, headers={"Sec-Fetch-Site": "same-origin"}) as client:
        client.post("/auth/login", json={"email": email, "password": password})
        yield client


def test_an_account_is_made_changed_and_locked_from_the_command_line(
    operator: Operator, data_dir: Path, process_database_url: str | None
) -> None:
    admin = operator.json("create", "admin@example.org", "--password-stdin", stdin=f"{PASSWORD}\n")
    assert admin["is_superuser"], "the first account is an administrator"
    assert "password" not in admin, "what was given is not repeated"

    alice = operator.json("create", "alice@example.org", "--name", "Alice", "--generate")
    assert alice["full_name"] == "Alice"
    assert not alice["is_superuser"]

    with running_server(data_dir=data_dir, database_url=process_database_url) as server:
        with signed_in(server, "alice@example.org", alice["password"]) as client:
            assert client.get("/users/me").json()["email"] == "alice@example.org"

            assert operator.json("promote", "alice@example.org")["is_superuser"]
            assert client.get("/users/me").json()["is_superuser"]

            new = operator.json("reset-password", "alice@example.org", "--generate")["password"]
            assert client.get("/users/me").status_code == 401, "a new password ends all sessions"

        with signed_in(server, "alice@example.org", new) as client:
            assert client.get("/users/me").status_code == 200
            assert not operator.json("deactivate", "alice@example.org")["is_active"]
            assert client.get("/users/me").status_code == 401

    listed = operator.json("list")
    assert [user["email"] for user in listed] == ["admin@example.org", "alice@example.org"]
    assert "administrator, deactivated" in operator.run("list")[1]


def test_refusals_are_one_clear_line(operator: Operator) -> None:
    operator.json("create", "admin@example.org", "--generate")
    refusals = {
        ("create", "admin@example.org", "--generate"): "There is an account with this address",
        ("create", "no address", "--generate"): "email: This is not an e-mail address",
        ("create", "bob@example.org"): "There is no terminal to ask for a password",
        ("promote", "bob@example.org"): "No account has this address",
        ("deactivate", "admin@example.org"): "The last administrator stays one",
    }
    for arguments, sentence in refusals.items():
        code, stdout, stderr = operator.run(*arguments)
        assert code != 0, arguments
        assert stdout == "", arguments
        assert stderr.startswith(f"almanac: {sentence}"), arguments
        assert stderr.count("\n") == 1, arguments


def test_a_weak_password_is_refused_and_no_account_is_made(operator: Operator) -> None:
    code, _, stderr = operator.run(
        "create", "alice@example.org", "--password-stdin", stdin="password\n"
    )
    assert code == 1
    assert "most common passwords" in stderr
    assert operator.json("list") == []
