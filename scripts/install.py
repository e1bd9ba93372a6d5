"""Brings into the repository what it needs: .tools (uv, Node, pnpm), .venv (Python), and fonts.

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
LOCKS = {"run": REQUIREMENTS / "runtime.lock", "test": REQUIREMENTS / "dev.lock"}
# What the server sets pages in; git ignores the folder, the wheel ships it.
FACES = ROOT / "src/almanac/typesetting/faces"
FACES_FROM = FACES / ".made-from"
# Of each package of requirements/fonts, the cuts that are shipped beside its licence.
CUTS = {
    "noto-emoji": ("400Regular",),
    "noto-sans": ("400Regular", "600SemiBold"),
    "noto-sans-arabic": ("400Regular",),
    "noto-sans-devanagari": ("400Regular", "600SemiBold"),
    "noto-sans-hebrew": ("400Regular", "600SemiBold"),
    "noto-sans-symbols-2": ("400Regular",),
    "noto-sans-thai": ("400Regular", "600SemiBold"),
    "source-sans-3": ("400Regular", "600SemiBold"),
    "vazirmatn": ("400Regular", "600SemiBold"),
    "vollkorn": ("500Medium",),
}


def fingerprint(files: Iterable[Path]) -> str:
    """A hash of the files' contents."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def stamp_of(folder: Path) -> str:
    """What the folder was made from; empty if it is absent, or of no use any more.

    That is so when its Python is gone or it lies elsewhere, as its programs hold its full path.
    """
    stamp = folder / STAMP
    if not stamp.is_file() or not (folder / "bin" / "python").exists():
        return ""
    made_from, _, place = stamp.read_text().partition("\n")
    return made_from if place == str(folder) else ""


def put_stamp(folder: Path, made_from: str) -> None:
    """Note what the folder was made from."""
    (folder / STAMP).write_text(f"{made_from}\n{folder}")


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
        put_stamp(TOOLS, wanted)


def install_packages(purpose: str) -> None:
    """Make .venv for `purpose`, run or test.

    What suffices for testing suffices for running, and an environment once made for testing stays
    one, so that going back and forth between the two installs nothing.
    """
    present = stamp_of(VENV)
    if present.startswith("test "):
        purpose = "test"
    lock = LOCKS[purpose]
    wanted = f"{purpose} {fingerprint([lock, ROOT / 'pyproject.toml'])}"
    if present == wanted:
        return
    with step(f"packages: {lock.relative_to(ROOT)} into .venv"):
        uv, python = TOOLS / "bin/uv", VENV / "bin/python"
        if not present:
            run(uv, "venv", "--clear", "--no-python-downloads", "--python", sys.executable, VENV)
        put_stamp(VENV, f"{purpose} unfinished")
        # Compiled once here: a process that may not write its bytecode would start in 3 s, not 1.
        compiled = ("--require-hashes", "--compile-bytecode")
        run(uv, "pip", "sync", "--python", python, *compiled, lock)
        own = (uv, "pip", "install", "--python", python)
        run(*own, "--no-deps", "--no-build-isolation", "--editable", ROOT)
        put_stamp(VENV, wanted)


def install_fonts() -> None:
    """Make the folder of fonts, each package's licence beside its files; needs .tools."""
    lock = sorted((REQUIREMENTS / "fonts").glob("*.json"))
    wanted = f"{fingerprint(lock)} {CUTS}"
    if FACES_FROM.is_file() and FACES_FROM.read_text() == wanted:
        return
    with step(f"fonts: requirements/fonts into {FACES.relative_to(ROOT)}"):
        fetched = TOOLS / "fonts"
        shutil.rmtree(fetched, ignore_errors=True)
        shutil.rmtree(FACES, ignore_errors=True)
        shutil.copytree(REQUIREMENTS / "fonts", fetched)
        run(TOOLS / "bin/npm", "ci", "--ignore-scripts", "--no-audit", cwd=fetched)
        FACES.mkdir(parents=True)
        for package, cuts in CUTS.items():
            source = fetched / "node_modules/@expo-google-fonts" / package
            shutil.copy(source / "LICENSE_FONT", FACES / f"{package}-LICENSE.txt")
            for cut in cuts:
                (face,) = (source / cut).glob("*.ttf")
                shutil.copy(face, FACES)
        shutil.rmtree(fetched)
        FACES_FROM.write_text(wanted)


def main() -> None:
    """Install for the purpose named on the command line."""
    if len(sys.argv) != 2 or sys.argv[1] not in LOCKS:  # noqa: PLR2004  # one word
        sys.exit("usage: install.py run|test")
    install_tools()
    install_fonts()
    install_packages(sys.argv[1])


if __name__ == "__main__":
    main()
