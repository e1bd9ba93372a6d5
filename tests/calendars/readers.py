"""Two programs that read calendars, neither of which knows the other or us.

`recurring-ical-events` has the zone database of this machine, `ical.js` what a file says of zones.
"""

import json
import subprocess
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple, Self

import recurring_ical_events  # type: ignore[import-untyped]  # has no types
from icalendar import Calendar

ROOT = Path(__file__).parents[2]
NODE = ROOT / ".tools/bin/node"
DAY = timedelta(days=1)


class Shown(NamedTuple):
    """What a calendar shows: dates in their form, moments in seconds since 1970."""

    uid: str
    begins: str | int
    ends: str | int
    summary: str
    location: str


def told(when: date) -> str | int:
    """A date or moment as it can be compared across languages."""
    return int(when.timestamp()) if isinstance(when, datetime) else when.isoformat()


def within(shown: list[Shown], first: date, last: date) -> list[Shown]:
    """What begins from the first to the last day of UTC, in order."""
    begin, end = (
        datetime.combine(day, time(), UTC).timestamp() for day in (first, last + timedelta(days=1))
    )
    return sorted(
        (
            each
            for each in shown
            if (
                first.isoformat() <= each.begins <= last.isoformat()
                if isinstance(each.begins, str)
                else begin <= each.begins < end
            )
        ),
        key=str,
    )


def read_in_python(data: bytes, first: date, last: date) -> list[Shown]:
    """The calendar as recurring-ical-events expands it."""
    calendar = Calendar.from_ical(data)
    found = recurring_ical_events.of(calendar).between(first - DAY, last + 2 * DAY)
    shown = [
        Shown(
            str(each["uid"]),
            told(each["dtstart"].dt),
            told(each["dtend"].dt),
            str(each["summary"]),
            str(each.get("location", "")),
        )
        for each in found
    ]
    return within(shown, first, last)


class JavaScriptReader:
    """A running program that expands calendars with ical.js."""

    def __init__(self) -> None:
        script = Path(__file__).with_name("expand.mjs")
        self._program = subprocess.Popen(
            [NODE, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._program.communicate(timeout=10)

    def read(self, data: bytes, first: date, last: date) -> list[Shown]:
        """The calendar as ical.js expands it."""
        end = int(datetime.combine(last, time(), UTC).timestamp())
        asked = json.dumps({"ics": data.decode(), "last": end})
        reading, writing = self._program.stdout, self._program.stdin
        assert reading is not None
        assert writing is not None
        writing.write(f"{asked}\n")
        writing.flush()
        found: list[dict[str, Any]] = json.loads(reading.readline())
        return within([Shown(**each) for each in found], first, last)
