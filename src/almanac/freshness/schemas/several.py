"""Bodies of changes to several batches at once, and of what undoes them."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from pydantic import Field

from almanac.core.fields import Day
from almanac.core.schema import Body, View
from almanac.freshness.domain.checks import MAX_BATCHES_AT_ONCE
from almanac.freshness.domain.model import BatchState
from almanac.freshness.schemas.batch import BatchRead, Lot, Reason


class BulkAction(StrEnum):
    """What can be done with several batches."""

    SOLD = "sold"
    DISCARDED = "discarded"
    RECALLED = "recalled"
    RESTORED = "restored"
    DELETE = "delete"
    UNDELETE = "undelete"


class BatchBulk(Body):
    """One change to several batches: to all of them, or when one cannot take it, to none.

    `on` is of what was sold or discarded; `state` is what the client saw of what it restores:
    batches that are in another by now stay as they are.
    """

    ids: list[UUID] = Field(min_length=1, max_length=MAX_BATCHES_AT_ONCE)
    action: BulkAction
    reason: Reason = ""
    on: Day | None = None
    state: BatchState | None = None


class BatchBulkResult(View):
    """The batches as they stand now, in the order asked for, without those that were deleted.

    `undo` is what to post to `/batches/bulk` to take exactly this back; null when nothing changed,
    and when what changed cannot be put back by one change.
    """

    data: list[BatchRead]
    undo: BatchBulk | None


class RecallRequest(Body):
    """Which batches to recall: those of a lot, or of a product by their arrival, or both."""

    lot: Lot = ""
    product_id: UUID | None = None
    arrived_from: Day | None = None
    arrived_to: Day | None = None
    reason: Reason = ""


class RecallResult(View):
    """The batches that are meant, newest arrival first; in a dry run as they stand, untouched.

    `states` counts them by the state they were in before; `already` were recalled before.
    """

    dry_run: bool
    data: list[BatchRead]
    count: int
    already: int
    states: dict[BatchState, int]
    on: date
    undo: BatchBulk | None
