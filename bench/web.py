"""The web app: sizes of what a first visit loads, Lighthouse on phone and desktop, axe on screens.

The landing page is measured signed out; Today and the other screens with the demo account. Needs
the production build, Node and Chromium.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx2
from playwright.sync_api import Page, sync_playwright

from bench.harness import servers
from bench.harness.report import Figure, at_least, at_most, progress, tell
from tests.chromium import find_chromium
from tests.postgres import ROOT
from tests.server import run_almanac, running_server

WEB = ROOT / "web"
NODE = ROOT / ".tools/bin/node"
AXE = "node_modules/.pnpm/axe-core@*/node_modules/axe-core/axe.min.js"
LIGHTHOUSE = str(WEB / "node_modules/lighthouse/cli/index.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCREENS = ("/login", "/", "/habits", "/import", "/settings")
WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")
HUNDRED = 100
# Device: performance to reach; the other categories are to reach 100.
DEVICES = {"mobile": 90, "desktop": 98}
LCP_SECONDS, CLS = 2.5, 0.02
LIGHTHOUSE_SECONDS = 240
SIZE = re.compile(r"^\s*([\d.]+) KiB of\s+(\d+)\s+(.+?)(?:  OVER BUDGET)?$", re.MULTILINE)


def sizes() -> Iterator[Figure]:
    """What `web/scripts/sizes.mjs` reads from the manifest of the build."""
    done = subprocess.run(
        [NODE, "scripts/sizes.mjs"], cwd=WEB, capture_output=True, text=True, check=False
    )
    found = SIZE.findall(done.stdout)
    if not found:
        raise SystemExit(f"{done.stdout}{done.stderr}")
    lazy = [entry for entry in found if entry[2].startswith("lazy")]
    for size, budget, name in [entry for entry in found if entry not in lazy]:
        yield at_most(name, float(size), float(budget), unit=" KiB")
    if lazy:
        size, budget, name = max(lazy, key=lambda entry: float(entry[0]))
        yield at_most("largest lazy route", float(size), float(budget), unit=" KiB", note=name[5:])


def lighthouse(url: str, device: str, cookie: str | None, chromium: str) -> dict[str, Any]:
    """The report of one run of Lighthouse."""
    headers = ["--extra-headers", json.dumps({"Cookie": cookie})] if cookie else []
    preset = ["--preset=desktop"] if device == "desktop" else []
    with TemporaryDirectory(prefix="almanac-bench-") as directory:
        report = Path(directory) / "report.json"
        subprocess.run(
            [
                *(str(NODE), LIGHTHOUSE, url, *preset, *headers),
                *("--output=json", f"--output-path={report}", "--quiet"),
                "--chrome-flags=--headless=new --no-sandbox",
            ],
            env=os.environ | {"CHROME_PATH": chromium},
            cwd=directory,
            timeout=LIGHTHOUSE_SECONDS,
            check=True,
            stdout=sys.stderr,
        )
        found: dict[str, Any] = json.loads(report.read_text())
    return found


def lighthouse_figures(page: str, device: str, report: dict[str, Any]) -> Iterator[Figure]:
    """Scores, and what Lighthouse says of the first picture and of jumps."""
    name = f"{page}, {device}"
    for key, category in report["categories"].items():
        goal = DEVICES[device] if key == "performance" else HUNDRED
        failed = [
            audit["id"]
            for audit in category["auditRefs"]
            if report["audits"][audit["id"]]["score"] == 0 and audit["weight"]
        ]
        note = "" if key == "performance" else ", ".join(failed)
        score = round(HUNDRED * (category["score"] or 0))
        yield at_least(f"{name}: {category['title']}", score, goal, unit="", note=note)
    audits = report["audits"]
    paint = audits["largest-contentful-paint"]["numericValue"] / 1000
    yield at_most(f"{name}: largest paint", paint, LCP_SECONDS, unit=" s")
    yield at_most(f"{name}: layout shift", audits["cumulative-layout-shift"]["numericValue"], CLS)


def violations(page: Page) -> Sequence[str]:
    """The rules that axe finds broken on a page."""
    page.evaluate(next(WEB.glob(AXE)).read_text())
    found = page.evaluate("tags => axe.run({ runOnly: tags })", TAGS)["violations"]
    return [f"{rule['id']} ({len(rule['nodes'])})" for rule in found]


def axe_figures(url: str, cookie: str, chromium: str) -> Iterator[Figure]:
    """Count axe's violations on each screen, in both widths and schemes."""
    name, _, value = cookie.partition("=")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for path in SCREENS:
            broken: list[str] = []
            for width in WIDTHS:
                for scheme in SCHEMES:
                    context = browser.new_context(
                        viewport={"width": width, "height": 900},
                        color_scheme="light" if scheme == "light" else "dark",
                        bypass_csp=True,  # axe is put into the page, which its policy forbids
                    )
                    if path != "/login":
                        context.add_cookies([{"name": name, "value": value, "url": url}])
                    page = context.new_page()
                    page.goto(url + path)
                    page.get_by_role("heading", level=1).first.wait_for()
                    page.wait_for_load_state("networkidle")
                    broken += [f"{width} {scheme}: {rule}" for rule in violations(page)]
                    context.close()
            yield at_most(f"axe: {path}", len(broken), 0, note="; ".join(broken))
        browser.close()


def sign_in(url: str) -> str:
    """The value of the `Cookie` header of the demo account."""
    account = {"email": "demo@example.org", "password": servers.PASSWORD}
    with httpx2.Client(headers={"Sec-Fetch-Site": "same-origin"}) as client:
        client.post(f"{url}/api/v1/auth/login", json=account).raise_for_status()
        return f"almanac_session={client.cookies['almanac_session']}"


def main() -> None:
    """Read the options, measure."""
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--without-lighthouse", action="store_true")
    options = parser.parse_args()
    tell(sizes())
    chromium = find_chromium()
    with TemporaryDirectory(prefix="almanac-bench-") as directory:
        data_dir = Path(directory) / "data"
        run_almanac(
            *("demo", "--yes", "--password-stdin"), data_dir=data_dir, stdin=servers.PASSWORD
        ).check_returncode()
        with running_server(data_dir=data_dir) as server:
            cookie = sign_in(server.url)
            progress("axe")
            tell(axe_figures(server.url, cookie, chromium))
            for device in () if options.without_lighthouse else DEVICES:
                for page, signed_in in (("landing page", None), ("Today", cookie)):
                    progress(f"Lighthouse: {page}, {device}")
                    report = lighthouse(server.url, device, signed_in, chromium)
                    tell(lighthouse_figures(page, device, report))


if __name__ == "__main__":
    main()
