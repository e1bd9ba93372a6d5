"""How the command line says dates and schedules."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from almanac.cli.schedule_words import date_in_words, schedule_in_words
from almanac.schedules.schemas import Schedule

SCHEDULE = TypeAdapter[Any](Schedule)


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        ({"kind": "daily"}, "every day"),
        ({"kind": "weekly_days", "days": ["mon"]}, "every Monday"),
        ({"kind": "weekly_days", "days": ["fri", "mon"]}, "every Monday and Friday"),
        (
            {"kind": "weekly_days", "days": ["mon", "wed", "fri"], "every": 2},
            "every 2 weeks on Monday, Wednesday and Friday",
        ),
        (
            {"kind": "weekly_days", "days": ["mon", "tue", "wed", "thu", "fri"]},
            "on working days",
        ),
        ({"kind": "monthly_day", "day": 24, "every": 2}, "every 2 months on day 24"),
        ({"kind": "monthly_day", "day": 31}, "every month on the last day"),
        ({"kind": "yearly_date", "month": 6, "day": 24}, "every year on 24 June"),
        ({"kind": "interval_cycle", "active_days": 1, "break_days": 1}, "every 2 days"),
        ({"kind": "interval_cycle", "active_days": 3, "break_days": 1}, "3 days on, 1 day off"),
        ({"kind": "times_per_period", "times": 3, "period": "week"}, "3 times a week"),
        ({"kind": "after_completion", "days": 1}, "1 day after it was done"),
    ],
)
def test_a_schedule_is_said_in_words(schedule: dict[str, Any], words: str) -> None:
    assert schedule_in_words(SCHEDULE.validate_python(schedule)) == words


def test_a_date_is_said_with_its_weekday() -> None:
    assert date_in_words("2025-06-30") == "Monday 30 June 2025"
