"""Builds the web app into the server's package, src/almanac/web_dist, when it is stale.

Used by the Makefile and by the wheel's build hook, so both ship the same files. Stale means: a file
of web/ that can change the result differs from what the last build saw. Runs on a bare Python.

    python -m scripts.web_app packages    bring what building and checking web/ needs
    python -m scripts.web_app build       that, and the web app if it is stale
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from scripts.install import install_tools
from scripts.steps import ROOT, StepFailed, run, step

WEB = ROOT / "web"
BUILT = ROOT / "src/almanac/web_dist"
BUILT_FROM = BUILT / ".built-from"
PACKAGES_FROM = WEB / "node_modules/.almanac-stamp"
PNPM = ROOT / "scripts/pnpm"
# Made by tools, or read by tests only.
LEFT_OUT = {"node_modules", "dist", ".cache", "test-results", "playwright-report", "tests"}
ROUTE_TREE = "routeTree.gen.ts"  # written by the build itself, from files that are counted


def sources() -> list[Path]:
    """The files of web/ that can change the built app, in a fixed order."""
    tops = (top for top in WEB.iterdir() if top.name not in LEFT_OUT)
    files = (file for top in tops for file in ([top] if top.is_file() else top.rglob("*")))
    return sorted(file for file in files if file.is_file() and file.name != ROUTE_TREE)


def fingerprint(files: list[Path]) -> str:
    """A hash of names and contents."""
    digest = hashlib.sha256()
    for file in files:
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        digest.update(f"{file.relative_to(ROOT)}\0{content}\n".encode())
    return digest.hexdigest()


def install_packages() -> None:
    """Bring web/node_modules in step with the lock file; no script of a package is run."""
    install_tools()
    settings = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"]
    wanted = fingerprint([WEB / name for name in settings])
    if PACKAGES_FROM.is_file() and PACKAGES_FROM.read_text() == wanted:
        return
    with step("packages: web/pnpm-lock.yaml into web/node_modules"):
        run(PNPM, "install", "--frozen-lockfile", "--ignore-scripts", env={"CI": "true"})
        PACKAGES_FROM.write_text(wanted)


def is_stale() -> bool:
    """Whether the built app is absent or made from other sources."""
    return not BUILT_FROM.is_file() or BUILT_FROM.read_text() != fingerprint(sources())


def compile_app() -> None:
    """Make src/almanac/web_dist. Raises StepFailed if the build does."""
    wanted = fingerprint(sources())
    run(PNPM, "run", "build")
    if not (BUILT / "index.html").is_file():
        raise StepFailed(f"the build left no index.html in {BUILT}")
    BUILT_FROM.write_text(wanted)


def build() -> None:
    """Build the web app if it is stale, bringing what that needs."""
    if is_stale():
        install_packages()
        with step("web app: web into src/almanac/web_dist"):
            compile_app()


def main() -> None:
    """Do what the command line names: bring the packages, or build."""
    if sys.argv[1:] == ["packages"]:
        install_packages()
    elif sys.argv[1:] == ["build"]:
        build()
    else:
        sys.exit("usage: web_app packages|build")


if __name__ == "__main__":
    main()
