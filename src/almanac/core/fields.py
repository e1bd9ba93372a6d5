"""Fields that the bodies of several features have: colours, wall-clock times, dates."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

FIRST_DATE, LAST_DATE = date(1900, 1, 1), date(2200, 12, 31)

Color = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$", examples=["#5D6B2F"])]
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _written_as_time(value: Any) -> Any:
    # A pattern alone would be quoted to whoever typed 9:5.
    if isinstance(value, str) and _TIME.fullmatch(value):
        return value
    raise PydanticCustomError("time_form", "Write a time as HH:MM, from 00:00 to 23:59")


def _within_the_calendar(day: date) -> date:
    if not FIRST_DATE <= day <= LAST_DATE:
        raise PydanticCustomError("date_out_of_range", "Use a date from 1900 to 2200")
    return day


def _written_as_date(value: Any) -> Any:
    # Otherwise numbers would be read as seconds since 1970, and instants as their dates.
    if isinstance(value, date) or (isinstance(value, str) and _DATE.fullmatch(value)):
        return value
    raise PydanticCustomError("date_form", "Write a date as YYYY-MM-DD")


WallTime = Annotated[
    str,
    BeforeValidator(_written_as_time),
    Field(pattern=f"^{_TIME.pattern}$", examples=["07:30"]),
]
Day = Annotated[date, BeforeValidator(_written_as_date), AfterValidator(_within_the_calendar)]
