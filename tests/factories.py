"""Things that tests need in plenty, made through the API."""

from typing import Any

from httpx2 import AsyncClient


async def create_habit(client: AsyncClient, name: str = "Stretch", **fields: Any) -> dict[str, Any]:
    """A daily habit that began on 2026-01-01, unless `fields` say otherwise."""
    body = {"name": name, "starts_on": "2026-01-01", **fields}
    response = await client.post("/habits", json=body)
    assert response.status_code == 201, response.text
    created: dict[str, Any] = response.json()
    return created


async def create_theme(client: AsyncClient, name: str = "Home", **fields: Any) -> dict[str, Any]:
    """A theme in a colour of its own, unless `fields` say otherwise."""
    response = await client.post("/themes", json={"name": name, "color": "#5D6B2F", **fields})
    assert response.status_code == 201, response.text
    created: dict[str, Any] = response.json()
    return created


async def tick(
    client: AsyncClient, habit: dict[str, Any], day: str, status: str = "done", **fields: Any
) -> dict[str, Any]:
    """Record a day and answer the habit's new figures."""
    response = await client.put(
        f"/habits/{habit['id']}/check-ins/{day}", json={"status": status, **fields}
    )
    assert response.status_code in {200, 201}, response.text
    figures: dict[str, Any] = response.json()
    return figures


async def create_task(
    client: AsyncClient, title: str = "Call home", **fields: Any
) -> dict[str, Any]:
    """A task without a date, unless `fields` say otherwise."""
    response = await client.post("/tasks", json={"title": title, **fields})
    assert response.status_code == 201, response.text
    created: dict[str, Any] = response.json()
    return created


async def complete(client: AsyncClient, task: dict[str, Any], **said: Any) -> dict[str, Any]:
    """Complete a task and answer how it stands then."""
    response = await client.post(f"/tasks/{task['id']}/complete", json=said)
    assert response.status_code == 200, response.text
    completed: dict[str, Any] = response.json()
    return completed
