"""Bringing files of timetables in and looking at what they left behind."""

from typing import Any

from httpx2 import AsyncClient, Response

from tests.calendars.files import calendar, event


async def send(
    client: AsyncClient,
    data: bytes,
    to: str = "ics",
    *,
    name: str = "Term.ics",
    dry_run: bool = False,
    **query: Any,
) -> Response:
    params = {"dry_run": str(dry_run).lower(), **query}
    files = {"file": (name, data, "application/octet-stream")}
    return await client.post(f"/import/{to}", params=params, files=files)


async def look(client: AsyncClient, data: bytes, to: str = "ics", **query: str) -> dict[str, Any]:
    """What the file would bring."""
    response = await send(client, data, to, dry_run=True, **query)
    assert response.status_code == 200, response.text
    result: dict[str, Any] = response.json()
    return result


async def bring(client: AsyncClient, data: bytes, to: str = "ics", **query: str) -> dict[str, Any]:
    """Bring the file in, which adds something."""
    response = await send(client, data, to, dry_run=False, **query)
    assert response.status_code == 201, response.text
    result: dict[str, Any] = response.json()
    return result


async def routines_of(client: AsyncClient) -> list[dict[str, Any]]:
    """The routines with their sessions, in order."""
    summaries = (await client.get("/routines")).json()["data"]
    return [(await client.get(f"/routines/{each['id']}")).json() for each in summaries]


def told(sessions: list[dict[str, Any]]) -> list[str]:
    return [
        f"{s['week'] or ''}{s['weekday']} {s['starts']}+{s['minutes']} {s['subject']}"
        for s in sessions
    ]


def weekly(*subjects: str) -> bytes:
    """A calendar of one appointment a weekday, from Monday, 23 March 2026."""
    parts = [
        event(subject, f":202603{23 + n}T101500", "RRULE:FREQ=WEEKLY;COUNT=8", uid=f"u{subject}")
        for n, subject in enumerate(subjects)
    ]
    return calendar(*parts, name="Summer")
