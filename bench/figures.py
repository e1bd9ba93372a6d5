"""Streak, strength and the other figures of one habit with ten years of check-ins, by schedule.

The best of several rounds of processor time, with a check-in on most days, some skipped.
"""

from datetime import date, timedelta

from almanac.habits.domain import (
    CheckIn,
    CheckInStatus,
    HabitHistory,
    HabitKind,
    ScheduleVersion,
    TargetKind,
    TargetPer,
    figures,
)
from almanac.schedules.rules import (
    AfterCompletion,
    Daily,
    IntervalCycle,
    MonthlyDay,
    Period,
    Rule,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
    YearlyDate,
)
from bench.harness.clock import seconds
from bench.harness.report import Figure, at_most, tell

GOAL_MS = 5
TODAY = date(2026, 3, 18)
DAYS = [TODAY - timedelta(days=ago) for ago in range(3650, -1, -1)]
RULES: dict[str, Rule] = {
    "daily": Daily(),
    "weekly_days": WeeklyDays(frozenset({Weekday.MON, Weekday.WED, Weekday.FRI})),
    "monthly_day": MonthlyDay(15),
    "yearly_date": YearlyDate(3, 1),
    "interval_cycle": IntervalCycle(2, 1),
    "times_per_period, week": TimesPerPeriod(3, Period.WEEK),
    "times_per_period, month": TimesPerPeriod(10, Period.MONTH),
    "times_per_period, year": TimesPerPeriod(100, Period.YEAR),
    "after_completion": AfterCompletion(4),
}
WEEK = TimesPerPeriod(1, Period.WEEK)
MEASURED: dict[str, tuple[Rule, TargetKind, TargetPer, int]] = {
    "amount a day": (Daily(), TargetKind.AT_LEAST, TargetPer.DAY, 2000),
    "limit a day": (Daily(), TargetKind.AT_MOST, TargetPer.DAY, 2000),
    "sum a week": (WEEK, TargetKind.AT_LEAST, TargetPer.PERIOD, 9000),
    "limit a week": (WEEK, TargetKind.AT_MOST, TargetPer.PERIOD, 9000),
}


def checked(rule: Rule) -> HabitHistory:
    """A habit that is ticked on most days."""
    check_ins = {
        day: CheckIn(day, CheckInStatus.SKIPPED if number % 29 == 0 else CheckInStatus.DONE)
        for number, day in enumerate(DAYS)
        if number % 7
    }
    return HabitHistory(
        HabitKind.CHECK, DAYS[0], (ScheduleVersion(DAYS[0], rule),), check_ins=check_ins
    )


def measured(rule: Rule, kind: TargetKind, per: TargetPer, target: int) -> HabitHistory:
    """A habit with an amount on most days."""
    check_ins = {
        day: CheckIn(day, CheckInStatus.DONE, number * 37 % 4000)
        for number, day in enumerate(DAYS)
        if number % 7
    }
    version = ScheduleVersion(DAYS[0], rule, target, kind, per)
    return HabitHistory(HabitKind.MEASURE, DAYS[0], (version,), check_ins=check_ins)


def measure(name: str, history: HabitHistory) -> Figure:
    """Time the figures of one history."""
    taken = 1000 * seconds(lambda: figures(history, today=TODAY))
    return at_most(name, taken, GOAL_MS, unit=" ms")


if __name__ == "__main__":
    tell(measure(name, checked(rule)) for name, rule in RULES.items())
    tell(measure(name, measured(*given)) for name, given in MEASURED.items())
