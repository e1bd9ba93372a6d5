"""Occurrences of each fixed kind over ten years, against python-dateutil's rrule.

Only rules that rrule can say as well; both give the same dates.
"""

from datetime import date, datetime, time
from typing import Any

from dateutil import rrule

from almanac.schedules.occurrences import occurrences
from almanac.schedules.rules import (
    Daily,
    FixedRule,
    IntervalCycle,
    MonthlyDay,
    Weekday,
    WeeklyDays,
    YearlyDate,
)
from bench.harness.clock import seconds
from bench.harness.report import Figure, at_least, tell

GOAL = 50
FIRST, LAST = date(2016, 1, 4), date(2026, 1, 3)
WINDOW: dict[str, Any] = {
    "dtstart": datetime.combine(FIRST, time()),
    "until": datetime.combine(LAST, time()),
}
WORKING_DAYS = (Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI)
PAIRS: dict[str, tuple[FixedRule, rrule.rrule]] = {
    "daily": (Daily(), rrule.rrule(rrule.DAILY, **WINDOW)),
    "weekly_days, five days": (
        WeeklyDays(frozenset(WORKING_DAYS)),
        rrule.rrule(rrule.WEEKLY, byweekday=range(5), **WINDOW),
    ),
    "weekly_days, every other week": (
        WeeklyDays(frozenset({Weekday.MON, Weekday.THU}), every=2),
        rrule.rrule(rrule.WEEKLY, interval=2, byweekday=(0, 3), **WINDOW),
    ),
    "monthly_day": (MonthlyDay(15), rrule.rrule(rrule.MONTHLY, bymonthday=15, **WINDOW)),
    "yearly_date": (
        YearlyDate(7, 20),
        rrule.rrule(rrule.YEARLY, bymonth=7, bymonthday=20, **WINDOW),
    ),
    "interval_cycle": (IntervalCycle(1, 2), rrule.rrule(rrule.DAILY, interval=3, **WINDOW)),
}


def measure(name: str, rule: FixedRule, reference: rrule.rrule) -> Figure:
    """Time both over the same ten years."""

    def ours() -> list[date]:
        return occurrences(rule, starts_on=FIRST, first=FIRST, last=LAST)

    if ours() != [moment.date() for moment in reference]:
        raise SystemExit(f"{name}: not the same dates")
    mine, theirs = seconds(ours), seconds(lambda: list(reference))
    return at_least(name, theirs / mine, GOAL, note=f"{mine * 1e6:.0f} µs")


if __name__ == "__main__":
    tell(measure(name, *pair) for name, pair in PAIRS.items())
