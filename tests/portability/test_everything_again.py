"""What was exported and brought into a new account is exported from there as the same document."""

import json
from typing import Any
from uuid import uuid4

from fastapi import FastAPI
from httpx2 import AsyncClient
from hypothesis import HealthCheck, Phase, given, settings

from almanac.identity import deps as identity_deps
from tests.conftest import browser, sign_up
from tests.portability.lives import Life, live, lives
from tests.portability.uploads import upload


async def export(client: AsyncClient) -> dict[str, Any]:
    response = await client.get("/export")
    assert response.status_code == 200, response.text
    document: dict[str, Any] = response.json()
    return document


def without_ids(document: dict[str, Any]) -> dict[str, Any]:
    """A document whose habits, tasks, themes, routines and sessions are called by their places."""
    kinds = ("themes", "habits", "tasks", "pauses", "routines")
    same: dict[str, Any] = json.loads(json.dumps({kind: document[kind] for kind in kinds}))
    # Codes are given once for all, and the old account still has them.
    shelf = json.loads(json.dumps(document["shelf"])) or {"products": [], "batches": []}
    for batch in shelf["batches"]:
        batch.pop("code")
    names: dict[str, str] = {}
    shelf_parts = [(kind, shelf[kind]) for kind in ("products", "batches")]
    sessions = [session for routine in same["routines"] for session in routine["sessions"]]
    for kind, parts in [*same.items(), ("sessions", sessions), *shelf_parts]:
        for place, part in enumerate(parts):
            part.pop("source_key", None)
            if "id" in part:
                names[part["id"]] = f"{kind} {place}"
    text = json.dumps({**same, "shelf": shelf})
    for part_id, name in names.items():
        text = text.replace(part_id, name)
    with_places: dict[str, Any] = json.loads(text)
    return with_places


# Through the API each life takes a while, so a failing one is shown as it was drawn.
@settings(
    max_examples=10,
    phases=[Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(lives)
async def test_an_account_of_any_kind_is_the_same_after_moving_house(
    app: FastAPI, life: Life
) -> None:
    # So many people do not sign up from one address.
    identity_deps.install(app, app.state.identity)
    async with browser(app) as old, browser(app) as new:
        for person in (old, new):
            await sign_up(person, f"{uuid4()}@example.org")
        await live(old, life)
        before = await export(old)
        answer = await upload(new, json.dumps(before).encode(), to="almanac")
        assert answer.status_code in {200, 201}, answer.text
        assert without_ids(await export(new)) == without_ids(before)
        again = await upload(new, json.dumps(before).encode(), to="almanac")
        assert again.status_code == 200, again.text
        assert again.json()["id"] is None
