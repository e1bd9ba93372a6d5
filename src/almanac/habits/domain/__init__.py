"""The rules of habits as functions of values; stands where one `domain.py` would be too long.

`model` holds the words. `layout` lays a history out as a `ledger` of days, with the help of
`spans` (versions, pauses), `verdicts` (single check-ins) and `quotas` (periods). The others
read the ledger: `runs` (streaks), `strength`, `summary` (figures) and `days` (calendar, next
dates, what may be written).
"""

from almanac.habits.domain.days import (
    CalendarDay,
    calendar,
    check_in_refusal,
    day_state,
    next_due,
    strength_series,
)
from almanac.habits.domain.model import (
    CheckIn,
    CheckInStatus,
    DayState,
    Figures,
    HabitHistory,
    HabitKind,
    Pause,
    PeriodProgress,
    Refusal,
    ScheduleVersion,
    Streak,
    TargetKind,
    TargetPer,
)
from almanac.habits.domain.summary import archives_on, figures

__all__ = [
    "CalendarDay",
    "CheckIn",
    "CheckInStatus",
    "DayState",
    "Figures",
    "HabitHistory",
    "HabitKind",
    "Pause",
    "PeriodProgress",
    "Refusal",
    "ScheduleVersion",
    "Streak",
    "TargetKind",
    "TargetPer",
    "archives_on",
    "calendar",
    "check_in_refusal",
    "day_state",
    "figures",
    "next_due",
    "strength_series",
]
