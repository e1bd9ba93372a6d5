"""Checks that what is generated and committed is what its generator makes of the sources today.

The generators write into a copy of web/ below build/, so a check changes nothing.
"""

from __future__ import annotations

import difflib
import os
import shutil
from pathlib import Path

from scripts import openapi
from scripts.steps import ROOT, StepFailed, run
from scripts.web_app import LEFT_OUT, WEB

TOOLS = ROOT / ".tools/bin"
LONGEST_DIFF = 40


def copy_of_web(name: str) -> Path:
    """A fresh copy of web/'s own files, with the packages of the original."""
    place = ROOT / "build" / name
    shutil.rmtree(place, ignore_errors=True)
    copy = place / "web"
    shutil.copytree(WEB, copy, ignore=lambda _folder, names: LEFT_OUT.intersection(names))
    (copy / "node_modules").symlink_to(WEB / "node_modules")
    return copy


def generate(copy: Path, script: str) -> None:
    """Run a script of web/package.json in the copy, with the pinned Node."""
    path = f"{TOOLS}{os.pathsep}{os.environ['PATH']}"
    run(TOOLS / "node", "--run", script, cwd=copy, env={"PATH": path})


def texts(folder: Path, pattern: str) -> dict[str, str]:
    """The files of a folder by their names below it."""
    return {
        str(file.relative_to(folder)): file.read_text() for file in sorted(folder.rglob(pattern))
    }


def compare_text(name: str, before: str, after: str, remedy: str) -> None:
    """Raise StepFailed with the difference, and with what puts it right, if there is one."""
    if before != after:
        lines = difflib.unified_diff(
            before.splitlines(), after.splitlines(), name, f"{name}, as generated", lineterm=""
        )
        diff = "\n".join(list(lines)[:LONGEST_DIFF])
        raise StepFailed(f"{name} is out of step; put it right with: {remedy}\n{diff}")


def compare(committed: Path, made: Path, pattern: str, remedy: str) -> None:
    """Compare two folders' files; raises StepFailed with the first that differs."""
    ours, theirs = texts(committed, pattern), texts(made, pattern)
    for name in sorted(ours.keys() | theirs.keys()):
        shown = f"{committed.relative_to(ROOT)}/{name}"
        compare_text(shown, ours.get(name, ""), theirs.get(name, ""), remedy)


def check_api() -> int:
    """The snapshot is the document of the routes, and the client is made from it."""
    document = openapi.document()
    committed = openapi.SNAPSHOT.read_text() if openapi.SNAPSHOT.is_file() else ""
    compare_text(openapi.SNAPSHOT.name, committed, document, "make api")
    copy = copy_of_web("openapi")
    (copy.parent / openapi.SNAPSHOT.name).write_text(document)
    generate(copy, "gen")
    compare(WEB / "src/api", copy / "src/api", "*.ts", "make api")
    return 2


def check_catalogues() -> int:
    """Every string of the sources is in every catalogue, and every language is complete."""
    copy = copy_of_web("catalogues")
    generate(copy, "i18n")
    compare(WEB / "src/locales", copy / "src/locales", "*.po", "scripts/pnpm run i18n")
    return 1
