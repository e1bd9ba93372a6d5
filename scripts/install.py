"""Brings into the repository what it needs: .tools (uv, Node, pnpm) and .venv (Python packages).

Nothing outside the repository is changed and everything comes from lock files with hashes. What is
already there is left alone: each folder holds a stamp, a hash of the locks it was made from.
Runs on a bare Python 3.11. The web app's own packages are web_app.py's business.

    python -m scripts.install run     what serving and building needs
    python -m scripts.install test    that and what the checks need
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from scripts.steps import ROOT, run, step

REQUIREMENTS = ROOT / "requirements"
TOOLS = ROOT / ".tools"
VENV = ROOT / ".venv"
STAMP = "almanac-stamp"


def fingerprint(files: Iterable[Path]) -> str:
    """A hash of the files' contents and of where the repository lies.

    The place counts because the programs of a virtual environment hold its full path.
    """
    digest = hashlib.sha256(str(ROOT).encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def stamp_of(folder: Path) -> str:
    """What the folder was made from; empty if it is absent, unfinished or its Python is gone."""
    stamp = folder / STAMP
    if not stamp.is_file() or not (folder / "bin" / "python").exists():
        return ""
    return stamp.read_text()


def install_tools() -> None:
    """Make .tools: uv and Node by pip, pnpm by that Node's npm."""
    pnpm_lock = sorted((REQUIREMENTS / "pnpm").glob("*.json"))
    wanted = fingerprint([REQUIREMENTS / "tools.lock", *pnpm_lock])
    if stamp_of(TOOLS) == wanted:
        return
    with step("tools: uv, Node and pnpm into .tools"):
        shutil.rmtree(TOOLS, ignore_errors=True)
        run(sys.executable, "-m", "venv", TOOLS)
        pip = (TOOLS / "bin/python", "-m", "pip", "--quiet")
        run(*pip, "install", "--require-hashes", "-r", REQUIREMENTS / "tools.lock")
        shutil.copytree(REQUIREMENTS / "pnpm", TOOLS / "pnpm")
        run(TOOLS / "bin/npm", "ci", "--ignore-scripts", "--no-audit", cwd=TOOLS / "pnpm")
        (TOOLS / STAMP).write_text(wanted)


def install_packages(purpose: str) -> None:
    """Make .venv for `purpose`, run or test; what suffices for testing suffices for running."""
    stamps = {
        name: fingerprint([REQUIREMENTS / lock, ROOT / "pyproject.toml"])
        for name, lock in (("run", "runtime.lock"), ("test", "dev.lock"))
    }
    accepted = {stamps["test"], stamps[purpose]}
    if stamp_of(VENV) in accepted:
        return
    lock = REQUIREMENTS / ("dev.lock" if purpose == "test" else "runtime.lock")
    with step(f"packages: {lock.relative_to(ROOT)} into .venv"):
        uv, python = TOOLS / "bin/uv", VENV / "bin/python"
        (VENV / STAMP).unlink(missing_ok=True)
        if not python.exists():
            run(uv, "venv", "--clear", "--no-python-downloads", "--python", sys.executable, VENV)
        run(uv, "pip", "sync", "--python", python, "--require-hashes", lock)
        own = (uv, "pip", "install", "--python", python)
        run(*own, "--no-deps", "--no-build-isolation", "--editable", ROOT)
        (VENV / STAMP).write_text(stamps[purpose])


def main() -> None:
    """Install for the purpose named on the command line."""
    if sys.argv[1:] not in (["run"], ["test"]):
        sys.exit("usage: install.py run|test")
    install_tools()
    install_packages(sys.argv[1])


if __name__ == "__main__":
    main()
