"""Limits as public bodies write them: `3 - 5 Days`, `1 Week`."""

import re

_SPAN = re.compile(r"([0-9]{1,3})(?: - ([0-9]{1,3}))? (Day|Week|Month)s?")
_DAYS = {"Day": 1, "Week": 7, "Month": 30}


def published_days(text: str) -> tuple[int, int]:
    """The days that a published span begins and ends with; a single figure is both.

    A month is 30 days. Raises `ValueError` for what is no such span.
    """
    found = _SPAN.fullmatch(text)
    if found is None:
        raise ValueError(text)
    first, unit = int(found[1]), _DAYS[found[3]]
    return first * unit, int(found[2] or first) * unit
