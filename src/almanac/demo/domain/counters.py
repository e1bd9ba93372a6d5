"""The counter of the demo account: a dozen products, sixty batches of the last weeks.

Chances come from a generator seeded with the day: the same day, the same shelf.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from almanac.demo.domain.task_history import Calendar
from almanac.freshness.domain.events import EventKind
from almanac.freshness.domain.model import Batch, BatchState, Limits
from almanac.freshness.domain.transfer import (
    BatchRecord,
    EventRecord,
    ProductRecord,
    ShelfRecord,
    ShopRecord,
)

BATCHES = 60
# So many days back the oldest arrived, the newest arrive in a few days.
SPAN, AHEAD = 45, 2
# Of what left the shelf: how many were thrown away.
WASTED = 0.12
RECALLED_LOT = "L-2207"


class Ware(NamedTuple):
    """A product, and how its batches are counted."""

    name: str
    emoji: str
    limits: Limits
    unit: str


WARES = (
    Ware("Chicken", "🍗", Limits(2, 4, 6), "kg"),
    Ware("Beef", "🥩", Limits(3, 5), "kg"),
    Ware("Pork", "🍖", Limits(3, 5), "kg"),
    Ware("Seafood", "🦐", Limits(1, 2), "kg"),
    Ware("Minced beef", "🥩", Limits(1, 2, 3), "kg"),
    Ware("Lamb", "🐑", Limits(3, 5), "kg"),
    Ware("Turkey", "🦃", Limits(2, 4), "kg"),
    Ware("Salmon", "🐟", Limits(1, 2), "kg"),
    Ware("Bratwurst", "🌭", Limits(1, 2, 4), "pcs"),
    Ware("Cooked ham", "🍖", Limits(5, 7, 14), "kg"),
    Ware("Soft cheese", "🧀", Limits(7, 14), "pcs"),
    Ware("Eggs", "🥚", Limits(21, 28), "pcs"),
)


def shelf_record(calendar: Calendar) -> ShelfRecord:
    """The shop with its shelf as it is today."""
    made = calendar.moment(
        calendar.today - timedelta(days=SPAN),
        random.Random("shop"),  # noqa: S311 - not secret
    )
    products = [
        ProductRecord(f"demo:{ware.name}", ware.name, ware.emoji, ware.limits, made)
        for ware in WARES
    ]
    shop = ShopRecord("The Corner Butcher", "12 Market Square\nOpen Tuesday to Saturday")
    return ShelfRecord(shop, tuple(products), tuple(_batches(calendar)))


def _batches(calendar: Calendar) -> Iterator[BatchRecord]:
    chance = random.Random(f"{calendar.today} counter")  # noqa: S311 - believable, not secret
    for number in range(BATCHES):
        ware = WARES[number % len(WARES)]
        ago = SPAN - (SPAN + AHEAD) * number // (BATCHES - 1)
        yield _batch(number, ware, calendar.today - timedelta(days=ago), calendar, chance)


def _batch(
    number: int, ware: Ware, arrived_on: date, calendar: Calendar, chance: random.Random
) -> BatchRecord:
    lot = RECALLED_LOT if number in {20, 21} else f"L-{2000 + 10 * number + chance.randint(0, 9)}"
    events = tuple(_events(ware, arrived_on, calendar, chance, is_recalled=lot == RECALLED_LOT))
    last = events[-1]
    left = last.state in {BatchState.SOLD, BatchState.DISCARDED}
    packed_on = arrived_on - timedelta(days=chance.randint(0, 2))
    amount = chance.randint(4, 40) * (250 if ware.unit == "kg" else 1000)
    return BatchRecord(
        key=f"demo:batch {number}",
        product_key=f"demo:{ware.name}",
        identifier=f"B-{1001 + number}",
        batch=Batch(arrived_on, packed_on, None, ware.limits, last.state),
        created_at=events[0].at,
        lot=lot,
        quantity=amount,
        unit=ware.unit,
        left_on=last.on if left else None,
        recall_reason=last.reason,
        scans=chance.randint(0, 25),
        events=events,
    )


def _events(
    ware: Ware,
    arrived_on: date,
    calendar: Calendar,
    chance: random.Random,
    *,
    is_recalled: bool,
) -> Iterator[EventRecord]:
    """What was done with it up to now: written down, then sold or wasted once its time had come."""
    begun_on = min(arrived_on, calendar.today)
    at = calendar.moment(begun_on, chance)
    yield EventRecord(EventKind.CREATED, at, begun_on, BatchState.ON_SHELF)
    left_on = arrived_on + timedelta(days=chance.randint(0, ware.limits.caution_days))
    is_wasted = chance.random() < WASTED
    if is_wasted:
        left_on = arrived_on + timedelta(days=ware.limits.caution_days + 1)
    if left_on >= calendar.today:
        return
    kind, state = (
        (EventKind.DISCARDED, BatchState.DISCARDED)
        if is_wasted
        else (EventKind.SOLD, BatchState.SOLD)
    )
    at = max(at, calendar.moment(left_on, chance))
    yield EventRecord(kind, at, left_on, state)
    if is_recalled:
        on = min(left_on + timedelta(days=2), calendar.today)
        at = max(at, calendar.moment(on, chance))
        yield EventRecord(EventKind.RECALLED, at, on, BatchState.RECALLED, "Cooling failed")
