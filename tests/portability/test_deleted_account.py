"""An account that goes takes everything along that is its own, and nothing of anybody else."""

from typing import Any

from httpx2 import AsyncClient
from sqlalchemy import delete, func, select

from almanac.core.db import Base, Database
from almanac.identity.models import User
from tests.conftest import ORIGIN
from tests.factories import create_habit, create_task, create_theme, tick
from tests.feeds.following import follow, open_feed
from tests.portability.test_shelf_again import a_counter
from tests.portability.uploads import upload
from tests.timetable.days import address, change, create_routine, create_session

ALICE, BOB = "alice@example.org", "bob@example.org"
# What was done is told beyond the account that did it, and forgotten by itself.
KEPT = frozenset({"audit_events"})
OWNED = [
    table
    for table in Base.metadata.sorted_tables
    if "user_id" in table.c and table.name not in KEPT
]
RARELY_FILLED = {"idempotency_keys", "retired_tokens", "retired_codes"}
TABLE = b"subject,weekday,starts,ends\nLogic,mon,10:00,11:00\n"


async def live(client: AsyncClient) -> dict[str, Any]:
    """Something in every area; answers the links to it."""
    theme = await create_theme(client)
    await tick(client, await create_habit(client, theme_id=theme["id"]), "2026-03-17")
    await client.post("/pauses", json={"theme_id": theme["id"], "starts_on": "2026-03-18"})
    task = await create_task(client, theme_id=theme["id"], schedule={"kind": "daily"})
    await client.post(f"/tasks/{task['id']}/complete", json={})
    routine = await create_routine(client)
    session = await create_session(client, routine, kind="task", theme_id=theme["id"])
    await change(client, "PUT", f"{address(session)}/cancellations/2026-03-19", {"reason": "ill"})
    await change(client, "PUT", f"{address(session)}/ticks/2026-03-12")
    gone = await create_session(client, await create_routine(client, "Last term"))
    await client.delete(f"/routines/{gone['routine_id']}")
    assert (await upload(client, TABLE, to="csv")).status_code == 201
    batch = await a_counter(client)
    return {
        "share": (await change(client, "POST", f"/routines/{routine['id']}/share"))["url"],
        "feed": await open_feed(client),
        "of_routine": await open_feed(client, routine_id=routine["id"]),
        "label": f"{ORIGIN}/b/{batch['code']}",
    }


async def rows(database: Database, *emails: str) -> dict[str, int]:
    """How many rows of each table are somebody's, without `emails` anybody's."""
    owners = select(User.id).where(User.email.in_(emails))
    counts: dict[str, int] = {}
    async with database.readers.begin() as session:
        for table in OWNED:
            count = select(func.count()).select_from(table)
            if emails:
                count = count.where(table.c.user_id.in_(owners))
            counts[table.name] = await session.scalar(count) or 0
    return counts


async def statuses(client: AsyncClient, links: dict[str, Any]) -> list[int]:
    answers = [
        await client.get(links["share"]),
        await follow(client, links["feed"]),
        await follow(client, links["of_routine"]),
        await client.get(links["label"]),
    ]
    return [answer.status_code for answer in answers]


async def test_an_account_that_goes_takes_its_rows_and_links_along(
    alice: AsyncClient, bob: AsyncClient, client: AsyncClient, database: Database
) -> None:
    hers, his = await live(alice), await live(bob)
    of_all, of_alice = await rows(database), await rows(database, ALICE)
    of_bob = await rows(database, BOB)
    assert {name for name, count in of_alice.items() if not count} <= RARELY_FILLED
    assert await statuses(client, hers) == [200] * 4
    async with database.writers.begin() as session:
        await session.execute(delete(User).where(User.email == ALICE))
    left = await rows(database)
    assert left == {name: count - of_alice[name] for name, count in of_all.items()}
    assert await rows(database, BOB) == of_bob
    assert await statuses(client, hers) == [404] * 4
    assert await statuses(client, his) == [200] * 4
    assert (await alice.get("/routines")).status_code == 401
