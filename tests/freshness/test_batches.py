"""Batches: created, read as they stand on the day, changed, deleted, copied."""

from datetime import timedelta
from uuid import uuid4

from httpx2 import AsyncClient

from tests.conftest import MovableClock
from tests.freshness.shop_floor import create_batch, create_product, move, products_of, read_batch

TODAY = "2026-03-18"


async def test_a_batch_is_created_with_what_it_is_not_told(alice: AsyncClient) -> None:
    batch = await create_batch(alice)
    assert batch["batch_identifier"] == "B-1001"
    assert batch["arrival_date"] == TODAY
    assert batch["status"] == "fresh"
    assert batch["state"] == "on_shelf"
    assert batch["days_on_shelf"] == 0
    assert batch["limits"] == {"fresh_days": 2, "caution_days": 4, "use_by_days": None}
    assert batch["next_change"] == {"on": "2026-03-21", "status": "caution"}
    assert batch["product"]["emoji"] == "🍗"
    assert batch["public_url"] == f"https://almanac.test/b/{batch['code']}"
    assert batch["code_grouped"].replace("-", "") == batch["code"]
    assert len(batch["code"]) == 12
    assert await read_batch(alice, batch) == batch
    assert (await create_batch(alice))["batch_identifier"] == "B-1002"


async def test_a_batch_grows_old_by_the_calendar(alice: AsyncClient, clock: MovableClock) -> None:
    batch = await create_batch(alice, arrival_date="2026-03-19")
    seen = []
    for _ in range(7):
        now = await read_batch(alice, batch)
        seen.append((now["days_on_shelf"], now["status"]))
        clock.advance(timedelta(days=1))
    assert seen == [
        (-1, "not_yet"),
        (0, "fresh"),
        (1, "fresh"),
        (2, "fresh"),
        (3, "caution"),
        (4, "caution"),
        (5, "expired"),
    ]


async def test_a_batch_keeps_the_limits_it_was_made_with(alice: AsyncClient) -> None:
    duck = await create_product(alice, "Duck", fresh_days=3, caution_days=5, use_by_days=6)
    batch = await create_batch(alice, product_id=duck["id"], butcher_date="2026-03-17")
    assert batch["use_by"] == "2026-03-23"
    assert batch["use_by_rule"] == "product"
    changed = await alice.patch(f"/products/{duck['id']}", json={"fresh_days": 5, "name": "Goose"})
    assert changed.status_code == 200
    now = await read_batch(alice, batch)
    assert now["limits"] == {"fresh_days": 3, "caution_days": 5, "use_by_days": 6}
    assert now["product"]["name"] == "Goose"


async def test_a_batch_brings_limits_of_its_own(alice: AsyncClient) -> None:
    batch = await create_batch(alice, fresh_days=1, use_by="2026-03-19")
    assert batch["limits"] == {"fresh_days": 1, "caution_days": 4, "use_by_days": None}
    assert batch["use_by_rule"] == "written"
    assert batch["next_change"] == {"on": "2026-03-20", "status": "expired"}


async def test_editing_changes_what_is_given_and_tells_it_in_the_history(
    alice: AsyncClient,
) -> None:
    batch = await create_batch(alice, lot="L 7", quantity=1.25, unit="kg")
    url = f"/batches/{batch['id']}"
    changed = await alice.patch(url, json={"quantity": 1.1, "arrival_date": "2026-03-14"})
    assert changed.json()["status"] == "caution"
    assert changed.json()["quantity"] == 1.1
    assert changed.json()["lot"] == "L 7"
    history = (await alice.get(f"{url}/history")).json()
    assert [event["kind"] for event in history["data"]] == ["edited", "created"]
    assert {
        change["field"]: (change["old"], change["new"]) for change in history["data"][0]["changes"]
    } == {
        "quantity": (1.25, 1.1),
        "arrival_date": (TODAY, "2026-03-14"),
    }
    again = await alice.patch(url, json={"quantity": 1.1})
    assert again.json()["updated_at"] == changed.json()["updated_at"]
    assert (await alice.get(f"{url}/history")).json()["count"] == 2


async def test_another_product_brings_its_limits_along(alice: AsyncClient) -> None:
    ham = await create_product(alice, "Ham", fresh_days=10, caution_days=20)
    batch = await create_batch(alice)
    url = f"/batches/{batch['id']}"
    changed = (await alice.patch(url, json={"product_id": ham["id"]})).json()
    assert changed["limits"] == {"fresh_days": 10, "caution_days": 20, "use_by_days": None}
    [change] = (await alice.get(f"{url}/history")).json()["data"][0]["changes"][:1]
    assert change == {"field": "product", "old": "Chicken", "new": "Ham"}


async def test_what_is_put_twice_is_there_once(alice: AsyncClient) -> None:
    chicken = (await products_of(alice))["Chicken"]["id"]
    url, body = f"/batches/{uuid4()}", {"product_id": chicken, "batch_identifier": "K-1"}
    first, second = await alice.put(url, json=body), await alice.put(url, json=body)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    assert (await alice.get("/batches")).json()["count"] == 1


async def test_a_deleted_batch_comes_back_as_it_was(alice: AsyncClient) -> None:
    batch = await move(alice, await create_batch(alice), "sold")
    url = f"/batches/{batch['id']}"
    assert (await alice.delete(url)).status_code == 204
    assert (await alice.delete(url)).status_code == 204
    assert (await alice.get(url)).status_code == 404
    put = await alice.put(url, json={"product_id": batch["product"]["id"]})
    assert (put.status_code, put.json()["code"]) == (404, "batch_deleted")
    back = (await alice.post(f"{url}/undelete")).json()
    assert back["state"] == "sold"
    assert back["code"] == batch["code"]


async def test_a_copy_arrives_today_and_stands_as_its_model_did(alice: AsyncClient) -> None:
    batch = await create_batch(
        alice, arrival_date="2026-03-10", butcher_date="2026-03-08", lot="L1", fresh_days=1
    )
    response = await alice.post(f"/batches/{batch['id']}/duplicate", json={})
    assert response.status_code == 201
    copy = response.json()
    assert copy["batch_identifier"] == "B-1002"
    assert (copy["arrival_date"], copy["butcher_date"]) == (TODAY, "2026-03-16")
    assert copy["lot"] == ""
    assert copy["limits"]["fresh_days"] == 1
    assert copy["code"] != batch["code"]


async def test_a_new_code_takes_the_old_one_back(alice: AsyncClient) -> None:
    batch = await create_batch(alice)
    changed = (await alice.post(f"/batches/{batch['id']}/code")).json()
    assert changed["code"] != batch["code"]
    history = (await alice.get(f"/batches/{batch['id']}/history")).json()["data"]
    assert history[0]["kind"] == "new_code"
