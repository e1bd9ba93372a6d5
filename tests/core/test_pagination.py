"""Pages of lists: a page beyond the last is told apart from one that was deleted meanwhile."""

import pytest
from httpx2 import AsyncClient

from tests.factories import create_habit


async def refusal(client: AsyncClient, url: str) -> tuple[int, str, str]:
    response = await client.get(url)
    error = response.json()["errors"][0]
    return response.status_code, error["code"], error["pointer"]


@pytest.mark.parametrize("skip", [3, 4, 1_000_000])
async def test_a_page_beyond_the_last_is_refused(alice: AsyncClient, skip: int) -> None:
    for name in "abc":
        await create_habit(alice, name)
    assert (await alice.get("/habits?skip=2")).json()["count"] == 3
    expected = (422, "page_beyond_last", "/query/skip")
    assert await refusal(alice, f"/habits?skip={skip}") == expected
    assert await refusal(alice, f"/habits?skip={skip}&limit=200") == expected


async def test_an_empty_list_has_any_page(alice: AsyncClient) -> None:
    empty = {"data": [], "count": 0, "next_cursor": None}
    assert (await alice.get("/habits?skip=50")).json() == empty
    assert (await alice.get("/imports?skip=50")).json() == empty


async def test_a_filter_decides_where_the_list_ends(alice: AsyncClient) -> None:
    for name in "abc":
        await create_habit(alice, name)
    await create_habit(alice, "free", schedule={"kind": "weekly_days", "days": ["mon"]})
    assert (await alice.get("/habits?skip=3")).status_code == 200
    code = "page_beyond_last"
    assert (await refusal(alice, "/habits?skip=3&status=due"))[1] == code


@pytest.mark.parametrize("url", ["/auth/events", "/auth/sessions"])
async def test_every_list_by_number_has_a_last_page(alice: AsyncClient, url: str) -> None:
    count = (await alice.get(url)).json()["count"]
    assert count > 0
    expected = (422, "page_beyond_last", "/query/skip")
    assert await refusal(alice, f"{url}?skip={count}") == expected


async def test_what_is_deleted_behind_a_cursor_leaves_an_empty_page(alice: AsyncClient) -> None:
    habits = [await create_habit(alice, name) for name in "abc"]
    cursor = (await alice.get("/habits?limit=2")).json()["next_cursor"]
    for habit in habits[1:]:
        await alice.delete(f"/habits/{habit['id']}")
    page = await alice.get(f"/habits?limit=2&cursor={cursor}")
    assert page.status_code == 200
    assert page.json() == {"data": [], "count": 1, "next_cursor": None}
