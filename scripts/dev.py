"""Serves with reload on both sides until one of them ends: the server, and Vite for the web app."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from scripts.steps import PATIENCE_SECONDS, ROOT, exit_on_sigterm
from scripts.web_app import PNPM

SERVER = (Path(sys.executable).parent / "almanac", "serve", "--reload")
WEB = (PNPM, "run", "dev")


def main() -> None:
    """Start both, and end both when one ends or Ctrl-C is pressed."""
    exit_on_sigterm()
    processes = [subprocess.Popen([str(word) for word in line], cwd=ROOT) for line in (SERVER, WEB)]
    try:
        while all(process.poll() is None for process in processes):
            time.sleep(0.2)
    except KeyboardInterrupt:
        pass  # the terminal told them too
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(PATIENCE_SECONDS)


if __name__ == "__main__":
    main()
