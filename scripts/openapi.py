"""Writes openapi.json and the web app's client, web/src/api, anew from the server's routes.

Whether they are in step with the routes is asked by in_step.py.
"""

from __future__ import annotations

import subprocess
import sys

from scripts.steps import ROOT, StepFailed, run, step
from scripts.web_app import PNPM

SNAPSHOT = ROOT / "openapi.json"


def document() -> str:
    """The OpenAPI document of the routes as they are."""
    command = [sys.executable, "-m", "almanac.cli", "openapi"]
    printed = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if printed.returncode:
        raise StepFailed(f"$ {' '.join(command)}\n{printed.stderr.rstrip()}")
    return printed.stdout


if __name__ == "__main__":
    with step("openapi.json"):
        SNAPSHOT.write_text(document())
    with step("the client in web/src/api"):
        run(PNPM, "run", "gen")
