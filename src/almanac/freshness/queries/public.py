"""What a public page shows of a batch: one statement on the driver, for a whole shop may scan."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, bindparam, literal_column, or_, select

from almanac.core.lookups import Lookups
from almanac.freshness import models
from almanac.freshness.domain.model import BatchState
from almanac.identity.service.people import active_people

_BATCH, _PRODUCT = models.Batch.__table__.c, models.Product.__table__.c
_SHOP = models.Shop.__table__.c
_PEOPLE = active_people()
# Written into the statement: whoever asks gives the code alone.
_RECALLED: ColumnElement[BatchState] = literal_column(f"'{BatchState.RECALLED.value}'")


class PublicRow(NamedTuple):
    """A batch, its product and its shop, in the order of the select. Nothing of who owns them."""

    code: str
    identifier: str
    lot: str
    arrived_on: date
    butchered_on: date | None
    use_by: date | None
    fresh_days: int
    caution_days: int
    use_by_days: int | None
    state: BatchState
    left_on: date | None
    recall_reason: str
    updated_at: datetime
    product_name: str
    product_emoji: str
    shop_name: str
    shop_contact: str
    logo_hash: str | None
    timezone: str


_SHOP_NAME = PublicRow._fields.index("shop_name")
_BY_CODE = (
    select(
        _BATCH.code,
        _BATCH.identifier,
        _BATCH.lot,
        _BATCH.arrived_on,
        _BATCH.butchered_on,
        _BATCH.use_by,
        _BATCH.fresh_days,
        _BATCH.caution_days,
        _BATCH.use_by_days,
        _BATCH.state,
        _BATCH.left_on,
        _BATCH.recall_reason,
        _BATCH.updated_at,
        _PRODUCT.name,
        _PRODUCT.emoji,
        _SHOP.name.label("shop_name"),
        _SHOP.contact,
        _SHOP.logo_hash,
        _SHOP.timezone.label("shop_zone"),
        _PEOPLE.c.timezone.label("owner_zone"),
    )
    # Outer joins, in this order: to look for a better one took PostgreSQL ten times the execution.
    .outerjoin(
        models.Product,
        (_PRODUCT.user_id == _BATCH.user_id) & (_PRODUCT.id == _BATCH.product_id),
    )
    .outerjoin(models.Shop, _SHOP.user_id == _BATCH.user_id)
    .outerjoin(_PEOPLE, _PEOPLE.c.id == _BATCH.user_id)
    # What was recalled is still about when its owner has cleared it away here.
    .where(
        _BATCH.code == bindparam("code"),
        or_(_BATCH.deleted_at.is_(None), _BATCH.state == _RECALLED),
    )
)

_LOGO = (
    select(_SHOP.logo, _SHOP.logo_hash)
    .join(models.Batch, _BATCH.user_id == _SHOP.user_id)
    .where(_BATCH.code == bindparam("code"), _SHOP.logo.is_not(None))
)


async def find_public(lookups: Lookups, code: str) -> PublicRow | None:
    """The batch under a code, unless it or its owner's account is gone.

    One that was recalled and then deleted goes on warning.
    """
    row = await lookups.first_together(_BY_CODE, {"code": code})
    if row is None:
        return None
    shop_zone, owner_zone = row[-2:]
    # Nobody active has it, or nobody with a shop.
    if owner_zone is None or row[_SHOP_NAME] is None:
        return None
    return PublicRow._make((*row[:-2], shop_zone or owner_zone))


async def find_logo(lookups: Lookups, code: str) -> tuple[bytes, str] | None:
    """The logo of the shop that has a batch under this code, and its hash."""
    row = await lookups.first_together(_LOGO, {"code": code})
    return None if row is None else (bytes(row[0]), row[1])
