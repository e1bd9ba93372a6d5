"""The lock files: they agree with each other and with pyproject.toml, and name no address."""

import re
import tomllib

import pytest

from scripts.steps import ROOT

REQUIREMENTS = ROOT / "requirements"
PIN = re.compile(r"^([a-z0-9._-]+)(?:\[[^]]*\])?==([^ ;\\]+)(.*)", re.MULTILINE)


def pins(lock: str) -> dict[str, set[str]]:
    """Each package with its pinned versions; there are several if platforms differ."""
    found: dict[str, set[str]] = {}
    for name, version, _ in PIN.findall((REQUIREMENTS / lock).read_text()):
        found.setdefault(name, set()).add(version)
    return found


def test_what_serves_is_pinned_as_it_is_tested() -> None:
    tested = pins("dev.lock")
    assert {name: tested.get(name) for name in pins("runtime.lock")} == pins("runtime.lock")


def test_every_dependency_is_locked() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())
    runtime = declared["project"]["dependencies"]
    dev = [entry for entry in declared["dependency-groups"]["dev"] if isinstance(entry, str)]
    for lock, requirements in (("runtime.lock", runtime), ("dev.lock", runtime + dev)):
        names = {re.split(r"[^A-Za-z0-9._-]", entry)[0].lower() for entry in requirements}
        assert names <= pins(lock).keys()


@pytest.mark.parametrize("lock", ["tools.lock", "runtime.lock", "dev.lock"])
def test_every_pin_has_a_hash_and_no_lock_names_an_address(lock: str) -> None:
    text = (REQUIREMENTS / lock).read_text()
    assert "://" not in text
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all("--hash=sha256:" in entry for entry in entries)


def test_pnpm_is_the_one_that_the_web_app_names() -> None:
    locked = (REQUIREMENTS / "pnpm/package-lock.json").read_text()
    named = re.search(r'"packageManager": "pnpm@([^"]+)"', (ROOT / "web/package.json").read_text())
    assert named
    assert f'"version": "{named[1]}"' in locked
