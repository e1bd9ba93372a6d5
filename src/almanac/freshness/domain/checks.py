"""What cannot be: values that no product, batch or print can have, each with its field."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from almanac.freshness.domain.model import Batch, Limits
from almanac.freshness.domain.stocks import MAX_LABELS, MAX_OFFSET, Stock

MAX_DAYS = 3650
"""Most days on a shelf that a limit speaks of: ten years, for what is dried or in tins."""
MAX_BATCHES_AT_ONCE = 1000
"""Most batches that one request changes, so that every print can be changed as a whole."""
MAX_AHEAD = timedelta(days=366)
"""How far ahead an arrival can be planned: a year."""


class Fault(NamedTuple):
    """A field that cannot be as it is: its name, a code, a sentence."""

    field: str
    code: str
    detail: str


def limit_faults(limits: Limits) -> list[Fault]:
    """Faults of how long something is fresh."""
    faults = [
        *_days("fresh_days", limits.fresh_days),
        *_days("caution_days", limits.caution_days),
        *_days("use_by_days", limits.use_by_days),
    ]
    if not faults and limits.caution_days < limits.fresh_days:
        detail = "Caution cannot end before what is fresh does"
        faults.append(Fault("caution_days", "below_fresh_days", detail))
    return faults


def batch_faults(batch: Batch, today: date) -> list[Fault]:
    """Faults of a batch's dates, as the shop's calendar stands."""
    faults = limit_faults(batch.limits)
    if batch.arrived_on > today + MAX_AHEAD:
        detail = "An arrival can be planned at most a year ahead"
        faults.append(Fault("arrival_date", "too_far_ahead", detail))
    if batch.butchered_on is not None and batch.butchered_on > batch.arrived_on:
        detail = "Goods cannot be cut or packed after they arrived"
        faults.append(Fault("butcher_date", "after_arrival", detail))
    if batch.use_by is not None and batch.use_by < (batch.butchered_on or batch.arrived_on):
        detail = "The use-by date lies before the goods were cut or arrived"
        faults.append(Fault("use_by", "before_start", detail))
    return faults


def label_faults(
    stock: Stock, count: int, start_at: int, offset: tuple[float, float]
) -> list[Fault]:
    """Faults of a print of labels."""
    faults = []
    if not 1 <= start_at <= stock.labels:
        detail = f"{stock.name} has labels 1 to {stock.labels}"
        faults.append(Fault("start_at", "out_of_range", detail))
    if not 1 <= count <= MAX_LABELS:
        faults.append(Fault("batch_ids", "too_many", f"Print 1 to {MAX_LABELS} labels at once"))
    for number, shift in enumerate(offset):
        # Written so that what is not a number is refused as well.
        if not -MAX_OFFSET <= shift <= MAX_OFFSET:
            detail = f"Shift by at most {MAX_OFFSET:g} mm"
            faults.append(Fault(f"offset_mm/{number}", "out_of_range", detail))
    return faults


def _days(field: str, value: int | None) -> Iterator[Fault]:
    if value is not None and not 0 <= value <= MAX_DAYS:
        yield Fault(field, "out_of_range", f"Use a number of days from 0 to {MAX_DAYS}")
