"""Which days a range means, which come before it, and how a trend cuts it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from almanac.schedules.periods import periods_between
from almanac.schedules.rules import Period, Weekday


class RangeName(StrEnum):
    """The ranges that are offered."""

    WEEK = "7d"
    MONTH = "30d"
    QUARTER = "90d"
    ALL = "all"


class PointUnit(StrEnum):
    """What one point of a trend stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


UNITS = {
    RangeName.WEEK: PointUnit.DAY,
    RangeName.MONTH: PointUnit.DAY,
    RangeName.QUARTER: PointUnit.WEEK,
    RangeName.ALL: PointUnit.MONTH,
}
_LENGTHS = {RangeName.WEEK: 7, RangeName.MONTH: 30, RangeName.QUARTER: 90}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def span_of(name: RangeName, *, today: date, earliest: date | None) -> Span:
    """The days of a range, ending today; all days begin with the `earliest` fact, if any."""
    if name is RangeName.ALL:
        return Span(min(earliest or today, today), today)
    return Span(today - (_LENGTHS[name] - 1) * _DAY, today)


def span_before(name: RangeName, span: Span) -> Span | None:
    """As many days, right before; none for all days."""
    if name is RangeName.ALL:
        return None
    return Span(span.first - span.days * _DAY, span.first - _DAY)


def points_of(name: RangeName, span: Span, week_start: Weekday) -> list[Span]:
    """The range cut into days, calendar weeks or months, in order, without gaps."""
    unit = UNITS[name]
    if unit is PointUnit.DAY:
        return [Span(span.first + n * _DAY, span.first + n * _DAY) for n in range(span.days)]
    period = Period.WEEK if unit is PointUnit.WEEK else Period.MONTH
    return [
        Span(max(first, span.first), min(last, span.last))
        for first, last in periods_between(span.first, span.last, period, week_start)
    ]
