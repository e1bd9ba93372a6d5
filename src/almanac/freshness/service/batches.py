"""Creating, changing and copying batches."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import NotFound, invalid_field
from almanac.core.fields import FIRST_DATE, LAST_DATE
from almanac.core.ids import new_id
from almanac.freshness import models
from almanac.freshness.domain.checks import batch_faults
from almanac.freshness.domain.events import EventKind
from almanac.freshness.domain.model import BatchState
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries import rows
from almanac.freshness.schemas.batch import BatchCreate, BatchDuplicate, BatchRead, BatchUpdate
from almanac.freshness.service.codes import new_code
from almanac.freshness.service.events import record
from almanac.freshness.service.identifiers import following_identifier
from almanac.freshness.service.listing import show_batch
from almanac.freshness.service.lookup import (
    find_batch,
    refuse,
    require_free,
    require_product,
    require_room,
    shop_today,
)
from almanac.freshness.service.opening import open_shop
from almanac.freshness.service.values import (
    LIMITS,
    batch_of,
    batch_values,
    limit_values,
    write_batch,
)

COPIED = ("product_id", "butchered_on", "use_by", "quantity", "unit", "note", *LIMITS)
# What a body that leaves it out means to be as it is, or as it follows.
MAY_FOLLOW = ("batch_identifier", "arrival_date", "fresh_days", "caution_days")


class BatchDeleted(NotFound):
    code, title = "batch_deleted", "This batch was deleted; restore it first"


async def create_batch(
    session: AsyncSession, user_id: UUID, data: BatchCreate, *, view: Viewpoint
) -> BatchRead:
    """Add a batch. Raises `Invalid`, `IdentifierTaken`, `TooManyBatches`."""
    shop = await open_shop(session, user_id, view=view)
    return await _create(session, shop, new_id(), data, view)


async def put_batch(
    session: AsyncSession, user_id: UUID, batch_id: UUID, data: BatchCreate, *, view: Viewpoint
) -> tuple[BatchRead, bool]:
    """Write a batch under an id that the client made; also answers whether it is new.

    Sent again it changes nothing. Raises `BatchDeleted` for one that was deleted, so that nothing
    comes back that somebody threw away, and what `create_batch` raises.
    """
    shop = await open_shop(session, user_id, view=view)
    batch = (await rows.find_batches(session, user_id, [batch_id])).get(batch_id)
    if batch is None:
        return await _create(session, shop, batch_id, data, view), True
    if batch.deleted_at is not None:
        raise BatchDeleted
    left_out = {name for name in MAY_FOLLOW if getattr(data, name) is None}
    fields = set(BatchCreate.model_fields) - left_out
    if "use_by_days" not in data.model_fields_set:
        fields -= {"use_by_days"}
    await _change(session, shop, batch, batch_values(data, fields), view)
    return await show_batch(session, batch, shop, view=view), False


async def update_batch(
    session: AsyncSession, user_id: UUID, batch_id: UUID, data: BatchUpdate, *, view: Viewpoint
) -> BatchRead:
    """Change the given fields. Raises `BatchNotFound`, `IdentifierTaken`, `Invalid`."""
    shop = await open_shop(session, user_id, view=view)
    batch = await find_batch(session, user_id, batch_id)
    await _change(session, shop, batch, batch_values(data, data.model_fields_set), view)
    return await show_batch(session, batch, shop, view=view)


async def duplicate_batch(
    session: AsyncSession, user_id: UUID, batch_id: UUID, data: BatchDuplicate, *, view: Viewpoint
) -> BatchRead:
    """Add a copy that arrives today or on another day; its other dates lie as far from that.

    It has no lot, because that is what tells one delivery from the next. Raises `BatchNotFound`,
    and what `create_batch` raises.
    """
    shop = await open_shop(session, user_id, view=view)
    batch = await find_batch(session, user_id, batch_id)
    today = shop_today(shop, view)
    arrived_on = data.arrival_date or today
    shift = arrived_on - batch.arrived_on
    values = {name: getattr(batch, name) for name in COPIED}
    for name in ("butchered_on", "use_by"):
        values[name] = None if values[name] is None else _moved(values[name], shift)
    values |= {"arrived_on": arrived_on, "identifier": data.batch_identifier, "lot": ""}
    return await _add(session, shop, new_id(), values, view)


def _moved(day: date, shift: timedelta) -> date:
    moved = day + shift
    if not FIRST_DATE <= moved <= LAST_DATE:
        detail = "Its other dates would lie outside 1900 to 2200"
        raise invalid_field("/body/arrival_date", "date_out_of_range", detail)
    return moved


async def _create(
    session: AsyncSession, shop: models.Shop, batch_id: UUID, data: BatchCreate, view: Viewpoint
) -> BatchRead:
    product = await require_product(session, shop.user_id, data.product_id)
    values = batch_values(data, BatchCreate.model_fields)
    values |= {"arrived_on": data.arrival_date or shop_today(shop, view)}
    values |= given_limits(data, product)
    return await _add(session, shop, batch_id, values, view)


async def _add(
    session: AsyncSession,
    shop: models.Shop,
    batch_id: UUID,
    values: dict[str, Any],
    view: Viewpoint,
) -> BatchRead:
    today, user_id = shop_today(shop, view), shop.user_id
    batch = new_batch(user_id, batch_id, values | {"identifier": ""}, view)
    refuse(batch_faults(batch_of(batch), today))
    await require_room(session, user_id)
    identifier = values["identifier"]
    if identifier is None:
        identifier = await following_identifier(session, user_id, today)
    else:
        await require_free(session, user_id, identifier, batch_id)
    write_batch(batch, {"identifier": identifier})
    session.add(batch)
    await session.flush()
    record(session, batch, EventKind.CREATED, on=today, now=view.now)
    return await show_batch(session, batch, shop, view=view)


def new_batch(
    user_id: UUID, batch_id: UUID, values: dict[str, Any], view: Viewpoint
) -> models.Batch:
    """A batch on the shelf that is not yet written."""
    batch = models.Batch(
        user_id=user_id,
        id=batch_id,
        state=BatchState.ON_SHELF,
        left_on=None,
        recall_reason="",
        code=new_code(),
        scans=0,
        events_count=0,
        created_at=view.now,
        updated_at=view.now,
    )
    write_batch(batch, values)
    return batch


def given_limits(data: BatchCreate, product: models.Product) -> dict[str, Any]:
    """The product's limits, with those that the batch brings itself."""
    given = {name: getattr(data, name) for name in LIMITS if name in data.model_fields_set}
    # Nobody means to have no days at all by saying null; the use-by rule alone can be left away.
    meant = {name: days for name, days in given.items() if days is not None or name == LIMITS[-1]}
    return limit_values(product) | meant


async def _change(
    session: AsyncSession,
    shop: models.Shop,
    batch: models.Batch,
    values: dict[str, Any],
    view: Viewpoint,
) -> None:
    """Write new values, and down what changed."""
    today: date = shop_today(shop, view)
    product_id = values.get("product_id", batch.product_id)
    names: dict[str, Any] = {}
    if product_id != batch.product_id:
        old = await rows.find_product(session, batch.user_id, batch.product_id)
        product = await require_product(session, batch.user_id, product_id)
        values = limit_values(product) | values
        names = {"product": [None if old is None else old.name, product.name]}
    with session.no_autoflush:
        changes = write_batch(batch, values)
        refuse(batch_faults(batch_of(batch), today))
        if "batch_identifier" in changes:
            await require_free(session, batch.user_id, batch.identifier, batch.id)
    changes.pop("product_id", None)
    if changes or names:
        record(session, batch, EventKind.EDITED, on=today, now=view.now, changes=names | changes)
