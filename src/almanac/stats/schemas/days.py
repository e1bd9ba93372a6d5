"""A range of days as statistics write it."""

from datetime import date

from pydantic import ConfigDict, Field

from almanac.core.schema import View


class Days(View):
    """The days from one date to another, both included."""

    # `from` is a word of Python's own.
    model_config = ConfigDict(from_attributes=True, frozen=True, populate_by_name=True)

    first: date = Field(alias="from")
    last: date = Field(alias="to")
    days: int
