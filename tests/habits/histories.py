"""Short ways to write down a habit's history in a test; days are written as ISO text.

In a line of days beginning on Monday 1 January 2024, `x` is done, `-` skipped, `!` an explicit
no and `.` nothing.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from almanac.habits.domain import (
    CheckIn,
    CheckInStatus,
    HabitHistory,
    HabitKind,
    Pause,
    ScheduleVersion,
    TargetKind,
    TargetPer,
)
from almanac.schedules.rules import Daily, Rule, Weekday

MONDAY = date(2024, 1, 1)
STATUSES = {"x": CheckInStatus.DONE, "-": CheckInStatus.SKIPPED, "!": CheckInStatus.MISSED}


def day(number: int) -> date:
    """Day 0 is Monday 1 January 2024."""
    return MONDAY + timedelta(days=number)


def check_ins(line: str) -> dict[date, CheckIn]:
    return {
        day(number): CheckIn(day(number), STATUSES[mark])
        for number, mark in enumerate(line)
        if mark != "."
    }


def amounts(found: Mapping[int, int | None]) -> dict[date, CheckIn]:
    return {
        day(number): CheckIn(day(number), CheckInStatus.DONE, amount)
        for number, amount in found.items()
    }


def checked(line: str, rule: Rule | None = None, **window: Any) -> HabitHistory:
    """A habit that is ticked off, begun on day 0."""
    version = ScheduleVersion(MONDAY, rule or Daily(), week_start=Weekday.MON)
    return HabitHistory(HabitKind.CHECK, MONDAY, (version,), check_ins=check_ins(line), **window)


def measured(
    found: Mapping[int, int | None],
    rule: Rule | None = None,
    *,
    target: int | None,
    target_kind: TargetKind = TargetKind.AT_LEAST,
    target_per: TargetPer = TargetPer.DAY,
    **window: Any,
) -> HabitHistory:
    """A habit with amounts by day, begun on day 0."""
    version = ScheduleVersion(MONDAY, rule or Daily(), target, target_kind, target_per)
    return HabitHistory(HabitKind.MEASURE, MONDAY, (version,), check_ins=amounts(found), **window)


def pause(first: int, last: int | None) -> Pause:
    return Pause(day(first), None if last is None else day(last))
