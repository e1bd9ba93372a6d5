"""Which batches a day is to be told about."""

from datetime import date, timedelta
from enum import StrEnum

from almanac.freshness.domain.model import Batch, BatchState, Status
from almanac.freshness.domain.status import status_of, turns_of

_DAY = timedelta(days=1)
EXPIRED_FOR = timedelta(days=7)
"""How long what expired on the shelf is brought up; after that the shelf alone tells it."""


class Concern(StrEnum):
    """Why a batch is brought up."""

    EXPIRED = "expired"
    CAUTION = "caution"
    TURNS_TOMORROW = "turns_tomorrow"
    LEFT_TODAY = "left_today"


def concern(batch: Batch, left_on: date | None, today: date) -> Concern | None:
    """Why a batch is brought up on a day; None if it is not.

    On the shelf: what is at caution, has expired lately, or turns to either tomorrow. What left
    the shelf today stays, so that it can be taken back, if it would be brought up.
    """
    turns = turns_of(batch)
    if batch.arrived_on > today or turns.caution_on > today + _DAY:
        return None
    if batch.state is not BatchState.ON_SHELF:
        return Concern.LEFT_TODAY if left_on == today else None
    if turns.expires_on <= today - EXPIRED_FOR:
        return None
    match status_of(batch, today):
        case Status.EXPIRED:
            return Concern.EXPIRED
        case Status.CAUTION:
            return Concern.CAUTION
    return Concern.TURNS_TOMORROW
