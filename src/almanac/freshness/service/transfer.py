"""Bringing a whole shelf in from Almanac's own document, and taking that back.

What is there stays as it is; what was deleted comes back. Codes are kept where they are free, so
that labels that were printed go on leading to their batches after a move.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.bulk_insert import insert_rows
from almanac.core.ids import new_id
from almanac.freshness import models
from almanac.freshness.domain.identifiers import likeness
from almanac.freshness.domain.model import Limits
from almanac.freshness.domain.status import turns_of
from almanac.freshness.domain.transfer import BatchRecord, ProductRecord, ShelfRecord, ShopRecord
from almanac.freshness.queries import moving, rows
from almanac.freshness.service.codes import new_code
from almanac.freshness.service.lookup import MAX_PRODUCTS, require_room
from almanac.freshness.service.opening import shop_values
from almanac.freshness.service.products import TooManyProducts


@dataclass(slots=True)
class PartCounts:
    """What an import adds of a kind, what it brings back, and what it leaves as it is."""

    added: int = 0
    restored: int = 0
    present: int = 0


@dataclass(slots=True)
class ShelfImport:
    """What an import does to a shelf."""

    products: PartCounts = field(default_factory=PartCounts)
    batches: PartCounts = field(default_factory=PartCounts)
    shop: bool = False

    @property
    def adds_something(self) -> bool:
        """Whether anything would be written."""
        parts = (self.products, self.batches)
        return self.shop or any(part.added or part.restored for part in parts)


@dataclass(slots=True)
class _Plan:
    own: dict[str, Any]
    counts: ShelfImport = field(default_factory=ShelfImport)
    products: list[dict[str, Any]] = field(default_factory=list)
    batches: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    restored: list[models.Product | models.Batch] = field(default_factory=list)
    product_ids: dict[str, UUID] = field(default_factory=dict)


async def import_shelf(
    session: AsyncSession,
    user_id: UUID,
    shelf: ShelfRecord | None,
    *,
    import_id: UUID,
    now: datetime,
    dry_run: bool = False,
) -> ShelfImport:
    """Add what is not there yet; with `dry_run` only count it.

    Raises `TooManyProducts`, `TooManyBatches`, `TooManyDeleted`.
    """
    if shelf is None:
        return ShelfImport()
    shop = await rows.find_shop(session, user_id, lock=not dry_run)
    if shop is None and not dry_run:
        # Without the products of a beginning: those of the file take their place.
        await rows.add_shop(session, shop_values(user_id, now))
        shop = await rows.find_shop(session, user_id, lock=True)
    plan = _Plan({"user_id": user_id, "import_id": import_id, "updated_at": now})
    await _plan_products(session, user_id, shelf.products, plan)
    await _plan_batches(session, user_id, shelf.batches, plan)
    plan.counts.shop = shelf.shop != ShopRecord() and (shop is None or _is_untouched(shop))
    if not dry_run and shop is not None:
        if plan.counts.shop:
            _take_over(shop, shelf, now)
        await _write(session, plan)
    return plan.counts


async def undo_import(
    session: AsyncSession, user_id: UUID, import_id: UUID, *, now: datetime
) -> tuple[int, int]:
    """Delete the products and batches that an import added; answers how many of each.

    Products that other batches are of stay. The shop keeps what it took over.
    """
    await rows.find_shop(session, user_id, lock=True)
    batches = await moving.batches_of_import(session, user_id, import_id)
    for batch in batches:
        batch.deleted_at = now
    await session.flush()
    products = await moving.unused_products_of_import(session, user_id, import_id)
    for product in products:
        product.deleted_at = now
    await session.flush()
    return len(products), len(batches)


async def _plan_products(
    session: AsyncSession, user_id: UUID, records: Sequence[ProductRecord], plan: _Plan
) -> None:
    there = await moving.all_products(session, user_id)
    # By name; None for those of the file, which are not there yet.
    shown: dict[str, models.Product | None] = {
        row.name_key: row for row in there if row.deleted_at is None
    }
    known: dict[object, models.Product] = {row.id: row for row in there}
    known |= {row.import_key: row for row in there if row.import_key is not None}
    place = max((row.position for row in there), default=-1)
    for record in records:
        name_key = likeness(record.name)
        found = known.get(record.id) or known.get(record.key)
        if found is None and not record.is_deleted:
            found = shown.get(name_key)
        if found is None:
            place += 1
            if not record.is_deleted:
                shown[name_key] = None
            product_id = new_id()
            values = plan.own | _product_values(record, product_id, place)
            plan.products.append(values | {"deleted_at": _deleted_at(record, plan)})
            plan.counts.products.added += 1
            plan.product_ids[record.key] = product_id
            continue
        plan.product_ids[record.key] = found.id
        is_wanted = found.deleted_at is not None and not record.is_deleted
        # It comes back under the name that it had here, whatever the file calls it.
        if is_wanted and found.name_key not in shown:
            shown[found.name_key] = found
            plan.restored.append(found)
            plan.counts.products.restored += 1
        else:
            plan.counts.products.present += 1
    if len(shown) > MAX_PRODUCTS:
        raise TooManyProducts


async def _plan_batches(
    session: AsyncSession, user_id: UUID, records: Sequence[BatchRecord], plan: _Plan
) -> None:
    there = await moving.known_batches(session, user_id)
    shown = {row.identifier_key for row in there if row.deleted_at is None}
    by_name: dict[object, models.Batch] = {row.id: row for row in there}
    by_name |= {row.import_key: row for row in there if row.import_key is not None}
    codes = [record.code for record in records if record.code is not None]
    if codes:
        await moving.hold_codes(session)
    taken = await moving.codes_in_use(session, codes)
    for record in records:
        key = likeness(record.identifier)
        found = by_name.get(record.id) or by_name.get(record.key)
        gone = found if found is not None and found.deleted_at is not None else None
        # It comes back under the identifier that it had here, whatever the file calls it.
        if gone is not None and gone.identifier_key not in shown:
            shown.add(gone.identifier_key)
            plan.restored.append(gone)
            plan.counts.batches.restored += 1
        elif found is not None or key in shown:
            plan.counts.batches.present += 1
        else:
            shown.add(key)
            _plan_batch(plan, record, taken)
    counts = plan.counts.batches
    fresh = counts.added + counts.restored
    if fresh:
        await require_room(session, user_id, fresh=fresh, kept=counts.restored)


def _plan_batch(plan: _Plan, record: BatchRecord, taken: set[str]) -> None:
    batch_id = new_id()
    is_free = record.code is not None and record.code not in taken
    code = record.code if is_free and record.code is not None else new_code()
    taken.add(code)
    plan.counts.batches.added += 1
    plan.batches.append(plan.own | _batch_values(record, batch_id, plan) | {"code": code})
    plan.events.extend(
        {
            "user_id": plan.own["user_id"],
            "batch_id": batch_id,
            "number": number,
            "kind": event.kind,
            "at": event.at,
            "on_date": event.on,
            "state": event.state,
            "reason": event.reason,
            "changes": dict(event.changes or {}),
        }
        for number, event in enumerate(record.events, start=1)
    )


def _product_values(record: ProductRecord, product_id: UUID, place: int) -> dict[str, Any]:
    return {
        "id": product_id,
        "import_key": record.key,
        "name": record.name,
        "name_key": likeness(record.name),
        "emoji": record.emoji,
        "fresh_days": record.limits.fresh_days,
        "caution_days": record.limits.caution_days,
        "use_by_days": record.limits.use_by_days,
        "position": place,
        "created_at": record.created_at,
    }


def _deleted_at(record: ProductRecord, plan: _Plan) -> datetime | None:
    now: datetime = plan.own["updated_at"]
    return now if record.is_deleted else None


def _batch_values(record: BatchRecord, batch_id: UUID, plan: _Plan) -> dict[str, Any]:
    batch, turns = record.batch, turns_of(record.batch)
    return {
        "id": batch_id,
        "import_key": record.key,
        "product_id": plan.product_ids[record.product_key],
        "identifier": record.identifier,
        "identifier_key": likeness(record.identifier),
        "lot": record.lot,
        "lot_key": likeness(record.lot),
        "butchered_on": batch.butchered_on,
        "arrived_on": batch.arrived_on,
        "use_by": batch.use_by,
        "quantity": record.quantity,
        "unit": record.unit,
        "note": record.note,
        "fresh_days": batch.limits.fresh_days,
        "caution_days": batch.limits.caution_days,
        "use_by_days": batch.limits.use_by_days,
        "caution_on": turns.caution_on,
        "expires_on": turns.expires_on,
        "state": batch.state,
        "left_on": record.left_on,
        "recall_reason": record.recall_reason,
        "scans": record.scans,
        "events_count": len(record.events),
        "created_at": record.created_at,
        "deleted_at": None,
    }


def _is_untouched(shop: models.Shop) -> bool:
    said = (shop.name, shop.contact, shop.timezone, shop.public_url, shop.logo_hash)
    limits = Limits(shop.fresh_days, shop.caution_days)
    return not any(said) and limits == Limits()


def _take_over(shop: models.Shop, shelf: ShelfRecord, now: datetime) -> None:
    record = shelf.shop
    shop.name, shop.contact, shop.updated_at = record.name, record.contact, now
    shop.timezone, shop.public_url = record.timezone, record.public_url
    shop.fresh_days, shop.caution_days = record.limits.fresh_days, record.limits.caution_days
    shop.logo, shop.logo_hash = record.logo, record.logo_hash


async def _write(session: AsyncSession, plan: _Plan) -> None:
    for row in plan.restored:
        row.deleted_at, row.import_id, row.updated_at = (
            None,
            plan.own["import_id"],
            plan.own["updated_at"],
        )
    await session.flush()
    await insert_rows(session, models.Product, plan.products)
    await insert_rows(session, models.Batch, plan.batches)
    await insert_rows(session, models.BatchEvent, plan.events)
