"""Every route of the OpenAPI document, asked by nobody and by a stranger."""

import re
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.factories import create_habit, create_task, create_theme, tick
from tests.freshness.shop_floor import create_batch
from tests.timetable.days import create_routine, create_session

# What anybody may ask: signing in and up, and what a client must know before that.
OPEN_TO_ALL = {
    ("POST", "/auth/register"),
    ("POST", "/auth/login"),
    ("POST", "/auth/logout"),
    ("GET", "/auth/csrf"),
    ("GET", "/config/public"),
    # What a label's code leads to; nothing of the account is in it.
    ("GET", "/public/batches/{code}"),
}
# Beside the document: whether the server is well, the document itself, and pages under links and
# codes that are their own keys. Everything else is the web app, which has nothing of anybody.
PAGES = {
    "/healthz/live",
    "/healthz/ready",
    "/api/v1/openapi.json",
    "/r/{token:rest}",
    "/feeds/{name:rest}",
}
SHORTCUTS = {"/b/"}
PREFIX = "/api/v1"
TODAY = "2026-03-18"


def routes(app: FastAPI) -> list[tuple[str, str]]:
    found = []
    for path, operations in app.openapi()["paths"].items():
        found += [(method.upper(), path.removeprefix(PREFIX)) for method in operations]
    return found


def filled(path: str, values: dict[str, str]) -> str:
    return re.sub(r"{(\w+)}", lambda match: values.get(match[1], TODAY), path)


async def ask(client: AsyncClient, method: str, path: str, body: Any = None) -> int:
    response = await client.request(method, path, json=body)
    return response.status_code


async def test_nobody_gets_further_than_the_door(app: FastAPI, client: AsyncClient) -> None:
    values = {"format": "loop", "date": TODAY}
    nobody = str(UUID(int=1))
    for method, path in routes(app):
        if (method, path) in OPEN_TO_ALL:
            continue
        url = filled(path, {**dict.fromkeys(re.findall(r"{(\w+)}", path), nobody), **values})
        status = await ask(client, method, url, {} if method not in {"GET", "DELETE"} else None)
        assert status == 401, f"{method} {path} answered {status}"


async def test_the_open_routes_are_just_these(app: FastAPI, client: AsyncClient) -> None:
    assert set(routes(app)) >= OPEN_TO_ALL
    for method, path in OPEN_TO_ALL:
        status = await ask(client, method, filled(path, {}), {} if method == "POST" else None)
        assert status in {200, 204, 404, 422}, f"{method} {path} answered {status}"


def test_the_pages_beside_the_document_are_just_these(app: FastAPI) -> None:
    served: set[str] = set()
    for route in app.routes:
        nested: Any = getattr(route, "effective_route_contexts", lambda route=route: [route])
        served |= {each.path for each in nested()}
    assert served - set(app.openapi()["paths"]) == PAGES
    prefixes = {layer.kwargs.get("prefix") for layer in app.user_middleware}
    assert prefixes - {None} == SHORTCUTS


@pytest.mark.parametrize("page", ["/b/7K3M9QTV2XWA", "/r/nobody", "/feeds/nobody.ics"])
async def test_pages_show_nothing_to_who_has_no_key_signed_in_or_not(
    alice: AsyncClient, client: AsyncClient, page: str
) -> None:
    for asking in (client, alice):
        answer = await asking.get(f"https://almanac.test{page}")
        assert answer.status_code == 404
        assert "alice" not in answer.text


@pytest.fixture
async def belongings(alice: AsyncClient) -> dict[str, str]:
    """Ids of one thing of each kind that alice has, by the name of the path parameter."""
    habit = await create_habit(alice)
    await tick(alice, habit, TODAY)
    pause = await alice.post("/pauses", json={"starts_on": TODAY, "habit_id": habit["id"]})
    theme = await create_theme(alice)
    routine = await create_routine(alice)
    lesson = await create_session(alice, routine, kind="task", weekday="wed")
    batch = await create_batch(alice)
    sessions = (await alice.get("/auth/sessions")).json()["data"]
    return {
        "habit_id": habit["id"],
        "pause_id": pause.json()["id"],
        "theme_id": theme["id"],
        "task_id": (await create_task(alice, "hers", due=TODAY))["id"],
        "session_id": sessions[0]["id"],
        "routine_id": routine["id"],
        "lesson_id": lesson["id"],
        "batch_id": batch["id"],
        "product_id": batch["product"]["id"],
        "feed_id": (await alice.post("/feeds", json={})).json()["id"],
        "import_id": habit["id"],
        "date": TODAY,
        "format": "loop",
    }


