"""Giving out the link to a routine and taking it back."""

import asyncio
import re
from typing import Any
from uuid import uuid4

import pytest
from httpx2 import AsyncClient

from almanac.core.db import Database
from almanac.identity.service import administration
from tests.conftest import NOON, ORIGIN
from tests.timetable.days import change, create_routine, read


async def share(client: AsyncClient, routine: dict[str, Any]) -> str:
    """The path of the routine's link."""
    url: str = (await change(client, "POST", f"/routines/{routine['id']}/share"))["url"]
    assert url.startswith(f"{ORIGIN}/r/")
    return url.removeprefix(ORIGIN)


async def status_of(client: AsyncClient, path: str) -> int:
    return (await client.get(f"{ORIGIN}{path}")).status_code


async def test_a_link_cannot_be_guessed_and_stays_the_same(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    path = await share(alice, routine)
    # 43 characters of 6 bits each: 256 random bits.
    assert re.fullmatch(r"/r/[A-Za-z0-9_-]{43}", path)
    assert await share(alice, routine) == path
    assert (await read(alice, f"/routines/{routine['id']}"))["share"] == {"url": ORIGIN + path}
    assert (await read(alice, "/routines"))["data"][0]["is_shared"] is True


async def test_several_at_once_get_one_link(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    assert len(set(await asyncio.gather(*(share(alice, routine) for _ in range(8))))) == 1


async def test_a_link_that_was_taken_back_leads_nowhere_and_the_next_is_another(
    alice: AsyncClient, client: AsyncClient
) -> None:
    routine = await create_routine(alice)
    path = await share(alice, routine)
    assert await status_of(client, path) == 200
    for _ in range(2):
        response = await alice.delete(f"/routines/{routine['id']}/share")
        assert (response.status_code, response.content) == (204, b"")
    assert await status_of(client, path) == 404
    assert (await read(alice, f"/routines/{routine['id']}"))["share"] is None
    another = await share(alice, routine)
    assert another != path
    assert await status_of(client, another) == 200
    assert await status_of(client, path) == 404


async def test_each_routine_has_a_link_of_its_own(alice: AsyncClient, client: AsyncClient) -> None:
    first, second = await create_routine(alice, "First"), await create_routine(alice, "Second")
    of_first, of_second = await share(alice, first), await share(alice, second)
    await alice.delete(f"/routines/{first['id']}/share")
    assert await status_of(client, of_first) == 404
    assert "Second" in (await client.get(f"{ORIGIN}{of_second}")).text


@pytest.mark.parametrize("method", ["POST", "DELETE"])
async def test_a_stranger_neither_shares_nor_takes_back(
    alice: AsyncClient, bob: AsyncClient, client: AsyncClient, method: str
) -> None:
    routine = await create_routine(alice)
    path = await share(alice, routine)
    for routine_id in (routine["id"], uuid4()):
        response = await bob.request(method, f"/routines/{routine_id}/share")
        assert (response.status_code, response.json()["code"]) == (404, "routine_not_found")
    assert (await client.request(method, f"/routines/{routine['id']}/share")).status_code == 401
    assert await status_of(client, path) == 200


async def test_a_deleted_routine_is_not_shown_until_it_is_restored(
    alice: AsyncClient, client: AsyncClient
) -> None:
    routine = await create_routine(alice)
    path = await share(alice, routine)
    await alice.delete(f"/routines/{routine['id']}")
    assert await status_of(client, path) == 404
    response = await alice.post(f"/routines/{routine['id']}/share")
    assert response.status_code == 404
    await change(alice, "POST", f"/routines/{routine['id']}/restore")
    assert await status_of(client, path) == 200


async def test_nothing_is_shown_of_somebody_who_was_deactivated(
    alice: AsyncClient, client: AsyncClient, database: Database
) -> None:
    path = await share(alice, await create_routine(alice))
    async with database.writers.begin() as session:
        await administration.deactivate(session, email="alice@example.org", now=NOON)
    assert await status_of(client, path) == 404


async def test_a_copy_of_a_shared_routine_is_not_shared(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    await share(alice, routine)
    copy = await change(alice, "POST", f"/routines/{routine['id']}/duplicate", {})
    assert copy["share"] is None
