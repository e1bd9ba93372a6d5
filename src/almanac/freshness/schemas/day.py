"""A batch as an entry of a day."""

from datetime import date
from typing import Literal

from almanac.core.day import DayEntry
from almanac.freshness.domain.model import BatchState, Status
from almanac.freshness.schemas.product import ProductMark


class BatchEntry(DayEntry):
    """A batch that turns or has turned, while it is on the shelf and on the day it left.

    `expires_on` is the first day on which it is expired.
    """

    kind: Literal["batch"] = "batch"
    product: ProductMark
    batch_identifier: str
    batch_state: BatchState
    status: Status
    caution_on: date
    expires_on: date
    days_on_shelf: int
    quantity: float | None
    unit: str

    @property
    def is_counted(self) -> bool:
        """A shelf is looked after all the time; a day is not judged by it."""
        return False
