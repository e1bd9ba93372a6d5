"""Fields that the bodies of several features have: colours, wall-clock times, dates."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

FIRST_DATE, LAST_DATE = date(1900, 1, 1), date(2200, 12, 31)

Color = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$", examples=["#5D6B2F"])]
WallTime = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", examples=["07:30"])]


def _within_the_calendar(day: date) -> date:
    if not FIRST_DATE <= day <= LAST_DATE:
        raise PydanticCustomError("date_out_of_range", "Use a date from 1900 to 2200")
    return day


def _written_as_date(value: Any) -> Any:
    # Otherwise numbers would be read as seconds since 1970, and instants as their dates.
    if isinstance(value, date) or (isinstance(value, str) and _DATE.fullmatch(value)):
        return value
    raise PydanticCustomError("date_form", "Write a date as YYYY-MM-DD")


_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
Day = Annotated[date, BeforeValidator(_written_as_date), AfterValidator(_within_the_calendar)]
