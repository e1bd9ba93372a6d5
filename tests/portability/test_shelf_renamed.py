"""A shelf that comes back where goods were renamed, deleted, and their names given away since."""

from httpx2 import AsyncClient

from tests.freshness.shop_floor import create_batch, create_product
from tests.portability.test_everything_again import export
from tests.portability.test_shelf_again import bring_in


async def test_a_batch_stays_deleted_whose_identifier_was_given_away(alice: AsyncClient) -> None:
    batch = await create_batch(alice, batch_identifier="A")
    document = await export(alice)
    await alice.patch(f"/batches/{batch['id']}", json={"batch_identifier": "B"})
    await alice.delete(f"/batches/{batch['id']}")
    await create_batch(alice, batch_identifier="B")
    answer = await bring_in(alice, document)
    assert answer.status_code == 200, answer.text
    assert answer.json()["batches"] == {"added": 0, "restored": 0, "present": 1}
    assert (await alice.get("/batches")).json()["count"] == 1


async def test_a_batch_comes_back_under_its_last_identifier(alice: AsyncClient) -> None:
    batch = await create_batch(alice, batch_identifier="A")
    document = await export(alice)
    await alice.patch(f"/batches/{batch['id']}", json={"batch_identifier": "B"})
    await alice.delete(f"/batches/{batch['id']}")
    await create_batch(alice, batch_identifier="A")
    answer = await bring_in(alice, document)
    assert answer.json()["batches"] == {"added": 0, "restored": 1, "present": 0}
    found = (await alice.get("/batches")).json()["data"]
    assert {each["batch_identifier"] for each in found} == {"A", "B"}


async def test_a_product_stays_deleted_whose_name_the_file_gives_to_another(
    alice: AsyncClient,
) -> None:
    other = await create_product(alice, "Goose")
    duck = await create_product(alice, "Duck")
    document = await export(alice)
    await alice.patch(f"/products/{duck['id']}", json={"name": "Hen"})
    await alice.delete(f"/products/{duck['id']}")
    products = document["shelf"]["products"]
    goose = next(each for each in products if each["id"] == other["id"])
    products.insert(0, goose | {"id": goose["id"][::-1].replace("-", "")[:32], "name": "Hen"})
    answer = await bring_in(alice, document)
    assert answer.status_code == 201, answer.text
    assert answer.json()["products"] == {"added": 1, "restored": 0, "present": 6}


async def test_deleted_products_of_a_file_take_no_place(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    duck = await create_product(alice, "Duck")
    document = await export(alice)
    gone = next(each for each in document["shelf"]["products"] if each["id"] == duck["id"])
    document["shelf"]["products"] += [
        gone | {"id": f"00000000-0000-0000-0000-{number:012}", "is_deleted": True}
        for number in range(300)
    ]
    answer = await bring_in(bob, document)
    assert answer.status_code == 201, answer.text
    assert (await bob.get("/products")).json()["count"] == 5
