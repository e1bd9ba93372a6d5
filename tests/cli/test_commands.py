"""Commands that need no account: help, version, migrate, openapi."""

import json
import subprocess
from pathlib import Path

import pytest

import almanac
from almanac.migrations import head_revision
from tests.server import ALMANAC, environment, run_almanac


def test_help_names_every_command(data_dir: Path) -> None:
    said = run_almanac("--help", data_dir=data_dir).stdout
    for name in ("serve", "migrate", "user", "import", "export", "demo", "version", "openapi"):
        assert f" {name} " in said


def test_version_is_readable_by_people_and_scripts(data_dir: Path) -> None:
    facts = json.loads(run_almanac("version", "--json", data_dir=data_dir).stdout)
    assert facts["almanac"] == almanac.__version__
    assert facts["schema"] == head_revision()
    assert almanac.__version__ in run_almanac("version", data_dir=data_dir).stdout


def test_an_unknown_option_is_an_error_of_use(data_dir: Path) -> None:
    ended = run_almanac("serve", "--prot", "1", data_dir=data_dir)
    assert ended.returncode == 2
    assert "--prot" in ended.stderr


def test_migrate_brings_an_empty_database_up_to_date(
    data_dir: Path, process_database_url: str | None
) -> None:
    def migrate(*options: str) -> tuple[int, str]:
        ended = run_almanac(
            "migrate", *options, data_dir=data_dir, database_url=process_database_url
        )
        return ended.returncode, ended.stdout + ended.stderr

    head = head_revision()
    assert migrate("--check") == (
        1,
        f"almanac: The database is empty, this program needs {head}: almanac migrate\n",
    )
    up_to_date = f"The database is up to date at migration {head}.\n"
    assert migrate() == (0, up_to_date)
    assert migrate() == (0, up_to_date)
    assert migrate("--check") == (0, up_to_date)


def test_openapi_depends_on_nothing_but_the_code(data_dir: Path) -> None:
    plain = run_almanac("openapi", data_dir=data_dir)
    assert plain.returncode == 0, plain.stderr
    assert plain.stderr == ""
    odd = {
        "ALMANAC_PUBLIC_URL": "https://almanac.example.org",
        "ALMANAC_PORT": "nonsense",
        "ALMANAC_SIGN_UP": "closed",
    }
    assert run_almanac("openapi", data_dir=data_dir, env=odd).stdout == plain.stdout
    document = json.loads(plain.stdout)
    assert plain.stdout == json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert "/api/v1/habits" in document["paths"]
    assert not data_dir.exists()


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [
        (("user", "promote", "\udcff@example.org"), ""),
        (("user", "create", "alice@example.org", "--password-stdin"), "quiet \udcff harbour 7"),
    ],
)
def test_what_is_not_utf_8_is_one_clear_line(
    data_dir: Path, arguments: tuple[str, ...], stdin: str
) -> None:
    ended = subprocess.run(
        [*ALMANAC, *arguments],
        env=environment(data_dir, env={"PYTHONIOENCODING": "utf-8:surrogateescape"}),
        cwd=data_dir.parent,
        input=stdin.encode("utf-8", "surrogateescape"),
        capture_output=True,
        timeout=90,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stderr == b"almanac: What was given is not text in UTF-8\n"
