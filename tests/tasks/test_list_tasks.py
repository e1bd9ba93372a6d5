"""Lists of tasks: filters, sorts, search, pages, and what they cost."""

from datetime import timedelta
from typing import Any

import pytest
from httpx2 import AsyncClient

from almanac.core.db import Database
from tests.conftest import MovableClock
from tests.factories import complete, create_task, create_theme
from tests.statements import counted_statements

TODAY = "2026-03-18"


async def listed(client: AsyncClient, query: str = "") -> list[str]:
    response = await client.get(f"/tasks?{query}")
    assert response.status_code == 200, response.text
    page = response.json()
    assert page["count"] == len(page["data"])
    return [task["title"] for task in page["data"]]


@pytest.fixture
async def theme(alice: AsyncClient, clock: MovableClock) -> dict[str, Any]:
    """A theme with one of several tasks that differ in everything a list can tell apart."""
    theme = await create_theme(alice, "Home")
    made = [
        ("bread", {"due": "2026-03-17T10:00", "priority": "low"}),
        ("Äpfel", {"due": TODAY, "theme_id": theme["id"]}),
        ("apricots", {"due": "2026-03-18T08:00", "priority": "high"}),
        ("Zwiebeln", {"due": "2026-03-19"}),
        ("cheese", {"notes": "Gruyère, 100% real_cheese"}),
        ("Butter", {"due": "2026-03-01"}),
    ]
    for title, fields in made:
        clock.advance(timedelta(minutes=1))
        task = await create_task(alice, title, **fields)
    await complete(alice, task)
    return theme


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["bread", "Äpfel", "apricots", "Zwiebeln", "cheese", "Butter"]),
        ("list=overdue", ["bread"]),
        ("list=today", ["Äpfel", "apricots"]),
        ("list=upcoming", ["Zwiebeln"]),
        ("list=someday", ["cheese"]),
        ("list=done", ["Butter"]),
        ("status=open", ["bread", "Äpfel", "apricots", "Zwiebeln", "cheese"]),
        ("status=done", ["Butter"]),
        ("status=done&list=today", []),
        ("priority=high", ["apricots"]),
        ("theme_id=none&list=today", ["apricots"]),
        ("sort=-position", ["Butter", "cheese", "Zwiebeln", "apricots", "Äpfel", "bread"]),
        ("sort=name", ["Äpfel", "apricots", "bread", "Butter", "cheese", "Zwiebeln"]),
        ("sort=-name", ["Zwiebeln", "cheese", "Butter", "bread", "apricots", "Äpfel"]),
        ("sort=-created_at", ["Butter", "cheese", "Zwiebeln", "apricots", "Äpfel", "bread"]),
        ("sort=updated_at", ["bread", "Äpfel", "apricots", "Zwiebeln", "cheese", "Butter"]),
        ("sort=priority", ["apricots", "Äpfel", "Zwiebeln", "cheese", "Butter", "bread"]),
        ("sort=-priority", ["bread", "Äpfel", "Zwiebeln", "cheese", "Butter", "apricots"]),
        ("sort=due", ["Butter", "bread", "apricots", "Äpfel", "Zwiebeln", "cheese"]),
        ("sort=-due", ["Zwiebeln", "Äpfel", "apricots", "bread", "Butter", "cheese"]),
        ("sort=-completed_at&list=done", ["Butter"]),
        ("q=apfel", ["Äpfel"]),
        ("q=ÄPFEL", ["Äpfel"]),
        ("q=gruyere", ["cheese"]),
        ("q=100%25", ["cheese"]),
        ("q=1%25l", []),
        ("q=real_", ["cheese"]),
        ("q=a_r", []),
        ("q=nothing", []),
        ("q=%CC%81", []),
        ("q=%20", ["bread", "Äpfel", "apricots", "Zwiebeln", "cheese", "Butter"]),
    ],
)
async def test_lists_are_filtered_and_sorted(
    alice: AsyncClient, theme: dict[str, Any], query: str, expected: list[str]
) -> None:
    assert await listed(alice, query) == expected
    assert await listed(alice, f"theme_id={theme['id']}") == ["Äpfel"]


async def test_lists_follow_the_persons_day(alice: AsyncClient, clock: MovableClock) -> None:
    await create_task(alice, "today", due=TODAY)
    clock.now = clock.now.replace(hour=23)  # midnight in Berlin
    assert await listed(alice, "list=overdue") == ["today"]
    await alice.patch("/users/me", json={"day_start": 240})
    assert await listed(alice, "list=today") == ["today"]


async def test_pages_follow_each_other(alice: AsyncClient) -> None:
    for number in range(5):
        await create_task(alice, f"task {number}", due=TODAY)
    titles, url = [], "/tasks?limit=2&sort=due"
    while True:
        page = (await alice.get(url)).json()
        assert page["count"] == 5
        titles += [task["title"] for task in page["data"]]
        if page["next_cursor"] is None:
            break
        url = f"/tasks?limit=2&sort=due&cursor={page['next_cursor']}"
    assert titles == [f"task {number}" for number in range(5)]


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("list=later", "/query/list"),
        ("status=waiting", "/query/status"),
        ("sort=colour", "/query/sort"),
        ("priority=urgent", "/query/priority"),
        ("theme_id=00000000-0000-4000-8000-000000000001", "/query/theme_id"),
        ("q=" + "x" * 201, "/query/q"),
        ("q=%00", "/query/q"),
        ("limit=0", "/query/limit"),
        ("cursor=nonsense", "/query/cursor"),
    ],
)
async def test_lists_that_cannot_be_are_refused(
    alice: AsyncClient, query: str, pointer: str
) -> None:
    await create_task(alice)
    response = await alice.get(f"/tasks?{query}")
    assert response.status_code == 422, response.text
    assert response.json()["errors"][0]["pointer"].startswith(pointer)


async def test_a_stranger_sees_none_of_it(alice: AsyncClient, bob: AsyncClient) -> None:
    theme = await create_theme(alice, "Home")
    await create_task(alice, "hers", theme_id=theme["id"], notes="secret")
    assert await listed(bob) == []
    assert await listed(bob, "q=secret") == []
    assert (await bob.get(f"/tasks?theme_id={theme['id']}")).status_code == 422


async def test_a_list_costs_the_same_statements_however_long(
    alice: AsyncClient, database: Database
) -> None:
    counts = []
    for number in range(30):
        task = await create_task(alice, f"task {number}", due=TODAY, schedule={"kind": "daily"})
        await complete(alice, task)
        if number in {0, 29}:
            with counted_statements(database) as seen:
                page = (await alice.get("/tasks?theme_id=none&sort=due&q=task")).json()
            assert page["count"] == number + 1
            assert page["data"][0]["last_completion"]["planned"] == TODAY
            counts.append(len(seen))
    assert counts[0] == counts[1] <= 3
