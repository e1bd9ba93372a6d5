"""Sold, discarded, recalled, and back; several at once; recalls of a lot."""

from datetime import timedelta
from uuid import uuid4

import pytest
from httpx2 import AsyncClient

from tests.conftest import MovableClock
from tests.freshness.shop_floor import create_batch, move, products_of, read_batch

TODAY = "2026-03-18"


async def test_what_was_sold_and_recalled_is_taken_back_step_by_step(
    alice: AsyncClient, clock: MovableClock
) -> None:
    batch = await create_batch(alice)
    sold = await move(alice, batch, "sold")
    assert (sold["state"], sold["left_on"], sold["status"]) == ("sold", TODAY, "fresh")
    clock.advance(timedelta(days=1))
    recalled = await move(alice, batch, "recalled", reason="Glass in it")
    assert (recalled["status"], recalled["recall_reason"]) == ("recalled", "Glass in it")
    assert recalled["left_on"] is None
    back = await move(alice, batch, "restored")
    assert (back["state"], back["left_on"], back["recall_reason"]) == ("sold", TODAY, "")
    assert (await move(alice, batch, "restored"))["state"] == "on_shelf"
    assert (await move(alice, batch, "restored"))["state"] == "on_shelf"
    kinds = [
        (event["kind"], event["state"])
        for event in (await alice.get(f"/batches/{batch['id']}/history")).json()["data"]
    ]
    assert kinds == [
        ("restored", "on_shelf"),
        ("restored", "sold"),
        ("recalled", "recalled"),
        ("sold", "sold"),
        ("created", "on_shelf"),
    ]


async def test_what_is_said_twice_happens_once(alice: AsyncClient) -> None:
    batch = await create_batch(alice)
    first, second = await move(alice, batch, "sold"), await move(alice, batch, "sold")
    assert first == second
    assert (await alice.get(f"/batches/{batch['id']}/history")).json()["count"] == 2


async def test_a_sale_of_an_earlier_day_counts_on_that_day(alice: AsyncClient) -> None:
    batch = await create_batch(alice, arrival_date="2026-03-14")
    assert (await move(alice, batch, "sold", on="2026-03-16"))["left_on"] == "2026-03-16"


@pytest.mark.parametrize(
    ("day", "code"), [("2026-03-19", "date_in_future"), ("2026-03-17", "before_arrival")]
)
async def test_a_day_that_it_cannot_have_been_is_refused(
    alice: AsyncClient, day: str, code: str
) -> None:
    batch = await create_batch(alice)
    answer = await alice.post(f"/batches/{batch['id']}/sold", json={"on": day})
    assert answer.status_code == 422
    assert answer.json()["errors"][0] == {
        "pointer": "/body/on",
        "code": code,
        "detail": answer.json()["detail"],
    }


async def test_what_is_recalled_cannot_be_sold(alice: AsyncClient) -> None:
    batch = await create_batch(alice)
    await move(alice, batch, "recalled")
    for other in ("sold", "discarded"):
        answer = await alice.post(f"/batches/{batch['id']}/{other}", json={})
        assert (answer.status_code, answer.json()["code"]) == (409, "state_conflict")


async def test_an_undo_of_what_is_not_so_any_more_does_nothing(alice: AsyncClient) -> None:
    batch = await create_batch(alice)
    await move(alice, batch, "sold")
    await move(alice, batch, "recalled")
    assert (await move(alice, batch, "restored", state="sold"))["state"] == "recalled"


async def test_several_are_sold_at_once_and_taken_back_at_once(alice: AsyncClient) -> None:
    ids = [(await create_batch(alice))["id"] for _ in range(3)]
    sold = (await alice.post("/batches/bulk", json={"ids": ids, "action": "sold"})).json()
    assert [batch["id"] for batch in sold["data"]] == ids
    assert {batch["state"] for batch in sold["data"]} == {"sold"}
    back = (await alice.post("/batches/bulk", json=sold["undo"])).json()
    assert {batch["state"] for batch in back["data"]} == {"on_shelf"}
    again = (await alice.post("/batches/bulk", json=back["undo"])).json()
    assert {(batch["state"], batch["left_on"]) for batch in again["data"]} == {("sold", TODAY)}
    gone = (await alice.post("/batches/bulk", json={"ids": ids, "action": "delete"})).json()
    assert gone["data"] == []
    assert (await alice.get("/batches")).json()["count"] == 0
    await alice.post("/batches/bulk", json=gone["undo"])
    assert (await alice.get("/batches")).json()["count"] == 3


