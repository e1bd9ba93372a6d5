"""Products and batches that tests need, made through the API."""

from typing import Any

from httpx2 import AsyncClient


async def products_of(client: AsyncClient) -> dict[str, dict[str, Any]]:
    """The person's products by name."""
    response = await client.get("/products")
    assert response.status_code == 200, response.text
    return {product["name"]: product for product in response.json()["data"]}


async def create_product(client: AsyncClient, name: str = "Duck", **fields: Any) -> dict[str, Any]:
    """A product with the limits of the shop, unless `fields` say otherwise."""
    response = await client.post("/products", json={"name": name, **fields})
    assert response.status_code == 201, response.text
    created: dict[str, Any] = response.json()
    return created


async def create_batch(client: AsyncClient, **fields: Any) -> dict[str, Any]:
    """A batch of chicken that arrived today, unless `fields` say otherwise."""
    if "product_id" not in fields:
        fields["product_id"] = (await products_of(client))["Chicken"]["id"]
    response = await client.post("/batches", json=fields)
    assert response.status_code == 201, response.text
    created: dict[str, Any] = response.json()
    return created


async def read_batch(client: AsyncClient, batch: dict[str, Any]) -> dict[str, Any]:
    """A batch as it stands now."""
    response = await client.get(f"/batches/{batch['id']}")
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


async def move(client: AsyncClient, batch: dict[str, Any], to: str, **said: Any) -> dict[str, Any]:
    """Sell, discard, recall or restore a batch and answer how it stands then."""
    response = await client.post(f"/batches/{batch['id']}/{to}", json=said)
    assert response.status_code == 200, response.text
    moved: dict[str, Any] = response.json()
    return moved
