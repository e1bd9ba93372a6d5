"""What became of the goods: sold, wasted, how long they stood, by product and over time."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from almanac.freshness.domain.model import BatchState
from almanac.schedules.periods import period_bounds
from almanac.schedules.rules import Period, Weekday

_DAY = timedelta(days=1)


class Step(StrEnum):
    """How a range is cut into periods; weeks begin as the person's do."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Stay(NamedTuple):
    """A batch's time on the shelf. `left_on` is None while it is there or was recalled."""

    product_id: UUID
    arrived_on: date
    state: BatchState
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class Turnover:
    """Batches of one product over some days.

    Arrivals count on the day they arrived, sales and waste on the day they left, so that the
    numbers of two ranges that follow each other add up to those of both.
    """

    arrived: int = 0
    sold: int = 0
    discarded: int = 0
    days_until_sold: int = 0
    """Days on the shelf of all that were sold, together."""

    @property
    def waste_share(self) -> float | None:
        """Discarded of all that left, 0 to 1; None while nothing left."""
        left = self.sold + self.discarded
        return self.discarded / left if left else None

    @property
    def mean_days(self) -> float | None:
        """Mean days on the shelf of what was sold; None while nothing was."""
        return self.days_until_sold / self.sold if self.sold else None

    def __add__(self, other: "Turnover") -> "Turnover":
        return Turnover(
            self.arrived + other.arrived,
            self.sold + other.sold,
            self.discarded + other.discarded,
            self.days_until_sold + other.days_until_sold,
        )


def turnover(stays: Iterable[Stay], first: date, last: date) -> dict[UUID, Turnover]:
    """The turnover of each product from `first` to `last`, both included; none is left out."""
    found: defaultdict[UUID, Turnover] = defaultdict(Turnover)
    for stay in stays:
        if first <= stay.arrived_on <= last:
            found[stay.product_id] += Turnover(arrived=1)
        if stay.left_on is not None and first <= stay.left_on <= last:
            found[stay.product_id] += _departure(stay, stay.left_on)
    return dict(found)


_PERIODS = {Step.WEEK: Period.WEEK, Step.MONTH: Period.MONTH}


def periods(
    first: date, last: date, step: Step, week_start: Weekday
) -> Iterator[tuple[date, date]]:
    """The days, weeks or months of a range, the outer ones cut off where it ends."""
    start, period = first, _PERIODS.get(step)
    while start <= last:
        end = start if period is None else min(period_bounds(start, period, week_start)[1], last)
        yield start, end
        start = end + _DAY


def turnover_by_period(
    stays: Iterable[Stay], bounds: Sequence[tuple[date, date]]
) -> list[dict[UUID, Turnover]]:
    """The turnover of each product in periods that follow each other, in one pass."""
    starts = [start for start, _ in bounds]
    found: list[dict[UUID, Turnover]] = [{} for _ in bounds]
    for stay in stays:
        happened = [(stay.arrived_on, Turnover(arrived=1))]
        if stay.left_on is not None:
            happened.append((stay.left_on, _departure(stay, stay.left_on)))
        for on, counted in happened:
            if starts[0] <= on <= bounds[-1][1]:
                of_period = found[bisect_right(starts, on) - 1]
                of_period[stay.product_id] = of_period.get(stay.product_id, Turnover()) + counted
    return found


def _departure(stay: Stay, left_on: date) -> Turnover:
    if stay.state is BatchState.SOLD:
        return Turnover(sold=1, days_until_sold=max(0, (left_on - stay.arrived_on).days))
    return Turnover(discarded=1) if stay.state is BatchState.DISCARDED else Turnover()
