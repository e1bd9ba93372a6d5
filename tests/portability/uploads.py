"""Uploading files and looking at what they left behind."""

from datetime import date
from typing import Any

from httpx2 import AsyncClient, Response

from tests.portability.loop_files import Loop, every_day

HISTORY = [
    Loop("Stretch", [*every_day(date(2026, 3, 1), 10), (date(2026, 3, 11), 0, "ill")]),
    Loop("Gym", [*every_day(date(2026, 2, 1), 5), (date(2026, 2, 8), 3)], times=3, days=7),
    Loop("Stretch", every_day(date(2026, 1, 1), 3), archived=True),
]
"""Three habits, twenty entries."""


async def upload(
    client: AsyncClient,
    data: bytes,
    *,
    to: str = "loop",
    name: str = "Loop Habits.db",
    dry_run: bool = False,
) -> Response:
    path = f"/import/{to}" + ("?dry_run=true" if dry_run else "")
    return await client.post(path, files={"file": (name, data, "application/octet-stream")})


async def bring_in(client: AsyncClient, data: bytes, *, to: str = "loop") -> dict[str, Any]:
    response = await upload(client, data, to=to)
    assert response.status_code == 201, response.text
    summary: dict[str, Any] = response.json()
    return summary


async def habits_of(client: AsyncClient, **query: str) -> list[dict[str, Any]]:
    response = await client.get("/habits", params={"sort": "position", "limit": "200", **query})
    assert response.status_code == 200, response.text
    data: list[dict[str, Any]] = response.json()["data"]
    return data


async def check_ins_of(client: AsyncClient, habit: dict[str, Any]) -> list[dict[str, Any]]:
    response = await client.get(f"/habits/{habit['id']}/check-ins")
    assert response.status_code == 200, response.text
    data: list[dict[str, Any]] = response.json()["data"]
    return data
