"""Dates and times of the clock as bodies and queries write them, and what is none."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from almanac.core.fields import Day, WallTime


@pytest.mark.parametrize(
    "written",
    [
        0,
        1773792000,
        1.5,
        True,
        "0",
        "1773792000",
        "2026-03-18T00:00:00",
        "2026-03-18T00:00:00Z",
        "2026-3-18",
        "20260318",
        " 2026-03-18",
        "2026-03-18\n",
        "\u0662026-03-18",
        "2026-02-29",
        "0000-00-00",
        "1899-12-31",
        "2201-01-01",
        "",
    ],
)
def test_only_a_written_date_of_the_calendar_is_a_day(written: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Day).validate_python(written)


def test_a_day_is_read_as_it_is_written() -> None:
    assert TypeAdapter(Day).validate_json('"2028-02-29"').isoformat() == "2028-02-29"
    assert TypeAdapter(Day).json_schema() == {"type": "string", "format": "date"}


@pytest.mark.parametrize("written", ["24:00", "7:30", "07:60", "07:30:00", "\u0660\u0667:30", ""])
def test_only_hours_and_minutes_are_a_time_of_the_clock(written: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(WallTime).validate_python(written)
