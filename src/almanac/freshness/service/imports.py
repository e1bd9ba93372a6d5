"""Bringing a table of batches in: what can be is added, what cannot is named with its place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import invalid_field
from almanac.core.ids import new_id
from almanac.freshness import models
from almanac.freshness.domain.checks import Fault, batch_faults
from almanac.freshness.domain.events import CHANGES_OF_STATE, EventKind
from almanac.freshness.domain.identifiers import likeness, next_identifier
from almanac.freshness.domain.model import BatchState
from almanac.freshness.domain.table_reading import (
    NoTable,
    TableRow,
    read_day,
    read_number,
    read_rows,
)
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries import rows
from almanac.freshness.schemas.batch import BatchCreate, BatchRecall
from almanac.freshness.schemas.imports import BatchImportResult, RowFault
from almanac.freshness.schemas.product import ProductCreate
from almanac.freshness.schemas.several import BatchBulk, BulkAction
from almanac.freshness.service.batches import given_limits, new_batch
from almanac.freshness.service.events import record
from almanac.freshness.service.listing import show_batches
from almanac.freshness.service.lookup import MAX_PRODUCTS, require_room, shop_today
from almanac.freshness.service.opening import DEFAULTS, open_shop, starting_products
from almanac.freshness.service.products import TooManyProducts
from almanac.freshness.service.states import Change, change_state
from almanac.freshness.service.values import batch_of, batch_values

_DAYS = ("butcher_date", "arrival_date", "use_by")
_NUMBERS = ("quantity", "fresh_days", "caution_days", "use_by_days")
_KINDS = {state: kind for kind, state in CHANGES_OF_STATE.items()}
_NO_PRODUCT = UUID(int=0)
MESSAGES = {
    "not_text": "This is no text",
    "damaged": "This is no table that can be read",
    "missing_headings": "The first line has to name the columns, `product` at least",
    "too_many_rows": "Bring in at most 1000 rows at once",
}


@dataclass(frozen=True, slots=True)
class RowChange:
    """Where a batch went: on the day the row says, if it says one."""

    kind: EventKind
    on: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class ReadBatch:
    """A row that can be a batch, and where it is now."""

    number: int
    product: str
    data: BatchCreate
    change: RowChange | None


@dataclass(slots=True)
class ReadTable:
    """The rows that can be batches, and what is wrong with the others."""

    batches: list[ReadBatch] = field(default_factory=list)
    refused: list[RowFault] = field(default_factory=list)


def read_table(data: bytes) -> ReadTable:
    """What a file holds. Raises `Invalid` for `/body/file`."""
    try:
        found = read_rows(data)
    except NoTable as exc:
        code = str(exc)
        raise invalid_field("/body/file", code, MESSAGES[code]) from exc
    table = ReadTable()
    for row in found:
        batch = _read_row(row, table.refused)
        if batch is not None:
            table.batches.append(batch)
    return table


async def bring_in(
    session: AsyncSession, user_id: UUID, table: ReadTable, *, dry_run: bool, view: Viewpoint
) -> BatchImportResult:
    """Add what is not there yet, with products that are not either; a dry run only says what.

    Raises `TooManyBatches`, `TooManyDeleted`, `TooManyProducts`.
    """
    if not dry_run:
        await open_shop(session, user_id, view=view)
    shop = await rows.find_shop(session, user_id)
    there = await rows.list_products(session, user_id) if shop else starting_products(user_id, view)
    plan = _Plan(
        user_id,
        view,
        shop_today(shop, view),
        {each.name_key: each for each in there},
        *await rows.identifiers_in_use(session, user_id),
        refused=list(table.refused),
    )
    for each in table.batches:
        plan.take(each, shop)
    if len(plan.products) > MAX_PRODUCTS:
        raise TooManyProducts
    if plan.added:
        await require_room(session, user_id, fresh=len(plan.added))
    ids = [batch.id for batch, _ in plan.added]
    if not dry_run:
        await _write(session, plan)
    return BatchImportResult(
        dry_run=dry_run,
        added=len(ids),
        present=plan.present,
        refused=sorted(plan.refused, key=lambda fault: fault.row),
        products_added=[product.name for product in plan.fresh],
        data=[] if dry_run else await show_batches(session, user_id, ids, shop, view=view),
        undo=BatchBulk(ids=ids, action=BulkAction.DELETE) if ids and not dry_run else None,
    )


@dataclass(slots=True)
class _Plan:
    """What becomes of the rows of a table, as things stand."""

    user_id: UUID
    view: Viewpoint
    today: date
    products: dict[str, models.Product]
    last: str | None
    taken: set[str]
    refused: list[RowFault]
    present: int = 0
    added: list[tuple[models.Batch, RowChange | None]] = field(default_factory=list)
    fresh: list[models.Product] = field(default_factory=list)

    def take(self, read: ReadBatch, shop: models.Shop | None) -> None:
        """Add the row's batch, find that it is there, or refuse it."""
        if read.data.batch_identifier and likeness(read.data.batch_identifier) in self.taken:
            self.present += 1
            return
        product = self.products.get(likeness(read.product))
        is_new = product is None
        product = product or self._new_product(read.product, shop)
        batch = self._batch(read, product)
        faults = batch_faults(batch_of(batch), self.today)
        has_left = read.change is not None and read.change.kind is not EventKind.RECALLED
        if has_left and batch.arrived_on > self.today:
            faults.append(Fault("state", "before_arrival", "It has not arrived yet"))
        if faults:
            self.refused += [RowFault(row=read.number, **fault._asdict()) for fault in faults]
            return
        if is_new:
            self.products[product.name_key] = product
            self.fresh.append(product)
        self.last = batch.identifier
        self.taken.add(batch.identifier_key)
        self.added.append((batch, read.change))

    def _batch(self, read: ReadBatch, product: models.Product) -> models.Batch:
        values = batch_values(read.data, BatchCreate.model_fields)
        values |= {
            "product_id": product.id,
            "identifier": values["identifier"]
            or next_identifier(self.last, self.taken, self.today),
            "arrived_on": values["arrived_on"] or self.today,
        }
        values |= given_limits(read.data, product)
        return new_batch(self.user_id, new_id(), values, self.view)

    def _new_product(self, name: str, shop: models.Shop | None) -> models.Product:
        return models.Product(
            user_id=self.user_id,
            id=new_id(),
            name=name,
            name_key=likeness(name),
            emoji="",
            fresh_days=DEFAULTS.fresh_days if shop is None else shop.fresh_days,
            caution_days=DEFAULTS.caution_days if shop is None else shop.caution_days,
            use_by_days=None,
            position=1 + max((each.position for each in self.products.values()), default=-1),
            created_at=self.view.now,
            updated_at=self.view.now,
        )


