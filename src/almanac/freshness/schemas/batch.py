"""Bodies of batches."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from almanac.core.fields import Day
from almanac.core.schema import Body, Patch, View
from almanac.core.text import Line, Prose
from almanac.freshness.domain.events import EventKind
from almanac.freshness.domain.identifiers import MAX_LENGTH
from almanac.freshness.domain.model import BatchState, Status
from almanac.freshness.schemas.product import Days, ProductMark

MAX_QUANTITY = 1_000_000
MAX_REASON = 500

Identifier = Annotated[Line, Field(min_length=1, max_length=MAX_LENGTH, examples=["B-1001"])]
Lot = Annotated[Line, Field(max_length=60)]
Quantity = Annotated[
    float,
    Field(ge=0, le=MAX_QUANTITY, allow_inf_nan=False, description="To 3 decimals"),
]
Unit = Annotated[Line, Field(max_length=12, examples=["kg"])]
Note = Annotated[Prose, Field(max_length=2000)]
Reason = Annotated[Prose, Field(max_length=MAX_REASON)]


class BatchCreate(Body):
    """Goods that arrived together.

    Left out: the identifier is the next one, the arrival is today, the limits are the product's.
    """

    product_id: UUID
    batch_identifier: Identifier | None = None
    lot: Lot = ""
    butcher_date: Day | None = Field(default=None, description="When it was cut or packed")
    arrival_date: Day | None = Field(default=None, description="At most a year ahead")
    use_by: Day | None = Field(default=None, description="As written on the goods")
    quantity: Quantity | None = None
    unit: Unit = ""
    note: Note = ""
    fresh_days: Days | None = None
    caution_days: Days | None = None
    use_by_days: Days | None = None


class BatchUpdate(Patch):
    """Fields to change; what is left out stays.

    Another product brings its limits along, unless they are given too.
    """

    clearable = frozenset({"butcher_date", "use_by", "quantity", "use_by_days"})

    product_id: UUID | None = None
    batch_identifier: Identifier | None = None
    lot: Lot | None = None
    butcher_date: Day | None = None
    arrival_date: Day | None = None
    use_by: Day | None = None
    quantity: Quantity | None = None
    unit: Unit | None = None
    note: Note | None = None
    fresh_days: Days | None = None
    caution_days: Days | None = None
    use_by_days: Days | None = None


class UseByRule(StrEnum):
    """Where a use-by date comes from."""

    WRITTEN = "written"
    PRODUCT = "product"


class NextChange(View):
    """The day on which the status is another, if nobody does anything, and which."""

    on: date
    status: Status


class LimitsRead(View):
    """The limits that a batch was made with."""

    fresh_days: int
    caution_days: int
    use_by_days: int | None


class BatchRead(View):
    """A batch as it stands today at the shop."""

    id: UUID
    product: ProductMark
    batch_identifier: str
    lot: str
    butcher_date: date | None
    arrival_date: date
    use_by: date | None = Field(description="The last day of use, however it is known")
    use_by_rule: UseByRule | None
    quantity: float | None
    unit: str
    note: str
    state: BatchState
    status: Status
    next_change: NextChange | None
    days_on_shelf: int = Field(description="Since the arrival by the calendar; negative before it")
    limits: LimitsRead
    left_on: date | None = Field(description="When it was sold or discarded")
    recall_reason: str
    code: str
    code_grouped: str
    public_url: str
    scans: int
    created_at: datetime
    updated_at: datetime


class BatchCounts(View):
    """How many batches pass the other filters, by each status and each state."""

    status: dict[Status, int]
    state: dict[BatchState, int]


class BatchList(View):
    """A page of batches, with counts that tell what other choices would show.

    Those by status pass the filter of states, and those by state that of statuses.
    """

    data: list[BatchRead]
    count: int
    next_cursor: str | None
    counts: BatchCounts
    today: date = Field(description="The date at the shop, by which the statuses are told")


class NextIdentifier(View):
    """A free identifier that goes on where the last one stopped."""

    batch_identifier: str


class BatchLeave(Body):
    """Say that a batch was sold or discarded, today or on an earlier day since its arrival."""

    on: Day | None = None
    reason: Reason = ""


class BatchRecall(Body):
    reason: Reason = ""


class BatchRestore(Body):
    """Take the last change of state back.

    `state` is what the client saw: when it is another by now, nothing happens.
    """

    state: BatchState | None = None


class BatchDuplicate(Body):
    """A copy that arrives on another day; without an identifier it gets the next one."""

    batch_identifier: Identifier | None = None
    arrival_date: Day | None = None


class ChangeRead(View):
    """A field that was changed, as the API writes it."""

    field: str
    old: Any
    new: Any


class EventRead(View):
    """Something that was done with a batch, and its state afterwards."""

    number: int
    kind: EventKind
    at: datetime
    on: date
    state: BatchState
    reason: str
    changes: list[ChangeRead]


class History(View):
    """What was done with a batch, the latest first."""

    data: list[EventRead]
    count: int
    next_cursor: str | None
