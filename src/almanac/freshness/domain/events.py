"""What was done with a batch, and how it stood before the last change of its state."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from almanac.freshness.domain.model import BatchState
from almanac.freshness.domain.states import restored


class EventKind(StrEnum):
    """Something that a history tells."""

    CREATED = "created"
    EDITED = "edited"
    SOLD = "sold"
    DISCARDED = "discarded"
    RECALLED = "recalled"
    RESTORED = "restored"
    NEW_CODE = "new_code"
    DELETED = "deleted"
    UNDELETED = "undeleted"


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a batch, since when, and why."""

    state: BatchState = BatchState.ON_SHELF
    on: date | None = None
    reason: str = ""

    @property
    def left_on(self) -> date | None:
        """When it was sold or discarded."""
        return self.on if self.state in {BatchState.SOLD, BatchState.DISCARDED} else None


CHANGES_OF_STATE = {
    EventKind.SOLD: BatchState.SOLD,
    EventKind.DISCARDED: BatchState.DISCARDED,
    EventKind.RECALLED: BatchState.RECALLED,
}


def before_last(events: Iterable[tuple[EventKind, date, str]]) -> Standing | None:
    """How a batch stood before its last change that was not taken back; None if there is none.

    `events` are kinds, dates and reasons, oldest first; those of other kinds play no part.
    """
    past = [Standing()]
    for kind, on, reason in events:
        if kind in CHANGES_OF_STATE:
            past.append(Standing(CHANGES_OF_STATE[kind], on, reason))
        elif kind is EventKind.RESTORED and len(past) > 1:
            past.pop()
    return past[-2] if restored([each.state for each in past]) is not None else None
