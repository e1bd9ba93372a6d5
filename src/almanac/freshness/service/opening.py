"""The person's shop: opened by the first write, held by every write, looked at by reads.

Until then it is shown as it will be: without a name, with four products whose ids follow from the
person, so that reading changes nothing and what was seen can be used at once.
"""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.bulk_insert import insert_rows
from almanac.freshness import models
from almanac.freshness.domain.identifiers import likeness
from almanac.freshness.domain.model import Limits
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries import rows
from almanac.language.choice import preferred
from almanac.language.writing import writing

STARTING_PRODUCTS = (
    ("products.chicken", "🍗"),
    ("products.beef", "🥩"),
    ("products.pork", "🍖"),
    ("products.seafood", "🦐"),
)
DEFAULTS = Limits()


async def open_shop(session: AsyncSession, user_id: UUID, *, view: Viewpoint) -> models.Shop:
    """The person's shop, held until the commit; made with its first products if need be."""
    shop = await rows.find_shop(session, user_id, lock=True)
    if shop is None:
        if await rows.add_shop(session, shop_values(user_id, view.now)):
            products = starting_products(user_id, view)
            columns = [column.key for column in models.Product.__mapper__.column_attrs]
            values = [{name: getattr(each, name) for name in columns} for each in products]
            await insert_rows(session, models.Product, values)
        shop = await rows.find_shop(session, user_id, lock=True)
    if shop is None:
        msg = "A shop that was made cannot be found"
        raise RuntimeError(msg)
    return shop


def shop_values(user_id: UUID, now: datetime) -> dict[str, Any]:
    """A shop of which nothing was said yet."""
    return {
        "user_id": user_id,
        "name": "",
        "contact": "",
        "fresh_days": DEFAULTS.fresh_days,
        "caution_days": DEFAULTS.caution_days,
        "updated_at": now,
    }


def starting_products(user_id: UUID, view: Viewpoint) -> list[models.Product]:
    """The products that a shop begins with, in the person's language."""
    words = writing(preferred("", chosen=view.locale))
    return [
        _starting_product(user_id, position, key, words.text(key), view)
        for position, (key, _) in enumerate(STARTING_PRODUCTS)
    ]


def _starting_product(
    user_id: UUID, position: int, key: str, name: str, view: Viewpoint
) -> models.Product:
    return models.Product(
        user_id=user_id,
        id=uuid5(user_id, key.removeprefix("products.")),
        name=name,
        name_key=likeness(name),
        emoji=dict(STARTING_PRODUCTS)[key],
        fresh_days=DEFAULTS.fresh_days,
        caution_days=DEFAULTS.caution_days,
        use_by_days=None,
        position=position,
        created_at=view.now,
        updated_at=view.now,
        deleted_at=None,
        import_id=None,
        import_key=None,
    )
