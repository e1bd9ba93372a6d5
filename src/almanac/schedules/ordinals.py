"""Days as whole numbers (`date.toordinal`), and the way back to dates, quickly.

Two tables (6 MB), made when first needed, replace the making of a date object for each occurrence:
that is most of the cost of listing ten years.
"""

from calendar import isleap
from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import accumulate, chain

FIRST_ORDINAL = date.min.toordinal()
LAST_ORDINAL = date.max.toordinal()

_TABLE_FIRST = date(1970, 1, 1).toordinal()
_TABLE_LAST = date(2100, 12, 31).toordinal()


def dates(ordinals: Sequence[int]) -> list[date]:
    """Dates of ascending ordinals; from the table for the years 1970 to 2100."""
    if not ordinals:
        return []
    if ordinals[0] < _TABLE_FIRST or ordinals[-1] > _TABLE_LAST:
        return list(map(date.fromordinal, ordinals))
    table = _date_table()
    if isinstance(ordinals, range):
        first, last = ordinals[0] - _TABLE_FIRST, ordinals[-1] - _TABLE_FIRST
        return table[first : last + 1 : ordinals.step]
    return [table[ordinal - _TABLE_FIRST] for ordinal in ordinals]


def month_number(ordinal: int) -> int:
    """Consecutive number of the month of a day; January of year 1 is 0."""
    day = date.fromordinal(ordinal)
    return (day.year - 1) * 12 + day.month - 1


@cache
def month_starts() -> list[int]:
    """Ordinal of the first day of each month by its number, and of the day after the last."""
    years = (
        (31, 29 if isleap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
        for year in range(date.min.year, date.max.year + 1)
    )
    return list(accumulate(chain.from_iterable(years), initial=FIRST_ORDINAL))


@cache
def _date_table() -> list[date]:
    return list(map(date.fromordinal, range(_TABLE_FIRST, _TABLE_LAST + 1)))
