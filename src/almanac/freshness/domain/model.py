"""The words of freshness as values: limits, batches, what state they are in, how fresh they are."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum


@dataclass(frozen=True, slots=True)
class Limits:
    """How many days on the shelf a product is fresh, and then to be used with caution.

    A batch copies them when it is made, so that editing a product never revives a batch.
    `use_by_days` count from the butcher date, or from the arrival without one.
    """

    fresh_days: int = 2
    caution_days: int = 4
    use_by_days: int | None = None


class BatchState(StrEnum):
    """Where a batch is. What is recalled stays recalled until that is taken back."""

    ON_SHELF = "on_shelf"
    SOLD = "sold"
    DISCARDED = "discarded"
    RECALLED = "recalled"


class Status(StrEnum):
    """How fresh a batch is, as it is told to whoever scans its label."""

    NOT_YET = "not_yet"
    """It has not arrived: not on the shelf yet, and never called fresh."""
    FRESH = "fresh"
    CAUTION = "caution"
    EXPIRED = "expired"
    RECALLED = "recalled"


class Severity(IntEnum):
    """How bad a status is. What has not arrived is no better than what is fresh."""

    NOT_YET = 0
    FRESH = 1
    CAUTION = 2
    EXPIRED = 3
    RECALLED = 4


@dataclass(frozen=True, slots=True)
class Batch:
    """What a status follows from. Dates are those of the shop's calendar.

    `use_by` is the one written on the goods; without one it follows from the limits, if they have
    a rule for it.
    """

    arrived_on: date
    butchered_on: date | None = None
    use_by: date | None = None
    limits: Limits = Limits()
    state: BatchState = BatchState.ON_SHELF

    @property
    def last_use_on(self) -> date | None:
        """The last day on which it may be used: as written on it, else by its limits."""
        if self.use_by is not None or self.limits.use_by_days is None:
            return self.use_by
        return (self.butchered_on or self.arrived_on) + timedelta(days=self.limits.use_by_days)
