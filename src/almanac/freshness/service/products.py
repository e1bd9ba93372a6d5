"""Products: listed, made, changed, deleted, restored, put in order."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import Conflict, FieldError, Invalid, NotFound
from almanac.core.ids import new_id
from almanac.core.pagination import Paging, paginate
from almanac.freshness import models
from almanac.freshness.domain.checks import limit_faults
from almanac.freshness.domain.identifiers import likeness
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries import rows
from almanac.freshness.queries.products import list_with_counts
from almanac.freshness.schemas.product import (
    ProductCreate,
    ProductList,
    ProductRead,
    ProductUpdate,
)
from almanac.freshness.service.lookup import (
    MAX_KEPT_PRODUCTS,
    MAX_PRODUCTS,
    ProductNotFound,
    TooManyDeleted,
    refuse,
)
from almanac.freshness.service.opening import open_shop, starting_products
from almanac.freshness.service.values import limits_of
from almanac.freshness.service.views import product_view

PLAIN_FIELDS = ("name", "emoji", "use_by_days")
OF_SHOP = ("fresh_days", "caution_days")


class ProductNameTaken(Conflict):
    code, title = "product_name_taken", "Another product has this name"


class ProductDeleted(NotFound):
    code, title = "product_deleted", "This product was deleted; restore it first"


class TooManyProducts(Invalid):
    code, title = "too_many_products", "There are 300 products already; delete some first"


async def list_products(
    session: AsyncSession, user_id: UUID, paging: Paging, *, view: Viewpoint
) -> ProductList:
    """Products in their order: at most two statements."""
    found = await list_with_counts(session, user_id)
    if not found and await rows.find_shop(session, user_id) is None:
        found = [(product, 0) for product in starting_products(user_id, view)]
    page = paginate([product_view(*each) for each in found], paging)
    return ProductList(data=page.data, count=page.count, next_cursor=page.next_cursor)


async def create_product(
    session: AsyncSession, user_id: UUID, data: ProductCreate, *, view: Viewpoint
) -> ProductRead:
    """Add a product behind the others. Raises `ProductNameTaken`, `Invalid`."""
    shop = await open_shop(session, user_id, view=view)
    return product_view(await _add(session, shop, new_id(), data, view), 0)


async def put_product(
    session: AsyncSession, user_id: UUID, product_id: UUID, data: ProductCreate, *, view: Viewpoint
) -> tuple[ProductRead, bool]:
    """Write a product under an id that the client made; also answers whether it is new.

    Limits that are left out stay. Raises `ProductDeleted`, and what `create_product` raises.
    """
    shop = await open_shop(session, user_id, view=view)
    product = await rows.find_product(session, user_id, product_id)
    if product is None:
        return product_view(await _add(session, shop, product_id, data, view), 0), True
    if product.deleted_at is not None:
        raise ProductDeleted
    given = [name for name in OF_SHOP if getattr(data, name) is not None]
    await _change(session, product, _values(data, [*PLAIN_FIELDS, *given]), view)
    return await _show(session, product), False


async def update_product(
    session: AsyncSession, user_id: UUID, product_id: UUID, data: ProductUpdate, *, view: Viewpoint
) -> ProductRead:
    """Change the given fields. Raises `ProductNotFound`, `ProductNameTaken`, `Invalid`."""
    await open_shop(session, user_id, view=view)
    product = await rows.find_product(session, user_id, product_id)
    if product is None or product.deleted_at is not None:
        raise ProductNotFound
    await _change(session, product, _values(data, data.model_fields_set), view)
    return await _show(session, product)


async def delete_product(
    session: AsyncSession, user_id: UUID, product_id: UUID, *, view: Viewpoint
) -> None:
    """Delete a product so that it can be restored; its batches stay. Twice changes nothing."""
    await open_shop(session, user_id, view=view)
    product = await rows.find_product(session, user_id, product_id)
    if product is None:
        raise ProductNotFound
    if product.deleted_at is None:
        product.deleted_at = view.now


async def restore_product(
    session: AsyncSession, user_id: UUID, product_id: UUID, *, view: Viewpoint
) -> ProductRead:
    """Bring a deleted product back; one that is there stays as it is.

    Raises `ProductNotFound`, `ProductNameTaken`, `TooManyProducts`.
    """
    await open_shop(session, user_id, view=view)
    product = await rows.find_product(session, user_id, product_id)
    if product is None:
        raise ProductNotFound
    if product.deleted_at is not None:
        await _require_room(session, user_id, product.name_key, fresh=0)
        product.deleted_at, product.updated_at = None, view.now
    return await _show(session, product)


async def order_products(
    session: AsyncSession, user_id: UUID, ids: Sequence[UUID], *, view: Viewpoint
) -> None:
    """Let products share out the places that they hold in this order; all others keep theirs.

    Raises `ProductNotFound` when one of them is not there, and then nothing changes.
    """
    await open_shop(session, user_id, view=view)
    there = {product.id: product for product in await rows.list_products(session, user_id)}
    named = list(dict.fromkeys(ids))
    if any(product_id not in there for product_id in named):
        raise ProductNotFound
    places = sorted(there[product_id].position for product_id in named)
    for product_id, place in zip(named, places, strict=True):
        there[product_id].position = place


async def _add(
    session: AsyncSession,
    shop: models.Shop,
    product_id: UUID,
    data: ProductCreate,
    view: Viewpoint,
) -> models.Product:
    values = _values(data, ProductCreate.model_fields)
    for name in OF_SHOP:
        if values[name] is None:
            values[name] = getattr(shop, name)
    # Whoever gives the one and leaves the other out means no contradiction.
    if data.caution_days is None:
        values["caution_days"] = max(values["caution_days"], values["fresh_days"])
    elif data.fresh_days is None:
        values["fresh_days"] = min(values["caution_days"], values["fresh_days"])
    product = models.Product(
        user_id=shop.user_id,
        id=product_id,
        created_at=view.now,
        updated_at=view.now,
        **values,
        name_key=likeness(data.name),
    )
    refuse(limit_faults(limits_of(product)))
    product.position = await _require_room(session, shop.user_id, product.name_key)
    session.add(product)
    await session.flush()
    return product


async def _require_room(
    session: AsyncSession, user_id: UUID, name_key: str, *, fresh: int = 1
) -> int:
    """The place behind all products, if there is room and the name is free."""
    there = await rows.list_products(session, user_id)
    if any(product.name_key == name_key for product in there):
        raise _name_taken()
    if len(there) >= MAX_PRODUCTS:
        raise TooManyProducts
    if await rows.count_kept_products(session, user_id) + fresh > MAX_KEPT_PRODUCTS:
        raise TooManyDeleted
    return max((product.position for product in there), default=-1) + 1


async def _change(
    session: AsyncSession, product: models.Product, values: dict[str, Any], view: Viewpoint
) -> None:
    changed = {name for name, value in values.items() if getattr(product, name) != value}
    if not changed:
        return
    with session.no_autoflush:
        for name in changed:
            setattr(product, name, values[name])
        refuse(limit_faults(limits_of(product)))
        if "name" in changed:
            product.name_key = likeness(product.name)
            for other in await rows.list_products(session, product.user_id):
                if other.name_key == product.name_key and other.id != product.id:
                    raise _name_taken()
    product.updated_at = view.now


async def _show(session: AsyncSession, product: models.Product) -> ProductRead:
    await session.flush()
    found = await list_with_counts(session, product.user_id, product.id)
    return product_view(*found[0])


def _name_taken() -> ProductNameTaken:
    error = FieldError("/body/name", ProductNameTaken.code, ProductNameTaken.title)
    return ProductNameTaken(errors=(error,))


def _values(data: ProductCreate | ProductUpdate, fields: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(data, name) for name in fields}
