"""What the audit log tells, to whom, and what it never holds."""

import asyncio
from typing import Any

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from almanac.core.db import Database
from almanac.identity import deps
from almanac.identity.models import AuditEvent
from tests.conftest import PASSWORD, browser

ALICE = "alice@example.org"


async def kinds(client: AsyncClient) -> list[tuple[str, str | None]]:
    events = (await client.get("/auth/events")).json()["data"]
    return [(event["kind"], event["reason"]) for event in reversed(events)]


async def test_a_person_reads_what_happened_to_their_account(
    alice: AsyncClient, bob: AsyncClient, app: FastAPI
) -> None:
    async with browser(app, **{"User-Agent": "A phone\tof hers"}) as phone:
        await phone.post("/auth/login", json={"email": ALICE, "password": "wrong"})
        await phone.post("/auth/login", json={"email": ALICE, "password": PASSWORD})
        await phone.post("/auth/logout")
    for _ in range(2):
        async with browser(app) as other:
            await other.post("/auth/login", json={"email": ALICE, "password": PASSWORD})
    found = (await alice.get("/auth/sessions")).json()["data"]
    ended = next(each["id"] for each in found if not each["is_current"])
    await alice.delete(f"/auth/sessions/{ended}")
    await alice.post("/auth/sessions/revoke-others")
    assert await kinds(alice) == [
        ("account.created", None),
        ("sign_in", "wrong_password"),
        ("sign_in", None),
        ("sign_out", None),
        ("sign_in", None),
        ("sign_in", None),
        ("session.revoked", None),
        ("session.others_revoked", None),
    ]
    assert await kinds(bob) == [("account.created", None)]
    failed: dict[str, Any] = (await alice.get("/auth/events")).json()["data"][-2]
    assert failed | {"id": ""} == {
        "id": "",
        "at": "2026-03-18T12:00:00Z",
        "kind": "sign_in",
        "succeeded": False,
        "reason": "wrong_password",
        "actor": "person",
        "method": "password",
        "ip": "192.0.2.1",
        "user_agent": "A phoneof hers",
        "details": {},
    }


async def test_every_refused_sign_in_is_told_with_its_reason(
    client: AsyncClient, app: FastAPI, alice: AsyncClient, database: Database
) -> None:
    for _ in range(6):
        await client.post("/auth/login", json={"email": ALICE, "password": "wrong"})
    deps.install(app, app.state.identity)
    await client.post("/auth/login", json={"email": "nobody@example.org", "password": "wrong"})
    async with database.readers.begin() as session:
        statement = (
            select(AuditEvent.user_id, AuditEvent.reason)
            .where(AuditEvent.kind == "sign_in")
            .order_by(AuditEvent.id)
        )
        told = [
            (user_id is not None, reason) for user_id, reason in await session.execute(statement)
        ]
    assert told == [
        *[(True, "wrong_password")] * 5,
        (True, "sign_in_delayed"),
        (False, "unknown_address"),
    ]


async def test_no_secret_is_written_down(
    alice: AsyncClient, client: AsyncClient, database: Database
) -> None:
    secrets = [PASSWORD, "three lanterns over the weir", "wrong guess of mine"]
    await client.post("/auth/login", json={"email": ALICE, "password": secrets[2]})
    change = {"current_password": PASSWORD, "new_password": secrets[1]}
    await alice.patch("/users/me/password", json=change)
    secrets.extend(alice.cookies.values())
    async with database.readers.begin() as session:
        for table in ("audit_events", "login_sessions", "retired_tokens", "sign_in_delays"):
            rows = await session.execute(text(f"SELECT * FROM {table}"))  # noqa: S608 - our own names
            written = str([tuple(row) for row in rows])
            assert not [secret for secret in secrets if secret in written]


async def test_the_log_is_paged(alice: AsyncClient) -> None:
    await asyncio.gather(*(alice.post("/auth/sessions/revoke-others") for _ in range(4)))
    first = (await alice.get("/auth/events", params={"limit": 3})).json()
    assert (len(first["data"]), first["count"]) == (3, 5)
    rest = (
        await alice.get("/auth/events", params={"limit": 3, "cursor": first["next_cursor"]})
    ).json()
    assert (len(rest["data"]), rest["next_cursor"]) == (2, None)
    assert not {e["id"] for e in first["data"]} & {e["id"] for e in rest["data"]}


async def test_what_was_written_cannot_be_rewritten(alice: AsyncClient, database: Database) -> None:
    with pytest.raises(DBAPIError, match="append-only"):
        async with database.writers.begin() as session:
            await session.execute(text("UPDATE audit_events SET kind = 'nothing'"))
    assert await kinds(alice) == [("account.created", None)]
