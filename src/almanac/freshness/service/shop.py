"""The shop's profile: what customers read of it, and what new products begin with."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.freshness import models
from almanac.freshness.domain.addresses import is_local
from almanac.freshness.domain.checks import limit_faults
from almanac.freshness.domain.model import Limits
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries import rows
from almanac.freshness.schemas.shop import ShopRead, ShopUpdate
from almanac.freshness.service.lookup import at_shop, refuse
from almanac.freshness.service.opening import DEFAULTS, open_shop

LOGO_PATH = "/api/v1/shop/logo"


async def get_shop(session: AsyncSession, user_id: UUID, *, view: Viewpoint) -> ShopRead:
    """The shop; before anything was written, as it will be."""
    return shop_view(await rows.find_shop(session, user_id), view)


async def update_shop(
    session: AsyncSession, user_id: UUID, data: ShopUpdate, *, view: Viewpoint
) -> ShopRead:
    """Change the given fields; no product and no batch changes with them. Raises `Invalid`."""
    shop = await open_shop(session, user_id, view=view)
    for name in data.model_fields_set:
        setattr(shop, name, getattr(data, name))
    refuse(limit_faults(Limits(shop.fresh_days, shop.caution_days)))
    if session.is_modified(shop):
        shop.updated_at = view.now
    await session.flush()
    return shop_view(shop, view)


def shop_view(shop: models.Shop | None, view: Viewpoint) -> ShopRead:
    """The shop as the API shows it."""
    has_logo = shop is not None and shop.logo_hash is not None
    zone = None if shop is None else shop.timezone
    at = at_shop(shop, view)
    return ShopRead(
        name="" if shop is None else shop.name,
        contact="" if shop is None else shop.contact,
        timezone=zone,
        effective_timezone=zone or view.zone.key,
        today=at.today,
        fresh_days=DEFAULTS.fresh_days if shop is None else shop.fresh_days,
        caution_days=DEFAULTS.caution_days if shop is None else shop.caution_days,
        logo_url=f"{view.origin}{LOGO_PATH}?v={shop.logo_hash}" if shop and has_logo else None,
        updated_at=None if shop is None else shop.updated_at,
        public_url=None if shop is None else shop.public_url,
        codes_origin=at.origin,
        has_local_address=is_local(at.origin),
    )
