"""Finds the Chromium that the browser tests drive, or installs it when running as root.

`python -m tests.chromium` prints its path; Playwright's configuration takes it from
ALMANAC_CHROMIUM.
"""

import os
import shutil
import subprocess
import sys

from tests import system_packages

VARIABLE = "ALMANAC_CHROMIUM"
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# The fonts draw the emoji and the scripts that pages under test show.
PACKAGES = ("chromium", "fonts-dejavu-core", "fonts-noto-color-emoji")


def starts(program: str) -> bool:
    """Whether the program runs at all; a stub that only points to a shop does not."""
    done = subprocess.run([program, "--version"], check=False, capture_output=True, timeout=60)
    return done.returncode == 0


def installed() -> str | None:
    """The first Chromium of this machine that starts."""
    paths = (shutil.which(name) for name in NAMES)
    return next((path for path in paths if path and starts(path)), None)


def find_chromium() -> str:
    """The path of a Chromium: the one named by ALMANAC_CHROMIUM, installed, or installed now.

    Raises system_packages.Missing if there is none and it cannot be installed.
    """
    if named := os.environ.get(VARIABLE):
        if not shutil.which(named):
            raise system_packages.Missing(f"{VARIABLE} names no program: {named}")
        return named
    if found := installed():
        return found
    if system_packages.can_install():
        system_packages.install(*PACKAGES)
        if found := installed():
            return found
    raise system_packages.Missing(
        "The browser tests need Chromium: install it (Debian: apt-get install chromium) "
        f"or name one in {VARIABLE}.",
    )


if __name__ == "__main__":
    try:
        sys.stdout.write(find_chromium() + "\n")
    except system_packages.Missing as missing:
        sys.exit(str(missing))
