"""HTTP of the shop's profile."""

from fastapi import APIRouter

from almanac.core.db import SessionDep
from almanac.freshness.deps import ViewpointDep
from almanac.freshness.schemas.shop import ShopRead, ShopUpdate
from almanac.freshness.service import shop
from almanac.identity.deps import CurrentUser
from almanac.identity.deps.once import OnceDep

router = APIRouter(prefix="/shop", tags=["freshness"])


@router.get("")
async def read_shop(user: CurrentUser, session: SessionDep, view: ViewpointDep) -> ShopRead:
    """The shop as its customers read of it; without a name until it was given one."""
    return await shop.get_shop(session, user.id, view=view)


@router.patch("")
async def update_shop(
    data: ShopUpdate, user: CurrentUser, session: SessionDep, view: ViewpointDep, once: OnceDep
) -> ShopRead:
    """Change the given fields."""
    return await once(lambda: shop.update_shop(session, user.id, data, view=view))
