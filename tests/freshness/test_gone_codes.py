"""Codes of an account that is gone: no page, no JSON, and looks that are counted for nobody."""

from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient
from sqlalchemy import text

from almanac.core.db import Database
from tests.conftest import ORIGIN
from tests.freshness.shop_floor import create_batch, move


async def test_no_code_of_an_account_that_is_gone_answers(
    app: FastAPI, alice: AsyncClient, bob: AsyncClient, database: Database
) -> None:
    batches = [await create_batch(alice) for _ in range(4)]
    codes = [batch["code"] for batch in batches]
    await move(alice, batches[0], "recalled", reason="Listeria")
    await alice.delete(f"/batches/{batches[0]['id']}")
    await move(alice, batches[1], "sold")
    codes.append((await alice.post(f"/batches/{batches[2]['id']}/code", json={})).json()["code"])
    his = await create_batch(bob)
    async with AsyncClient(transport=ASGITransport(app), base_url=ORIGIN) as visitor:
        assert (await visitor.get(f"/b/{codes[0]}")).status_code == 200
        async with database.writers.begin() as session:
            await session.execute(text("DELETE FROM users WHERE email = 'alice@example.org'"))
        nothing = await visitor.get("/b/0000-0000-0000")
        for code in codes:
            page = await visitor.get(f"/b/{code}")
            assert (page.status_code, page.content) == (404, nothing.content)
            found = await visitor.get(f"/api/v1/public/batches/{code}")
            assert (found.status_code, found.json()["code"]) == (404, "code_unknown")
        assert (await visitor.get(f"/b/{his['code']}")).status_code == 200
    # Looks that were counted before are written to nobody.
    await app.state.scans.flush()
    async with database.readers.begin() as session:
        assert await session.scalar(text("SELECT count(*) FROM retired_codes")) == 0
        assert await session.scalar(text("SELECT count(*) FROM batches")) == 1