# Deleting what is gone already is 204, for things that the offline outbox may delete.
FORGIVING = {("DELETE", "/pauses/{pause_id}")}
# Ids that clients make are each person's own: bob may write a task of his under hers.
OWN_IDS = {
    ("PUT", "/tasks/{task_id}"),
    ("PUT", "/routines/{routine_id}"),
    ("PUT", "/products/{product_id}"),
    ("PUT", "/batches/{batch_id}"),
}
# What is asked for in bodies that say more than nothing; the rules of the others come later.
LESSON = "/routines/{routine_id}/sessions/{session_id}"
WHOLE = {"subject": "his", "weekday": "wed", "starts": "09:00"}
DAY = {"weekday": "wed"}
BODIES: dict[tuple[str, str], Any] = {
    ("PUT", "/habits/{habit_id}/check-ins/{date}"): {"status": "done"},
    ("POST", "/routines/{routine_id}/sessions"): WHOLE,
    ("POST", "/routines/{routine_id}/copy-day"): {"from": DAY, "to": DAY},
    ("PUT", LESSON): WHOLE,
    ("PUT", f"{LESSON}/moves/{{date}}"): {"on": TODAY, "starts": "09:00"},
}


def body_of(method: str, path: str, belongings: dict[str, str]) -> Any:
    """What is sent, as somebody would who knows the ids."""
    if path.endswith("/sessions/bulk"):
        return {"ids": [belongings["lesson_id"]], "action": "delete"}
    return None if method in {"GET", "DELETE"} else BODIES.get((method, path), {})


async def test_a_stranger_finds_nothing_and_changes_nothing(
    app: FastAPI, alice: AsyncClient, bob: AsyncClient, belongings: dict[str, str]
) -> None:
    before = (await alice.get(f"/habits/{belongings['habit_id']}")).json()
    task = (await alice.get(f"/tasks/{belongings['task_id']}")).json()
    routine = (await alice.get(f"/routines/{belongings['routine_id']}")).json()
    batch = (await alice.get(f"/batches/{belongings['batch_id']}")).json()
    asked = 0
    for method, path in routes(app):
        if "_id}" not in path or (method, path) in OWN_IDS:
            continue
        asked += 1
        is_lesson = path.startswith(LESSON)
        own = {"session_id": belongings["lesson_id"]} if is_lesson else {}
        url = filled(path, belongings | own)
        status = await ask(bob, method, url, body_of(method, path, belongings))
        expected = 204 if (method, path) in FORGIVING else 404
        assert status == expected, f"{method} {path} answered {status}"
    assert asked >= 10
    assert (await alice.get(f"/habits/{belongings['habit_id']}")).json() == before
    assert (await alice.get(f"/tasks/{belongings['task_id']}")).json() == task
    assert (await alice.get(f"/routines/{belongings['routine_id']}")).json() == routine
    assert (await alice.get(f"/batches/{belongings['batch_id']}")).json() == batch
    assert (await alice.get("/pauses")).json()["count"] == 1
    assert (await alice.get("/themes")).json()["count"] == 1
    assert (await alice.get("/auth/sessions")).json()["count"] == 1


async def test_lists_show_a_stranger_nothing(
    alice: AsyncClient, bob: AsyncClient, belongings: dict[str, str]
) -> None:
    assert belongings["habit_id"] in (await alice.get("/habits")).text
    assert belongings["task_id"] in (await alice.get("/tasks")).text
    assert belongings["routine_id"] in (await alice.get("/routines")).text
    lists = (
        "/habits",
        "/tasks",
        "/routines",
        "/themes",
        "/today",
        "/pauses",
        "/imports",
        "/export",
        "/products",
        "/batches",
        "/batches/export.csv",
    )
    for path in (*lists, "/auth/events"):
        response = await bob.get(path)
        assert response.status_code == 200
        assert belongings["habit_id"] not in response.text
        assert belongings["task_id"] not in response.text
        assert belongings["routine_id"] not in response.text
        assert belongings["batch_id"] not in response.text
