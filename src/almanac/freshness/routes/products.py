"""HTTP of products."""

from uuid import UUID

from fastapi import APIRouter, Response, status

from almanac.core.db import SessionDep
from almanac.core.pagination import PagingDep
from almanac.freshness.deps import ViewpointDep
from almanac.freshness.schemas.product import (
    ProductCreate,
    ProductList,
    ProductOrder,
    ProductRead,
    ProductUpdate,
)
from almanac.freshness.service import products
from almanac.identity.deps import CurrentUser
from almanac.identity.deps.once import OnceDep

router = APIRouter(prefix="/products", tags=["freshness"])


@router.get("")
async def list_products(
    user: CurrentUser, session: SessionDep, paging: PagingDep, view: ViewpointDep
) -> ProductList:
    """Products in their order; four of them before anything was written."""
    return await products.list_products(session, user.id, paging, view=view)


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_product(
    data: ProductCreate, user: CurrentUser, session: SessionDep, view: ViewpointDep, once: OnceDep
) -> ProductRead:
    return await once(
        lambda: products.create_product(session, user.id, data, view=view),
        status=status.HTTP_201_CREATED,
    )


@router.put("/order", status_code=status.HTTP_204_NO_CONTENT)
async def order_products(
    data: ProductOrder, user: CurrentUser, session: SessionDep, view: ViewpointDep
) -> None:
    """Set the manual order of some products among themselves."""
    await products.order_products(session, user.id, data.ids, view=view)


@router.put(
    "/{product_id}",
    responses={201: {"model": ProductRead, "description": "A new product was written"}},
)
async def put_product(
    product_id: UUID,
    data: ProductCreate,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    response: Response,
) -> ProductRead:
    """Write a product under an id that the client made: 201 the first time, 200 afterwards."""
    product, is_new = await products.put_product(session, user.id, product_id, data, view=view)
    if is_new:
        response.status_code = status.HTTP_201_CREATED
    return product


@router.patch("/{product_id}")
async def update_product(
    product_id: UUID,
    data: ProductUpdate,
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
    once: OnceDep,
) -> ProductRead:
    """Change the given fields. No batch changes with them."""
    return await once(
        lambda: products.update_product(session, user.id, product_id, data, view=view)
    )


@router.delete("/{product_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_product(
    product_id: UUID, user: CurrentUser, session: SessionDep, view: ViewpointDep
) -> None:
    """Delete a product, also when it is gone already; its batches stay. `restore` undoes it."""
    await products.delete_product(session, user.id, product_id, view=view)


@router.post("/{product_id}/restore")
async def restore_product(
    product_id: UUID, user: CurrentUser, session: SessionDep, view: ViewpointDep, once: OnceDep
) -> ProductRead:
    """Bring a product back from deletion."""
    return await once(lambda: products.restore_product(session, user.id, product_id, view=view))