async def _write(session: AsyncSession, plan: _Plan) -> None:
    """Write what was planned; a row that was sold, discarded or recalled goes there at once."""
    session.add_all(plan.fresh)
    await session.flush()
    session.add_all(batch for batch, _ in plan.added)
    await session.flush()
    for batch, change in plan.added:
        record(session, batch, EventKind.CREATED, on=plan.today, now=plan.view.now)
        if change is not None:
            on = min(max(change.on or plan.today, batch.arrived_on), plan.today)
            change_state(session, batch, Change(change.kind, on, change.reason), plan.view)
    await session.flush()


def _read_row(row: TableRow, refused: list[RowFault]) -> ReadBatch | None:
    """The row as a body of the API would be, or None, with its faults added to `refused`."""
    cells, values = row.cells, dict[str, Any]()
    faults: list[RowFault] = []
    readers: dict[str, Callable[[str], object]] = {
        **dict.fromkeys(_DAYS, read_day),
        **dict.fromkeys(_NUMBERS, read_number),
    }
    for name in BatchCreate.model_fields.keys() & cells.keys():
        try:
            values[name] = readers.get(name, str)(cells[name])
        except (ValueError, OverflowError):
            faults.append(_fault(row, name, "unreadable", "This cannot be read"))
    product = cells.get("product", "")
    if not product:
        faults.append(_fault(row, "product", "required", "Name the product"))
    change = _read_change(row, faults)
    data = _checked(row, values, faults)
    refused += faults
    if faults or data is None:
        return None
    return ReadBatch(row.number, ProductCreate(name=product).name, data, change)


def _checked(
    row: TableRow, values: Mapping[str, Any], faults: list[RowFault]
) -> BatchCreate | None:
    try:
        if product := row.cells.get("product"):
            ProductCreate(name=product)
        return BatchCreate(product_id=_NO_PRODUCT, **values)
    except ValidationError as exc:
        for error in exc.errors(include_url=False, include_input=False, include_context=False):
            name = str(error["loc"][0])
            place = "product" if name == "name" else name
            faults.append(_fault(row, place, error["type"], error["msg"]))
    return None


def _read_change(row: TableRow, faults: list[RowFault]) -> RowChange | None:
    written = row.cells.get("state", BatchState.ON_SHELF.value).casefold()
    try:
        state = BatchState(written)
        on = read_day(row.cells["left_on"]) if "left_on" in row.cells else None
    except ValueError:
        name = "state" if written not in set(BatchState) else "left_on"
        faults.append(_fault(row, name, "unreadable", "This cannot be read"))
        return None
    if state is BatchState.ON_SHELF:
        return None
    try:
        said = BatchRecall(reason=row.cells.get("reason", ""))
    except ValidationError as exc:
        faults += [_fault(row, "reason", each["type"], each["msg"]) for each in exc.errors()]
        return None
    return RowChange(_KINDS[state], on, said.reason)


def _fault(row: TableRow, name: str, code: str, detail: str) -> RowFault:
    return RowFault(row=row.number, field=name, code=code, detail=detail)
