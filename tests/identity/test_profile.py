"""One's own account: profile and password."""

from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.conftest import PASSWORD, MovableClock, browser

SESSION = "__Host-almanac_session"
NEW = "three lanterns over the weir"


async def change(client: AsyncClient, current: str = PASSWORD, new: str = NEW) -> Any:
    body = {"current_password": current, "new_password": new}
    return await client.patch("/users/me/password", json=body)


async def enters(client: AsyncClient, password: str) -> bool:
    body = {"email": "alice@example.org", "password": password}
    return (await client.post("/auth/login", json=body)).status_code == 200


@pytest.mark.parametrize(
    "fields",
    [
        {"full_name": "Alice Liddell"},
        {"full_name": ""},
        {"timezone": "Pacific/Chatham"},
        {"week_start": "sun"},
        {"day_start": 720},
        {"locale": "de"},
        {"units": "imperial"},
        {},
    ],
)
async def test_a_given_field_changes_and_the_others_stay(
    alice: AsyncClient, bob: AsyncClient, fields: dict[str, Any]
) -> None:
    before, his = (await alice.get("/users/me")).json(), (await bob.get("/users/me")).json()
    answer = await alice.patch("/users/me", json=fields)
    assert answer.status_code == 200
    assert answer.json() == before | fields
    assert (await alice.get("/users/me")).json() == before | fields
    assert (await bob.get("/users/me")).json() == his


@pytest.mark.parametrize(
    ("fields", "pointer", "code"),
    [
        ({"timezone": "Mars/Olympus"}, "/body/timezone", "unknown_timezone"),
        ({"timezone": None}, "/body/timezone", "string_type"),
        ({"timezone": "localtime"}, "/body/timezone", "unknown_timezone"),
        ({"timezone": "Factory"}, "/body/timezone", "unknown_timezone"),
        ({"week_start": "monday"}, "/body/week_start", "enum"),
        ({"day_start": 721}, "/body/day_start", "less_than_equal"),
        ({"day_start": -1}, "/body/day_start", "greater_than_equal"),
        ({"day_start": 1.5}, "/body/day_start", "int_type"),
        ({"day_start": True}, "/body/day_start", "int_type"),
        ({"locale": "xx"}, "/body/locale", "literal_error"),
        ({"units": "stone"}, "/body/units", "enum"),
        ({"full_name": "A\u202eecila"}, "/body/full_name", "control_character"),
        ({"email": "new@example.org"}, "/body/email", "extra_forbidden"),
        ({"is_superuser": True}, "/body/is_superuser", "extra_forbidden"),
        ({"is_active": False}, "/body/is_active", "extra_forbidden"),
    ],
)
async def test_a_value_that_is_refused_changes_nothing(
    alice: AsyncClient, fields: dict[str, Any], pointer: str, code: str
) -> None:
    before = (await alice.get("/users/me")).json()
    answer = await alice.patch("/users/me", json={"full_name": "Changed"} | fields)
    assert answer.status_code == 422
    [error] = answer.json()["errors"]
    assert (error["pointer"], error["code"]) == (pointer, code)
    assert (await alice.get("/users/me")).json() == before


async def test_a_new_password_signs_every_other_device_out(
    alice: AsyncClient, app: FastAPI, client: AsyncClient, clock: MovableClock
) -> None:
    async with browser(app) as phone:
        assert await enters(phone, PASSWORD)
        old = alice.cookies[SESSION]
        assert (await change(alice)).status_code == 204
        assert alice.cookies[SESSION] != old
        assert (await alice.get("/users/me")).status_code == 200
        assert (await phone.get("/users/me")).status_code == 401
    assert not await enters(client, PASSWORD)
    assert await enters(client, NEW)
    clock.advance(timedelta(seconds=31))
    copied = await client.get("/users/me", headers={"Cookie": f"{SESSION}={old}"})
    assert copied.status_code == 401


async def test_the_present_password_must_be_right(alice: AsyncClient, client: AsyncClient) -> None:
    answer = await change(alice, current="wrong")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["pointer"] == "/body/current_password"
    assert await enters(client, PASSWORD)
    events = (await alice.get("/auth/events")).json()["data"]
    [failed] = [event for event in events if event["kind"] == "password.changed"]
    assert (failed["succeeded"], failed["reason"]) == (False, "wrong_password")


@pytest.mark.parametrize(
    ("new", "code"),
    [
        ("short", "password_too_short"),
        ("iloveyou", "password_common"),
        ("xx alice in the rain xx", "password_personal"),
    ],
)
async def test_a_weak_new_password_is_refused(
    alice: AsyncClient, client: AsyncClient, new: str, code: str
) -> None:
    answer = await change(alice, new=new)
    assert answer.status_code == 422
    [error] = answer.json()["errors"]
    assert (error["pointer"], error["code"]) == ("/body/new_password", code)
    assert await enters(client, PASSWORD)


async def test_the_present_password_cannot_be_guessed_through_a_stolen_session(
    alice: AsyncClient,
) -> None:
    for _ in range(5):
        assert (await change(alice, current="wrong")).status_code == 400
    answer = await change(alice)
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) >= 1
