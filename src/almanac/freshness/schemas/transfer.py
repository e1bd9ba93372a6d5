"""A whole shelf as Almanac's own export writes it and its import reads it back."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Base64Bytes, Field, model_validator
from pydantic_core import PydanticCustomError

from almanac.core.fields import FIRST_DATE, LAST_DATE, Day
from almanac.core.schema import Body
from almanac.core.text import Line, Prose
from almanac.freshness.domain.codes import ALPHABET, LENGTH
from almanac.freshness.domain.events import EventKind
from almanac.freshness.domain.model import BatchState
from almanac.freshness.schemas.batch import Identifier, Lot, Note, Quantity, Reason, Unit
from almanac.freshness.schemas.product import Days, Emoji, ProductName
from almanac.freshness.schemas.shop import Contact, PublicAddress, ShopName
from almanac.identity.schemas import Zone

MAX_EVENTS = 100_000
MAX_LOGO_BYTES = 400_000
LEFT = frozenset({BatchState.SOLD, BatchState.DISCARDED})


def _within_the_calendar(moment: datetime) -> datetime:
    # A day from either end, so that no zone takes it out of what there is.
    if not FIRST_DATE < moment.date() < LAST_DATE:
        raise PydanticCustomError("date_out_of_range", "Use a date from 1900 to 2200")
    return moment


Instant = Annotated[AwareDatetime, AfterValidator(_within_the_calendar)]
SourceKey = Annotated[Line, Field(max_length=200)] | None
Code = Annotated[str, Field(pattern=f"^[{ALPHABET}]{{{LENGTH}}}$")]
Told = (
    Annotated[Prose, Field(max_length=2000)]
    | Annotated[int, Field(ge=-(2**53), le=2**53)]
    | Annotated[float, Field(allow_inf_nan=False)]
    | None
)
Change = Annotated[list[Told], Field(min_length=2, max_length=2)]
FieldName = Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]


class ShopDocument(Body):
    """The profile; the logo in base64."""

    name: ShopName
    contact: Contact
    timezone: Zone | None
    public_url: PublicAddress | None
    fresh_days: Days
    caution_days: Days
    logo: Annotated[Base64Bytes, Field(max_length=MAX_LOGO_BYTES)] | None


class ProductDocument(Body):
    """A product. `source_key` names it where it was imported from."""

    id: UUID
    source_key: SourceKey
    name: ProductName
    emoji: Emoji
    fresh_days: Days
    caution_days: Days
    use_by_days: Days | None
    is_deleted: bool
    created_at: Instant


class EventDocument(Body):
    kind: EventKind
    at: Instant
    on: Day
    state: BatchState
    reason: Reason
    changes: Annotated[dict[FieldName, Change], Field(max_length=30)]


class BatchDocument(Body):
    """A batch with its history, oldest first. `use_by` is the one written on the goods."""

    id: UUID
    source_key: SourceKey
    product_id: UUID
    batch_identifier: Identifier
    lot: Lot
    butcher_date: Day | None
    arrival_date: Day
    use_by: Day | None
    quantity: Quantity | None
    unit: Unit
    note: Note
    fresh_days: Days
    caution_days: Days
    use_by_days: Days | None
    state: BatchState
    left_on: Day | None
    recall_reason: Reason
    code: Code
    scans: Annotated[int, Field(ge=0, le=2**53)]
    created_at: Instant
    events: Annotated[list[EventDocument], Field(max_length=MAX_EVENTS)]

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if (self.left_on is not None) != (self.state in LEFT):
            raise PydanticCustomError("left_on", "What was sold or discarded left on a day")
        if self.events and self.events[-1].state is not self.state:
            raise PydanticCustomError("state", "The history ends in another state")
        return self


class ShelfDocument(Body):
    """The shop, its products in their order, its batches oldest first."""

    shop: ShopDocument
    # Deleted ones too, while a batch is of them.
    products: Annotated[list[ProductDocument], Field(max_length=3000)]
    batches: Annotated[list[BatchDocument], Field(max_length=10_000)]
