"""From which state to which a batch can go, and what taking a change back leads to."""

from collections.abc import Sequence

from almanac.freshness.domain.model import BatchState

_LEADS_TO = {
    BatchState.ON_SHELF: frozenset({BatchState.SOLD, BatchState.DISCARDED, BatchState.RECALLED}),
    # A recall is about what was sold most of all, and about what was thrown away so that the list
    # to hand over is whole.
    BatchState.SOLD: frozenset({BatchState.RECALLED}),
    BatchState.DISCARDED: frozenset({BatchState.RECALLED}),
    BatchState.RECALLED: frozenset(),
}


def can_become(state: BatchState, other: BatchState) -> bool:
    """Whether a batch goes to another state; back it goes by `restored` alone."""
    return other in _LEADS_TO[state]


def restored(states: Sequence[BatchState]) -> BatchState | None:
    """The state before the last one, of all that a batch was in; None while it never changed.

    A batch that was sold and then recalled is sold again, and restored once more on the shelf.
    """
    return states[-2] if len(states) > 1 else None
