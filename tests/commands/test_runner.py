"""The runner of checks: what it tells, where it stops, what it takes for a failure."""

from pathlib import Path

import pytest

from scripts.checks import count
from scripts.runner import Check, perform_all
from scripts.steps import StepFailed


def passing(title: str, tests: int = 1) -> Check:
    return Check(title, lambda: tests)


def failing(title: str) -> Check:
    def work() -> int:
        raise StepFailed("what went wrong")

    return Check(title, work)


def test_the_last_line_counts_the_tests_of_all_stages(capsys: pytest.CaptureFixture[str]) -> None:
    assert perform_all([[passing("lint")], [passing("suite", 41), passing("types")]], at_once=2)
    assert capsys.readouterr().out.splitlines()[-1] == "43 passed, 0 failed"


def test_a_failure_shows_its_output_and_the_stages_after_it_do_not_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    stages = [[failing("lint"), passing("types")], [passing("the long tests")]]
    assert not perform_all(stages, at_once=2)
    told = capsys.readouterr().out
    assert "what went wrong" in told
    assert "types" in told
    assert "the long tests" not in told
    assert told.splitlines()[-2:] == ["failed: lint", "1 passed, 1 failed"]


def report(path: Path, *cases: str) -> Path:
    path.write_text(f"<testsuites><testsuite>{''.join(cases)}</testsuite></testsuites>")
    return path


def test_a_report_counts_its_tests(tmp_path: Path) -> None:
    case = '<testcase classname="habits" name="ticks"/>'
    assert count(report(tmp_path / "r.xml", case, case)) == 2


def test_a_skipped_test_is_a_failure_that_names_it(tmp_path: Path) -> None:
    skipped = '<testcase classname="habits" name="ticks"><skipped/></testcase>'
    with pytest.raises(StepFailed, match="1 of them skipped\nhabits: ticks"):
        count(report(tmp_path / "r.xml", skipped))


def test_a_suite_that_found_no_tests_has_failed(tmp_path: Path) -> None:
    with pytest.raises(StepFailed, match="0 tests"):
        count(report(tmp_path / "r.xml"))
