"""Bringing tables of batches in: what is added, what is there, what is refused and where."""

from typing import Any

import pytest
from httpx2 import AsyncClient

from tests.freshness.shop_floor import create_batch, move, products_of

TABLE = """identifier;product;lot;arrival_date;quantity;state;left_on
K-1;Chicken;L1;16.03.2026;1,5;on_shelf;
K-2;Wild boar;;2026-03-10;;sold;2026-03-12
;chicken;;;;;
"""


async def bring(
    client: AsyncClient, content: str | bytes, *, dry_run: bool = False
) -> dict[str, Any]:
    data = content.encode() if isinstance(content, str) else content
    files = {"file": ("batches.csv", data)}
    response = await client.post(f"/import/batches?dry_run={dry_run}", files=files)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


async def test_a_table_is_shown_first_then_brought_in_then_taken_back(alice: AsyncClient) -> None:
    look = await bring(alice, TABLE, dry_run=True)
    assert (look["added"], look["products_added"], look["undo"]) == (3, ["Wild boar"], None)
    assert (await alice.get("/batches")).json()["count"] == 0
    assert "Wild boar" not in await products_of(alice)
    done = await bring(alice, TABLE)
    assert [batch["batch_identifier"] for batch in done["data"]] == ["K-1", "K-2", "K-3"]
    first, second, third = done["data"]
    assert (first["quantity"], first["arrival_date"], first["lot"]) == (1.5, "2026-03-16", "L1")
    assert (second["state"], second["left_on"]) == ("sold", "2026-03-12")
    assert third["arrival_date"] == "2026-03-18"
    assert third["product"] == first["product"]
    again = await bring(alice, TABLE)
    assert (again["added"], again["present"]) == (1, 2)
    await alice.post("/batches/bulk", json=again["undo"])
    await alice.post("/batches/bulk", json=done["undo"])
    assert (await alice.get("/batches")).json()["count"] == 0


async def test_what_was_written_is_read_again(alice: AsyncClient, bob: AsyncClient) -> None:
    fields = {"lot": "=1+1", "quantity": 0.125, "unit": "kg", "note": 'a "b"\nc, d'}
    batch = await create_batch(alice, use_by="2026-03-20", butcher_date="2026-03-17", **fields)
    await move(
        alice, await create_batch(alice, fresh_days=1, caution_days=9), "recalled", reason="x"
    )
    table = (await alice.get("/batches/export.csv?sort=batch_identifier")).content
    brought = await bring(bob, table)
    assert (brought["added"], brought["refused"]) == (2, [])
    first, second = brought["data"]
    for name in ("batch_identifier", "use_by", "butcher_date", "arrival_date", *fields, "limits"):
        assert first[name] == batch[name]
    assert first["code"] != batch["code"]
    assert (second["state"], second["recall_reason"]) == ("recalled", "x")
    assert second["limits"] == {"fresh_days": 1, "caution_days": 9, "use_by_days": None}


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("K-1,Chicken,tomorrow,", "arrival_date"),
        ("K-1,Chicken,2026-02-30,", "arrival_date"),
        ("K-1,Chicken,2099-01-01,", "arrival_date"),
        ("K-1,,2026-03-18,", "product"),
        (f"K-1,{'x' * 61},2026-03-18,", "product"),
        (f"{'x' * 41},Chicken,2026-03-18,", "batch_identifier"),
        ("K-1,Chicken,2026-03-18,much", "quantity"),
        ("K-1,Chicken,2026-03-18,-1", "quantity"),
        ("K-1,Chicken,2026-03-18,inf", "quantity"),
    ],
)
async def test_a_row_that_cannot_be_is_named_and_the_others_come_in(
    alice: AsyncClient, row: str, field: str
) -> None:
    table = f"identifier,product,arrival_date,quantity\n\n{row}\nK-9,Chicken,2026-03-18,1\n"
    found = await bring(alice, table)
    assert found["added"] == 1
    assert [(fault["row"], fault["field"]) for fault in found["refused"]] == [(3, field)]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "missing_headings"),
        (b"a,b\n1,2\n", "missing_headings"),
        (b"product\x00", "not_text"),
        ("product\n".encode("utf-16") + b"\x00", "not_text"),
        (b"product\n" + b"Chicken\n" * 1001, "too_many_rows"),
        (b'product\n"' + b"x" * 200_000, "damaged"),
    ],
)
async def test_what_is_no_table_is_refused(alice: AsyncClient, content: bytes, code: str) -> None:
    answer = await alice.post("/import/batches", files={"file": ("x.csv", content)})
    assert answer.status_code == 422, answer.text
    assert answer.json()["errors"][0]["code"] == code
    assert answer.json()["errors"][0]["pointer"] == "/body/file"


async def test_tables_of_any_spreadsheet_are_read(alice: AsyncClient) -> None:
    for number, encoding in enumerate(("utf-8", "utf-8-sig", "utf-16", "cp1252")):
        table = f"Ware\tCharge\tMenge\nHähnchen\tM-{number}\t1,5\n".encode(encoding)
        found = await bring(alice, table)
        assert (found["added"], found["data"][0]["product"]["name"]) == (1, "Hähnchen")


async def test_a_large_table_comes_in_at_once_and_nobody_else_has_a_share(
    alice: AsyncClient, bob: AsyncClient, client: AsyncClient
) -> None:
    table = "product\n" + "Chicken\n" * 1000
    assert (await bring(alice, table))["added"] == 1000
    assert (await bob.get("/batches")).json()["count"] == 0
    files = {"file": ("x.csv", b"product\n")}
    assert (await client.post("/import/batches", files=files)).status_code == 401
