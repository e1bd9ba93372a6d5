"""From a scanned label to the whole page: a printed code read, its page asked for and complete.

The label is one of the server's own PDF, drawn as a thermal printer of 203 dots an inch prints it
and read by the reader that phones have too; each look is a connection of its own, as of a phone
that was never here. Then a recall: from asking for it to the page that says so.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from statistics import median
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pypdfium2  # type: ignore[import-untyped]
import zxingcpp

from bench.harness import servers
from bench.harness.databases import DATABASES
from bench.harness.report import Figure, at_most, progress, tell
from bench.public_batch import create_batch, owner

DOTS_AN_INCH, POINTS_AN_INCH = 203, 72
# What a label of a shop at home leads to; the page is asked for where the server really listens.
AT_HOME = "http://192.168.1.20:8000"
# The recall is on every label within a second.
RECALL_MS = 1000
VISITOR = {"Accept": "text/html", "Accept-Language": "de-DE,de;q=0.9"}
Picture = memoryview


def label_of(client: httpx2.Client, batch: dict[str, Any]) -> Picture:
    """The label of a batch as it is printed."""
    client.patch("/shop", json={"public_url": AT_HOME}).raise_for_status()
    body = {"batch_ids": [batch["id"]], "stock": "L7160"}
    sheet = client.post("/batches/labels.pdf", json=body).raise_for_status().content
    drawn = pypdfium2.PdfDocument(sheet)[0].render(
        scale=DOTS_AN_INCH / POINTS_AN_INCH, grayscale=True
    )
    return memoryview(bytes(drawn.buffer)).cast("B", (drawn.height, drawn.stride))


def read_label(picture: Picture) -> str:
    """The path that the code on a label leads to."""
    (found,) = zxingcpp.read_barcodes(picture)
    return urlsplit(found.text).path


def look(address: str, path: str) -> str:
    """The page, read to its end over a new connection."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    try:
        connection.request("GET", path, headers=VISITOR)
        response = connection.getresponse()
        page = response.read().decode()
    finally:
        connection.close()
    if response.status != httpx2.codes.OK or "</html>" not in page:
        raise SystemExit(f"{path}: {response.status}\n{page}")
    return page


def measure(database: str, rounds: int) -> Iterator[Figure]:
    """Scan one label again and again, then recall it."""
    with (
        DATABASES[database]() as url,
        servers.almanac(url) as (address, _),
        owner(address) as client,
    ):
        batch = create_batch(client)
        picture = label_of(client, batch)
        look(address, read_label(picture))
        progress(f"{database}: {rounds} scans")
        times = [_scan(address, picture) for _ in range(rounds)]
        progress(f"{database}: a recall")
        recalled = _recall(client, address, batch)
    read, complete = (median(column) for column in zip(*times, strict=True))
    whole = median(map(sum, times))
    yield Figure(f"{database}: scan to page, the whole", f"{whole:.1f} ms")
    yield Figure(f"{database}: of it reading the code", f"{read:.1f} ms")
    yield Figure(f"{database}: of it from asking to the complete page", f"{complete:.1f} ms")
    yield at_most(f"{database}: recall to the page that says so", recalled, RECALL_MS, unit=" ms")


def _scan(address: str, picture: Picture) -> tuple[float, float]:
    """Milliseconds until the code is read, and from there until the page is complete."""
    begun = time.perf_counter()
    path = read_label(picture)
    read_at = time.perf_counter()
    look(address, path)
    return (read_at - begun) * 1000, (time.perf_counter() - read_at) * 1000


def _recall(client: httpx2.Client, address: str, batch: dict[str, Any]) -> float:
    """Milliseconds from asking for a recall to having the page that tells of it."""
    begun = time.perf_counter()
    body = {"reason": "Listeria"}
    client.post(f"/batches/{batch['id']}/recalled", json=body).raise_for_status()
    page = look(address, f"/b/{batch['code']}")
    if body["reason"] not in page:
        raise SystemExit(f"the page does not tell of the recall:\n{page}")
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    """Read the options, measure both databases."""
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--database", choices=list(DATABASES), action="append")
    options = parser.parse_args()
    for database in options.database or DATABASES:
        tell(measure(database, options.rounds))


if __name__ == "__main__":
    main()