async def test_several_change_all_or_none(alice: AsyncClient, bob: AsyncClient) -> None:
    one, two = await create_batch(alice), await create_batch(alice)
    his = await create_batch(bob)
    ids = [one["id"], his["id"]]
    answer = await alice.post("/batches/bulk", json={"ids": ids, "action": "sold"})
    assert answer.status_code == 404
    await move(alice, two, "recalled")
    body = {"ids": [one["id"], two["id"]], "action": "discarded"}
    answer = await alice.post("/batches/bulk", json=body)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (409, "/body/ids/1")
    assert (await read_batch(alice, one))["state"] == "on_shelf"
    assert (await read_batch(bob, his))["state"] == "on_shelf"


async def test_a_lot_is_recalled_after_a_look_at_it(alice: AsyncClient) -> None:
    here = await create_batch(alice, lot="L-77")
    sold = await move(alice, await create_batch(alice, lot=" l-77 "), "sold")
    other = await create_batch(alice, lot="L-78")
    body = {"lot": "L-77", "reason": "Salmonella"}
    look = (await alice.post("/batches/recall?dry_run=true", json=body)).json()
    assert (look["count"], look["already"], look["undo"]) == (2, 0, None)
    assert look["states"]["sold"] == 1
    assert (await read_batch(alice, here))["state"] == "on_shelf"
    done = (await alice.post("/batches/recall", json=body)).json()
    assert {batch["id"] for batch in done["data"]} == {here["id"], sold["id"]}
    assert {batch["recall_reason"] for batch in done["data"]} == {"Salmonella"}
    assert (await read_batch(alice, other))["state"] == "on_shelf"
    table = (await alice.get("/batches/recall.csv?lot=L-77")).text
    assert table.startswith("\ufeffidentifier,product,lot")
    assert table.count("Salmonella") == 2
    await alice.post("/batches/bulk", json=done["undo"])
    assert (await read_batch(alice, sold))["state"] == "sold"


async def test_a_recall_goes_by_product_and_arrival_too(alice: AsyncClient) -> None:
    beef = (await products_of(alice))["Beef"]["id"]
    old = await create_batch(alice, product_id=beef, arrival_date="2026-03-01")
    await create_batch(alice, product_id=beef, arrival_date="2026-03-10")
    await create_batch(alice, arrival_date="2026-03-01")
    body = {"product_id": beef, "arrived_to": "2026-03-05"}
    done = (await alice.post("/batches/recall", json=body)).json()
    assert [batch["id"] for batch in done["data"]] == [old["id"]]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"lot": "  "},
        {"arrived_from": TODAY},
        {"lot": "1", "arrived_from": TODAY, "arrived_to": "2026-03-17"},
        {"lot": "x" * 61},
    ],
)
async def test_a_recall_of_nothing_in_particular_is_refused(
    alice: AsyncClient, body: dict[str, str]
) -> None:
    answer = await alice.post("/batches/recall", json=body)
    assert answer.status_code == 422
    assert answer.json()["errors"]


async def test_a_stranger_recalls_nothing(alice: AsyncClient, bob: AsyncClient) -> None:
    batch = await create_batch(alice, lot="L-1")
    assert (await bob.post("/batches/recall", json={"lot": "L-1"})).json()["count"] == 0
    product = batch["product"]["id"]
    assert (await bob.post("/batches/recall", json={"product_id": product})).json()["count"] == 0
    assert (await read_batch(alice, batch))["state"] == "on_shelf"


async def test_a_batch_that_never_was_is_not_found(alice: AsyncClient) -> None:
    for to in ("sold", "discarded", "recalled", "restored", "duplicate", "undelete", "code"):
        answer = await alice.post(f"/batches/{uuid4()}/{to}", json={})
        assert (answer.status_code, answer.json()["code"]) == (404, "batch_not_found")
