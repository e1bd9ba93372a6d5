"""What anybody reads of a batch whose code they have: no ids, nothing of its owner."""

from datetime import date, datetime

from pydantic import Field

from almanac.core.schema import View
from almanac.freshness.domain.model import BatchState, Status
from almanac.freshness.schemas.batch import NextChange


class PublicProduct(View):
    name: str
    emoji: str


class PublicShop(View):
    name: str
    contact: str


class PublicBatch(View):
    """A batch as its label tells it today."""

    code: str
    product: PublicProduct
    batch_identifier: str
    lot: str
    butcher_date: date | None
    arrival_date: date
    use_by: date | None = Field(description="The last day of use")
    state: BatchState
    status: Status
    next_change: NextChange | None
    days_on_shelf: int = Field(description="Since the arrival by the calendar; negative before it")
    left_on: date | None = Field(description="When it was sold or discarded")
    recall_reason: str
    shop: PublicShop
    today: date = Field(description="The date at the shop, by which the status is told")
    updated_at: datetime
