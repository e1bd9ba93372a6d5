"""Finding products and batches to be changed, and whether there is room for more."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import Conflict, FieldError, Invalid, NotFound, invalid_field
from almanac.freshness import models
from almanac.freshness.domain.addresses import codes_origin
from almanac.freshness.domain.checks import Fault
from almanac.freshness.domain.identifiers import likeness
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries import rows
from almanac.schedules.times import zone_named

MAX_BATCHES = 10_000
MAX_PRODUCTS = 300
# With those that were deleted, which are kept so that they can be restored.
MAX_KEPT_BATCHES = 50_000
MAX_KEPT_PRODUCTS = 3000


class ProductNotFound(NotFound):
    code, title = "product_not_found", "No such product"


class BatchNotFound(NotFound):
    code, title = "batch_not_found", "No such batch"


class IdentifierTaken(Conflict):
    code, title = "identifier_taken", "Another batch has this identifier"


class TooManyBatches(Invalid):
    code, title = "too_many_batches", "There are 10000 batches already; delete some first"


class TooManyDeleted(Invalid):
    code = "too_many_deleted"
    title = "There is no room for more beside all that was deleted; restore some of it instead"


def shop_today(shop: models.Shop | None, view: Viewpoint) -> date:
    """The date at the shop."""
    zone = None if shop is None or shop.timezone is None else zone_named(shop.timezone)
    return view.today(zone)


class AtShop(NamedTuple):
    """By what a batch is shown: the date at the shop, and where its codes lead."""

    today: date
    origin: str


def at_shop(shop: models.Shop | None, view: Viewpoint) -> AtShop:
    """How batches are shown now."""
    stored = None if shop is None else shop.public_url
    return AtShop(shop_today(shop, view), codes_origin(view.configured, stored, view.asked))


async def find_batch(session: AsyncSession, user_id: UUID, batch_id: UUID) -> models.Batch:
    """The batch, or `BatchNotFound` also when it was deleted."""
    batch = (await rows.find_batches(session, user_id, [batch_id])).get(batch_id)
    if batch is None or batch.deleted_at is not None:
        raise BatchNotFound
    return batch


async def require_product(
    session: AsyncSession, user_id: UUID, product_id: UUID, pointer: str = "/body/product_id"
) -> models.Product:
    """A product that goods can be of. Raises `Invalid` when it is not there."""
    product = await rows.find_product(session, user_id, product_id)
    if product is None or product.deleted_at is not None:
        raise invalid_field(pointer, "unknown_product", "There is no such product")
    return product


async def require_room(
    session: AsyncSession, user_id: UUID, *, fresh: int = 1, kept: int = 0
) -> None:
    """Refuse when `fresh` more batches are too many, `kept` of which are there but deleted."""
    there, all_ = await rows.count_batches(session, user_id)
    if there + fresh > MAX_BATCHES:
        raise TooManyBatches
    if all_ + fresh - kept > MAX_KEPT_BATCHES:
        raise TooManyDeleted


async def require_free(
    session: AsyncSession, user_id: UUID, identifier: str, batch_id: UUID
) -> None:
    """Refuse an identifier that another batch has. Raises `IdentifierTaken`."""
    taken = await rows.find_by_identifier(session, user_id, likeness(identifier))
    if taken is not None and taken != batch_id:
        raise identifier_taken()


def identifier_taken() -> IdentifierTaken:
    """That another batch has the identifier that was asked for."""
    error = FieldError("/body/batch_identifier", IdentifierTaken.code, IdentifierTaken.title)
    return IdentifierTaken(errors=(error,))


def refuse(faults: list[Fault], places: Mapping[str, str] | None = None) -> None:
    """Raise `Invalid` with everything that cannot be.

    A field is one of the body, unless `places` says where its request has it.
    """
    if faults:
        errors = tuple(
            FieldError((places or {}).get(f.field, f"/body/{f.field}"), f.code, f.detail)
            for f in faults
        )
        raise Invalid(errors[0].detail if len(errors) == 1 else None, errors=errors)
