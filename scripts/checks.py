"""Everything a change must pass, as named checks in an order that finds errors early.

    python -m scripts.checks check    the fast part
    python -m scripts.checks test     all of it

A stage's checks run side by side; a stage that fails is the last. A test runner that skipped
something has failed.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

from scripts import in_step, web_app
from scripts.runner import Check, perform_all
from scripts.steps import ROOT, StepFailed, exit_on_sigterm, run
from tests import chromium, han_fonts, postgres, system_packages

BIN = Path(sys.executable).parent
PNPM = web_app.PNPM
REPORTS = ROOT / "build/reports"
CORES = 2
RULES = "*/domain.py,*/domain/*,*/almanac/schedules/*"


def command(title: str, *words: str | Path) -> Check:
    """A check that passes if a command does."""

    def work() -> int:
        run(*words)
        return 1

    return Check(title, work)


def count(report: Path) -> int:
    """How many tests a JUnit report lists.

    Raises StepFailed if it lists none, or some that were skipped.
    """
    cases = list(ET.parse(report).iter("testcase"))  # noqa: S314  # our own runner wrote it
    skipped = [case for case in cases if case.find("skipped") is not None]
    if skipped or not cases:
        names = "".join(f"\n{case.get('classname')}: {case.get('name')}" for case in skipped)
        raise StepFailed(f"{len(cases)} tests, {len(skipped)} of them skipped{names}")
    return len(cases)


def suite(title: str, report: str, *words: str | Path, env: dict[str, str] | None = None) -> Check:
    """A check that runs tests, which write a JUnit report to build/reports/`report`."""

    def work() -> int:
        (REPORTS / report).unlink(missing_ok=True)
        run(*words, env=env)
        return count(REPORTS / report)

    return Check(title, work)


def pytest(title: str, report: str, *words: str | Path) -> Check:
    """A suite of pytest's."""
    junit = f"--junitxml={REPORTS / report}"
    coverage = {"COVERAGE_FILE": str(REPORTS / "coverage")}
    return suite(title, report, BIN / "pytest", "-q", junit, *words, env=coverage)


def covered(title: str, least: int, include: str) -> Check:
    """A check of the share of lines and branches that the server's tests went through."""
    data = f"--data-file={REPORTS / 'coverage'}"
    gate = (f"--include={include}", f"--fail-under={least}")
    return command(title, BIN / "coverage", "report", data, *gate)


def built_web_app() -> int:
    """Make the web app as it is shipped."""
    if web_app.is_stale():
        web_app.compile_app()
    return 1


def pure_tests() -> list[Path]:
    """The tests without a database: rules of the subject, of the architecture, of the commands."""
    patterns = (
        "*/test_domain*.py",
        "schedules/test_*.py",
        "test_architecture*.py",
        "commands/test_*.py",
    )
    return sorted({file for pattern in patterns for file in (ROOT / "tests").glob(pattern)})


STATIC = (
    command("types: mypy", BIN / "mypy"),
    command("format: ruff", BIN / "ruff", "format", "--check"),
    command("lint: ruff", BIN / "ruff", "check"),
    command("import contracts", BIN / "lint-imports"),
    command("web: format, lint and types", PNPM, "run", "check"),
)
WEB = (
    suite(
        "web: unit tests",
        "web.xml",
        *(PNPM, "run", "test", "--reporter=default", "--reporter=junit"),
        f"--outputFile.junit={REPORTS / 'web.xml'}",
    ),
    Check("openapi.json and web client in step", in_step.check_api),
    Check("web: catalogues complete and in step", in_step.check_catalogues),
)
BUILD = (Check("web: production build", built_web_app),)
SIZES = (command("web: sizes", PNPM, "run", "sizes"),)
SERVER = (
    pytest(
        "tests of the server on SQLite and PostgreSQL",
        "server.xml",
        *("-n", str(CORES), "--cov", "--cov-report="),
    ),
)
COVERAGE = (
    covered("coverage: 100 % of the pure rules", 100, RULES),
    covered("coverage: 90 % of the server", 90, "*/almanac/*"),
)
BROWSER = (
    suite(
        "tests in the browser",
        "browser.xml",
        *(PNPM, "run", "e2e", "--reporter=list,junit"),
        env={"PLAYWRIGHT_JUNIT_OUTPUT_FILE": str(REPORTS / "browser.xml")},
    ),
)


def check() -> bool:
    """Run the fast part."""
    pure = pytest("pure tests", "pure.xml", *pure_tests())
    return perform_all((STATIC, (pure, *WEB)), CORES)


def test() -> bool:
    """Run everything, after making sure of the server, the browser and the fonts that it takes."""
    # The many processes that the tests start should not compile our own sources each time.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ[chromium.VARIABLE] = chromium.find_chromium()
    han_fonts.ensure_han()
    with postgres.ensure_server() as url:
        os.environ[postgres.VARIABLE] = url
        stages = (STATIC, (*WEB, *BUILD), SIZES, SERVER, COVERAGE, BROWSER)
        return perform_all(stages, CORES)


def main() -> None:
    """Run what the command line names; the exit code is 0 if all passed."""
    commands = {"check": check, "test": test}
    if len(sys.argv) != 2 or sys.argv[1] not in commands:  # noqa: PLR2004  # one word
        sys.exit("usage: checks check|test")
    exit_on_sigterm()
    shutil.rmtree(REPORTS, ignore_errors=True)
    REPORTS.mkdir(parents=True)
    try:
        passed = commands[sys.argv[1]]()
    except system_packages.Missing as missing:
        sys.exit(str(missing))
    sys.exit(not passed)


if __name__ == "__main__":
    main()
