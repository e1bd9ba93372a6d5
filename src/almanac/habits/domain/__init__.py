"""The rules of habits as functions of values; stands where one `domain.py` would be too long.

`model` holds the words, `ledger` lays a history out day by day, the others read that: `runs`
(streaks), `strength`, `summary` (figures), `days` (calendar, next dates, what may be written).
"""

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

__all__ = [
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
]
