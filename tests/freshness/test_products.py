"""Products: the four at the start, their limits, names, order, deletion; suggested limits."""

import asyncio
from datetime import date
from uuid import uuid4

import pytest
from httpx2 import AsyncClient

from almanac.freshness.domain.checks import limit_faults
from almanac.freshness.domain.emoji import is_one_sign
from almanac.freshness.domain.model import Limits
from almanac.freshness.domain.published import published_days
from tests.freshness.shop_floor import create_batch, create_product, products_of

FOUR = [("Chicken", "🍗"), ("Beef", "🥩"), ("Pork", "🍖"), ("Seafood", "🦐")]


async def test_four_products_are_there_at_the_start(alice: AsyncClient) -> None:
    before = (await alice.get("/products")).json()["data"]
    assert [(product["name"], product["emoji"]) for product in before] == FOUR
    assert {(product["fresh_days"], product["caution_days"]) for product in before} == {(2, 4)}
    await create_batch(alice, product_id=before[1]["id"])
    after = (await alice.get("/products")).json()["data"]
    assert [product["id"] for product in after] == [product["id"] for product in before]
    assert [product["on_shelf"] for product in after] == [0, 1, 0, 0]


async def test_they_have_names_in_the_language_of_the_person(alice: AsyncClient) -> None:
    await alice.patch("/users/me", json={"locale": "de"})
    assert next(iter(await products_of(alice))) == "Hähnchen"


async def test_they_are_made_once_however_many_begin_at_once(alice: AsyncClient) -> None:
    first = (await products_of(alice))["Beef"]["id"]
    answers = await asyncio.gather(
        *(alice.post("/batches", json={"product_id": first}) for _ in range(6))
    )
    assert [answer.status_code for answer in answers] == [201] * 6
    names = [answer.json()["batch_identifier"] for answer in answers]
    assert sorted(names) == [f"B-{number}" for number in range(1001, 1007)]
    assert (await alice.get("/products")).json()["count"] == 4


async def test_each_person_has_their_own(alice: AsyncClient, bob: AsyncClient) -> None:
    hers, his = await products_of(alice), await products_of(bob)
    assert {product["id"] for product in hers.values()}.isdisjoint(
        product["id"] for product in his.values()
    )
    refused = await bob.post("/batches", json={"product_id": hers["Beef"]["id"]})
    assert refused.json()["errors"][0]["code"] == "unknown_product"


async def test_a_new_product_has_the_limits_of_the_shop(alice: AsyncClient) -> None:
    await alice.patch("/shop", json={"fresh_days": 3, "caution_days": 7})
    duck = await create_product(alice, "Duck", emoji="🦆")
    assert (duck["fresh_days"], duck["caution_days"]) == (3, 7)
    ham = await create_product(alice, "Ham", fresh_days=10)
    assert (ham["fresh_days"], ham["caution_days"]) == (10, 10)
    mince = await create_product(alice, "Mince", caution_days=1)
    assert (mince["fresh_days"], mince["caution_days"]) == (1, 1)


@pytest.mark.parametrize("name", ["chicken", "  Chicken ", "\uff23hicken"])
async def test_names_that_look_alike_are_one_name(alice: AsyncClient, name: str) -> None:
    answer = await alice.post("/products", json={"name": name})
    assert (answer.status_code, answer.json()["code"]) == (409, "product_name_taken")
    assert answer.json()["errors"][0]["pointer"] == "/body/name"


async def test_a_deleted_product_keeps_its_batches_and_comes_back(alice: AsyncClient) -> None:
    beef = (await products_of(alice))["Beef"]
    batch = await create_batch(alice, product_id=beef["id"])
    url = f"/products/{beef['id']}"
    assert (await alice.delete(url)).status_code == 204
    assert (await alice.delete(url)).status_code == 204
    assert "Beef" not in await products_of(alice)
    shown = (await alice.get(f"/batches/{batch['id']}")).json()
    assert shown["product"]["name"] == "Beef"
    refused = await alice.post("/batches", json={"product_id": beef["id"]})
    assert refused.status_code == 422
    assert (await alice.put(url, json={"name": "Beef"})).json()["code"] == "product_deleted"
    new = await create_product(alice, "BEEF")
    assert (await alice.post(f"{url}/restore")).json()["code"] == "product_name_taken"
    await alice.delete(f"/products/{new['id']}")
    assert (await alice.post(f"{url}/restore")).json()["on_shelf"] == 1


