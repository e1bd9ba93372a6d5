"""The wheel runs by itself: installed into a new environment, without Node, it serves the app."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scripts.steps import ROOT, run

UV = ROOT / ".tools/bin/uv"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the wheel and what it depends on, no more."""
    place = tmp_path_factory.mktemp("wheel")
    # Through the source archive, as uv does by itself, with the builder that the locks pin.
    run(UV, "build", "--no-build-isolation", "--python", sys.executable, "-o", place / "dist")
    (wheel,) = (place / "dist").glob("*.whl")
    run(UV, "venv", "--python", sys.executable, place / "env")
    to = ("--python", place / "env/bin/python")
    run(UV, "pip", "sync", *to, "--require-hashes", ROOT / "requirements/runtime.lock")
    run(UV, "pip", "install", *to, "--no-deps", wheel)
    return place / "env/bin"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(programs: Path, folder: Path) -> Iterator[str]:
    """The address of a server that knows no other programs than its own and no repository."""
    port = free_port()
    settings = {"ALMANAC_PORT": str(port), "ALMANAC_DATA_DIR": str(folder / "data")}
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("ALMANAC_", "PYTHON"))}
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [programs / "almanac", "serve"],
            cwd=folder,
            env={**inherited, "PATH": str(programs), **settings},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def fetch(url: str, seconds: float = 30) -> str:
    """What the address answers, once someone listens there."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(url, timeout=10) as response:  # noqa: S310 - our own server
                body: bytes = response.read()
                return body.decode()
        except urllib.error.URLError as error:
            refused = isinstance(error.reason, ConnectionRefusedError)
            if not refused or time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def test_the_installed_wheel_migrates_and_serves_the_web_app(
    installed: Path, tmp_path: Path
) -> None:
    with serving(installed, tmp_path) as address:
        assert '"status":"ok"' in fetch(f"{address}/healthz/ready")
        page = fetch(f"{address}/")
        assert '<div id="root"' in page
        script = page.split('<script type="module"')[1].split('src="')[1].split('"')[0]
        assert len(fetch(f"{address}{script}")) > 1000


def test_the_installed_wheel_brings_its_quotes(installed: Path) -> None:
    program = (
        "from almanac.quotes.domain import Language\n"
        "from almanac.quotes.service.pack import load_pack\n"
        "assert all(len(load_pack(language).quotes) >= 60 for language in Language)\n"
    )
    run(installed / "python", "-I", "-c", program)


def test_the_installed_wheel_brings_its_fonts(installed: Path) -> None:
    program = (
        "from almanac.typesetting.press import set_page\n"
        "data = {'title': 'Ж שלום हिन्दी ไทย 🎶', 'lang': 'en', 'region': '', 'dir': 'ltr'}\n"
        "assert not set_page('= #say(title)', data).missing\n"
    )
    run(installed / "python", "-I", "-c", program)
