"""A whole shelf on its way in from a file, free of rows of this database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from almanac.freshness.domain.events import EventKind
from almanac.freshness.domain.model import Batch, BatchState, Limits


@dataclass(frozen=True, slots=True)
class ShopRecord:
    """The shop's profile; `logo` was written by us."""

    name: str = ""
    contact: str = ""
    timezone: str | None = None
    public_url: str | None = None
    limits: Limits = field(default_factory=Limits)
    logo: bytes | None = None
    logo_hash: str | None = None


@dataclass(frozen=True, slots=True)
class ProductRecord:
    """A product. `key` names it at its source; `id` is its id here, if it came from Almanac."""

    key: str
    name: str
    emoji: str
    limits: Limits
    created_at: datetime
    is_deleted: bool = False
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class EventRecord:
    """Something that was done with a batch; `changes` as the API writes them."""

    kind: EventKind
    at: datetime
    on: date
    state: BatchState
    reason: str = ""
    changes: Mapping[str, Sequence[object]] | None = None


@dataclass(frozen=True, slots=True)
class BatchRecord:
    """A batch with its history, oldest first; `product_key` names a product of the same file.

    `quantity` is in thousandths. Without a code it gets one.
    """

    key: str
    product_key: str
    identifier: str
    batch: Batch
    created_at: datetime
    lot: str = ""
    quantity: int | None = None
    unit: str = ""
    note: str = ""
    left_on: date | None = None
    recall_reason: str = ""
    code: str | None = None
    scans: int = 0
    events: tuple[EventRecord, ...] = ()
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ShelfRecord:
    """A shop with its products, in their order, and their batches, oldest first."""

    shop: ShopRecord
    products: tuple[ProductRecord, ...] = ()
    batches: tuple[BatchRecord, ...] = ()
