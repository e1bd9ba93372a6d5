"""A whole shelf as a document, and a document as a shelf again."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from almanac.freshness import models
from almanac.freshness.domain.identifiers import likeness
from almanac.freshness.domain.model import Batch, Limits
from almanac.freshness.domain.transfer import (
    BatchRecord,
    EventRecord,
    ProductRecord,
    ShelfRecord,
    ShopRecord,
)
from almanac.freshness.schemas.transfer import (
    BatchDocument,
    EventDocument,
    ProductDocument,
    ShelfDocument,
    ShopDocument,
)
from almanac.freshness.service.logo import rewrite_logo
from almanac.freshness.service.values import from_thousandths, to_thousandths


async def export_shelf(session: AsyncSession, user_id: UUID) -> ShelfDocument | None:
    """Everything of the shop that is not deleted; None before anything was written.

    Four statements whatever there is. Of deleted products those that batches are of.
    """
    row = models.Shop
    shop = await session.scalar(
        select(row).where(row.user_id == user_id).options(undefer(row.logo))
    )
    if shop is None:
        return None
    return ShelfDocument.model_construct(
        shop=_shop_document(shop),
        products=await _products(session, user_id),
        batches=await _batches(session, user_id),
    )


async def _products(session: AsyncSession, user_id: UUID) -> list[ProductDocument]:
    row, batch = models.Product, models.Batch
    is_used = exists().where(
        batch.user_id == row.user_id, batch.product_id == row.id, batch.deleted_at.is_(None)
    )
    products = await session.scalars(
        select(row)
        .where(row.user_id == user_id, or_(row.deleted_at.is_(None), is_used))
        .order_by(row.deleted_at.is_not(None), row.position, row.id)
    )
    return [
        ProductDocument.model_construct(
            id=each.id,
            source_key=each.import_key,
            name=each.name,
            emoji=each.emoji,
            fresh_days=each.fresh_days,
            caution_days=each.caution_days,
            use_by_days=each.use_by_days,
            is_deleted=each.deleted_at is not None,
            created_at=each.created_at,
        )
        for each in products
    ]


async def _batches(session: AsyncSession, user_id: UUID) -> list[BatchDocument]:
    row, event = models.Batch, models.BatchEvent
    events: defaultdict[UUID, list[EventDocument]] = defaultdict(list)
    of_person = select(event).where(event.user_id == user_id)
    for each in await session.scalars(of_person.order_by(event.batch_id, event.number)):
        events[each.batch_id].append(
            EventDocument.model_construct(
                kind=each.kind,
                at=each.at,
                on=each.on,
                state=each.state,
                reason=each.reason,
                changes=each.changes,
            )
        )
    batches = await session.scalars(
        select(row)
        .where(row.user_id == user_id, row.deleted_at.is_(None))
        .order_by(row.created_at, row.id)
    )
    return [_batch_document(batch, events[batch.id]) for batch in batches]


def _batch_document(batch: models.Batch, events: list[EventDocument]) -> BatchDocument:
    return BatchDocument.model_construct(
        id=batch.id,
        source_key=batch.import_key,
        product_id=batch.product_id,
        batch_identifier=batch.identifier,
        lot=batch.lot,
        butcher_date=batch.butchered_on,
        arrival_date=batch.arrived_on,
        use_by=batch.use_by,
        quantity=from_thousandths(batch.quantity),
        unit=batch.unit,
        note=batch.note,
        fresh_days=batch.fresh_days,
        caution_days=batch.caution_days,
        use_by_days=batch.use_by_days,
        state=batch.state,
        left_on=batch.left_on,
        recall_reason=batch.recall_reason,
        code=batch.code,
        scans=batch.scans,
        created_at=batch.created_at,
        events=events,
    )


def _shop_document(shop: models.Shop) -> ShopDocument:
    return ShopDocument.model_construct(
        name=shop.name,
        contact=shop.contact,
        timezone=shop.timezone,
        public_url=shop.public_url,
        fresh_days=shop.fresh_days,
        caution_days=shop.caution_days,
        logo=shop.logo,
    )


class DoubledPart(ValueError):
    """Two products or batches of a document are one; the message names it."""


def shelf_of(document: ShelfDocument) -> ShelfRecord:
    """A document as a shelf.

    Decodes the logo, which takes a moment. Raises `LogoRefused`, `DoubledPart`, and `KeyError` for
    a product that the document does not hold.
    """
    keys = {each.id: each.source_key or f"almanac:{each.id}" for each in document.products}
    shelf = ShelfRecord(
        _shop_of(document.shop),
        tuple(_product_of(each, keys[each.id]) for each in document.products),
        tuple(_batch_of(each, keys[each.product_id]) for each in document.batches),
    )
    _require_distinct((each.name, (each.key, each.id)) for each in shelf.products)
    shown = [each for each in shelf.products if not each.is_deleted]
    _require_distinct((each.name, (likeness(each.name),)) for each in shown)
    _require_distinct(
        (each.identifier, (each.key, each.id, each.code, likeness(each.identifier)))
        for each in shelf.batches
    )
    return shelf


def _require_distinct(parts: Iterable[tuple[str, Sequence[object]]]) -> None:
    taken: set[tuple[int, object]] = set()
    for name, marks in parts:
        own = set(enumerate(marks))
        if own & taken:
            raise DoubledPart(name)
        taken |= own


def _shop_of(shop: ShopDocument) -> ShopRecord:
    logo = None if shop.logo is None else rewrite_logo(shop.logo)
    return ShopRecord(
        shop.name,
        shop.contact,
        shop.timezone,
        shop.public_url,
        Limits(shop.fresh_days, shop.caution_days),
        None if logo is None else logo.content,
        None if logo is None else logo.hash,
    )


def _product_of(product: ProductDocument, key: str) -> ProductRecord:
    return ProductRecord(
        key,
        product.name,
        product.emoji,
        Limits(product.fresh_days, product.caution_days, product.use_by_days),
        product.created_at,
        product.is_deleted,
        product.id,
    )


def _batch_of(batch: BatchDocument, product_key: str) -> BatchRecord:
    limits = Limits(batch.fresh_days, batch.caution_days, batch.use_by_days)
    return BatchRecord(
        key=batch.source_key or f"almanac:{batch.id}",
        product_key=product_key,
        identifier=batch.batch_identifier,
        batch=Batch(batch.arrival_date, batch.butcher_date, batch.use_by, limits, batch.state),
        created_at=batch.created_at,
        lot=batch.lot,
        quantity=to_thousandths(batch.quantity),
        unit=batch.unit,
        note=batch.note,
        left_on=batch.left_on,
        recall_reason=batch.recall_reason,
        code=batch.code,
        scans=batch.scans,
        events=tuple(
            EventRecord(each.kind, each.at, each.on, each.state, each.reason, each.changes)
            for each in batch.events
        ),
        id=batch.id,
    )
