"""What a list of batches shows, and in which order."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from almanac.freshness.domain.model import BatchState, Status

Sort = Literal[
    "arrival_date",
    "-arrival_date",
    "expires_on",
    "-expires_on",
    "left_on",
    "-left_on",
    "batch_identifier",
    "-batch_identifier",
    "product",
    "-product",
    "created_at",
    "-created_at",
    "updated_at",
    "-updated_at",
]


@dataclass(frozen=True, slots=True)
class BatchFilter:
    """Every one that is given must hold; of several statuses or states, one must."""

    statuses: frozenset[Status] = frozenset()
    states: frozenset[BatchState] = frozenset()
    product_id: UUID | None = None
    words: str = ""
    lot: str = ""
    arrived_from: date | None = None
    arrived_to: date | None = None
    sort: Sort = "-arrival_date"