async def test_products_are_put_written_again_and_put_in_order(alice: AsyncClient) -> None:
    url = f"/products/{uuid4()}"
    first = await alice.put(url, json={"name": "Duck", "fresh_days": 1})
    again = await alice.put(url, json={"name": "Duck", "emoji": "🦆"})
    assert (first.status_code, again.status_code) == (201, 200)
    assert (again.json()["emoji"], again.json()["fresh_days"]) == ("🦆", 1)
    ids = {name: product["id"] for name, product in (await products_of(alice)).items()}
    order = [ids["Duck"], ids["Pork"], ids["Chicken"]]
    assert (await alice.put("/products/order", json={"ids": order})).status_code == 204
    assert list(await products_of(alice)) == ["Duck", "Beef", "Pork", "Seafood", "Chicken"]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"name": ""}, "/body/name"),
        ({"name": "x" * 61}, "/body/name"),
        ({"name": "\u200b"}, "/body/name"),
        ({"name": "Duck", "emoji": "🦆🦆"}, "/body/emoji"),
        ({"name": "Duck", "emoji": "duck"}, "/body/emoji"),
        ({"name": "Duck", "fresh_days": -1}, "/body/fresh_days"),
        ({"name": "Duck", "fresh_days": 5, "caution_days": 4}, "/body/caution_days"),
        ({"name": "Duck", "use_by_days": 3651}, "/body/use_by_days"),
        ({"name": "Duck", "fresh_days": 10**30}, "/body/fresh_days"),
    ],
)
async def test_a_product_that_cannot_be_is_refused(
    alice: AsyncClient, body: dict[str, object], pointer: str
) -> None:
    answer = await alice.post("/products", json=body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer


@pytest.mark.parametrize("text", ["🍗", "👩🏽‍🍳", "🇩🇪", "é", "e\u0301", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "❤️"])
def test_one_sign_to_the_eye_is_one(text: str) -> None:
    assert is_one_sign(text)


@pytest.mark.parametrize("text", ["", "🍗🍗", "ab", "🇩🇪🇫🇷", "a🍗"])
def test_more_or_less_is_not(text: str) -> None:
    assert not is_one_sign(text)


@pytest.mark.parametrize(
    ("text", "days"), [("3 - 5 Days", (3, 5)), ("1 Week", (7, 7)), ("1 - 2 Months", (30, 60))]
)
def test_published_spans_are_days(text: str, days: tuple[int, int]) -> None:
    assert published_days(text) == days


@pytest.mark.parametrize("text", ["", "Package use-by date", "a few days", "1 - Days"])
def test_what_is_no_span_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        published_days(text)


async def test_suggestions_name_where_they_were_published(alice: AsyncClient) -> None:
    found = (await alice.get("/products/suggestions")).json()
    assert found["count"] == len(found["data"]) >= 60
    assert len({each["key"] for each in found["data"]}) == found["count"]
    kinds = [each["kind"] for each in found["data"]]
    assert {kind: kinds.count(kind) >= 10 for kind in set(kinds)} == dict.fromkeys(
        ("meat", "poultry", "fish", "dairy"), True
    )
    for each in found["data"]:
        assert each["source"]["url"].startswith("https://")
        assert date.fromisoformat(each["source"]["confirmed_on"]) >= date(2026, 1, 1)
        assert is_one_sign(each["emoji"])
        limits = Limits(each["fresh_days"], each["caution_days"])
        assert limit_faults(limits) == []
        assert 0 < len(each["name"]) <= 60


async def test_suggestions_are_named_in_the_language_of_the_person(alice: AsyncClient) -> None:
    await alice.patch("/users/me", json={"locale": "de"})
    named = {
        each["key"]: each["name"]
        for each in (await alice.get("/products/suggestions")).json()["data"]
    }
    assert named["beef-ground"] == "Rinderhackfleisch"
