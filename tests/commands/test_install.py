"""What install.py takes for present: a folder with its stamp, its Python and in its own place."""

from pathlib import Path

import pytest

from scripts.install import fingerprint, put_stamp, stamp_of


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    folder = tmp_path / "here/.venv"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin/python").touch()
    put_stamp(folder, "test 1234")
    return folder


def test_a_finished_environment_tells_what_it_was_made_from(environment: Path) -> None:
    assert stamp_of(environment) == "test 1234"


def test_an_environment_whose_python_is_gone_is_of_no_use(environment: Path) -> None:
    (environment / "bin/python").unlink()
    assert stamp_of(environment) == ""


def test_an_environment_that_was_moved_is_of_no_use(environment: Path) -> None:
    environment.parent.rename(environment.parent.parent / "there")
    assert stamp_of(environment.parent.parent / "there/.venv") == ""


def test_an_unfinished_environment_is_of_no_use(environment: Path) -> None:
    (environment / "almanac-stamp").unlink()
    assert stamp_of(environment) == ""


def test_a_changed_lock_has_another_fingerprint(tmp_path: Path) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text("uv==1\n")
    before = fingerprint([lock])
    lock.write_text("uv==2\n")
    assert fingerprint([lock]) != before
