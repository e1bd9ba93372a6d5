"""Routines and sessions that tests of the timetable need in plenty, made through the API."""

from typing import Any

from httpx2 import AsyncClient


async def create_routine(
    client: AsyncClient, name: str = "Spring term", **fields: Any
) -> dict[str, Any]:
    """A routine in force from Monday, 2 March 2026, unless `fields` say otherwise."""
    body = {"name": name, "valid_from": "2026-03-02", **fields}
    response = await client.post("/routines", json=body)
    assert response.status_code == 201, response.text
    created: dict[str, Any] = response.json()
    return created


async def create_session(
    client: AsyncClient, routine: dict[str, Any], subject: str = "Biology", **fields: Any
) -> dict[str, Any]:
    """A class on Thursdays at 09:00 for an hour, unless `fields` say otherwise."""
    body = {"subject": subject, "weekday": "thu", "starts": "09:00", "minutes": 60, **fields}
    response = await client.post(f"/routines/{routine['id']}/sessions", json=body)
    assert response.status_code == 201, response.text
    created: dict[str, Any] = response.json()
    return created


def address(session: dict[str, Any]) -> str:
    """The address of a session."""
    return f"/routines/{session['routine_id']}/sessions/{session['id']}"


async def read(client: AsyncClient, path: str, **query: Any) -> dict[str, Any]:
    """What a GET answers."""
    response = await client.get(path, params=query)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


async def change(client: AsyncClient, method: str, path: str, body: Any = None) -> dict[str, Any]:
    """What a change that succeeds answers."""
    response = await client.request(method, path, json=body)
    assert response.status_code in {200, 201}, response.text
    changed: dict[str, Any] = response.json()
    return changed
