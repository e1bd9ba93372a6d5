"""Dates and schedules as the command line says them: in English, whatever the machine's locale."""

from datetime import date

from almanac.schedules.rules import Weekday
from almanac.schedules.schemas import (
    AfterCompletionSchedule,
    DailySchedule,
    IntervalCycleSchedule,
    MonthlyDaySchedule,
    Schedule,
    TimesPerPeriodSchedule,
    WeeklyDaysSchedule,
    YearlyDateSchedule,
)

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WORKING_DAYS = frozenset(list(Weekday)[:5])
LAST_DAY = 31


def date_in_words(text: str) -> str:
    """`Monday 30 June 2025`."""
    day = date.fromisoformat(text)
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def schedule_in_words(schedule: Schedule) -> str:
    """`every 2 weeks on Monday`."""
    match schedule:
        case DailySchedule():
            words = "every day"
        case WeeklyDaysSchedule():
            words = _weekly(schedule)
        case MonthlyDaySchedule(day=day, every=every):
            on = "the last day" if day == LAST_DAY else f"day {day}"
            words = f"{_every(every, 'month')} on {on}"
        case YearlyDateSchedule(month=month, day=day, every=every):
            words = f"{_every(every, 'year')} on {day} {MONTHS[month - 1]}"
        case IntervalCycleSchedule():
            words = _cycle(schedule)
        case TimesPerPeriodSchedule(times=times, period=period):
            words = f"{_count(times, 'time')} a {period.value}"
        case AfterCompletionSchedule(days=days):
            words = f"{_count(days, 'day')} after it was done"
    return words


def _weekly(schedule: WeeklyDaysSchedule) -> str:
    if schedule.every == 1 and frozenset(schedule.days) == WORKING_DAYS:
        return "on working days"
    names = [WEEKDAYS[day.number] for day in Weekday if day in schedule.days]
    listed = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    return f"every {listed}" if schedule.every == 1 else f"every {schedule.every} weeks on {listed}"


def _cycle(schedule: IntervalCycleSchedule) -> str:
    if schedule.active_days == 1:
        return _every(1 + schedule.break_days, "day")
    return f"{_count(schedule.active_days, 'day')} on, {_count(schedule.break_days, 'day')} off"


def _every(number: int, unit: str) -> str:
    return f"every {unit}" if number == 1 else f"every {number} {unit}s"


def _count(number: int, unit: str) -> str:
    return f"1 {unit}" if number == 1 else f"{number} {unit}s"
