"""Calendar weeks, months and years: their bounds, their numbering, their count.

Weeks begin on a chosen weekday. The first and last period that Python's calendar knows
(years 1 and 9999) are cut at its ends.
"""

from calendar import monthrange
from datetime import date

from almanac.schedules.ordinals import FIRST_ORDINAL, LAST_ORDINAL
from almanac.schedules.rules import Period, Weekday


def week_number(ordinal: int, week_start: Weekday) -> int:
    """Consecutive number of the week of a day; the numbers are comparable only."""
    # Ordinal 1 is a Monday.
    return (ordinal - 1 - week_start.number) // 7


def week_first_ordinal(number: int, week_start: Weekday) -> int:
    """Ordinal of the first day of a week by its number; may lie outside the calendar."""
    return number * 7 + 1 + week_start.number


def period_number(day: date, period: Period, week_start: Weekday) -> int:
    """Consecutive number of the period of `day` among periods of its kind."""
    if period is Period.WEEK:
        return week_number(day.toordinal(), week_start)
    return day.year * 12 + day.month if period is Period.MONTH else day.year


def period_bounds(day: date, period: Period, week_start: Weekday) -> tuple[date, date]:
    """First and last day of the calendar period that holds `day`."""
    if period is Period.MONTH:
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    if period is Period.YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    first, last = _week_bounds(day.toordinal(), week_start)
    return date.fromordinal(first), date.fromordinal(last)


def period_ordinals(ordinal: int, period: Period, week_start: Weekday) -> tuple[int, int]:
    """`period_bounds` as ordinals, for those who compute with many periods."""
    if period is Period.WEEK:
        return _week_bounds(ordinal, week_start)
    first, last = period_bounds(date.fromordinal(ordinal), period, week_start)
    return first.toordinal(), last.toordinal()


def periods_between(
    first: date, last: date, period: Period, week_start: Weekday
) -> list[tuple[date, date]]:
    """Bounds of every period with a day from `first` to `last`, in order, uncut."""
    found = []
    while first <= last:
        bounds = period_bounds(first, period, week_start)
        found.append(bounds)
        if bounds[1] == date.max:
            break
        first = date.fromordinal(bounds[1].toordinal() + 1)
    return found


def whole_periods(first: date, last: date, period: Period, week_start: Weekday) -> int:
    """How many periods lie entirely from `first` to `last`; none when these are reversed."""
    if first > last:
        return 0
    count = period_number(last, period, week_start) - period_number(first, period, week_start)
    starts_whole = period_bounds(first, period, week_start)[0] == first
    ends_whole = period_bounds(last, period, week_start)[1] == last
    return max(0, count - 1 + starts_whole + ends_whole)


def _week_bounds(ordinal: int, week_start: Weekday) -> tuple[int, int]:
    first = week_first_ordinal(week_number(ordinal, week_start), week_start)
    return max(first, FIRST_ORDINAL), min(first + 6, LAST_ORDINAL)
