"""What one check-in says about its day, and what a day says by having none."""

from almanac.habits.domain.model import (
    CheckIn,
    CheckInStatus,
    DayState,
    HabitHistory,
    HabitKind,
    ScheduleVersion,
    TargetKind,
    TargetPer,
)
from almanac.schedules.rules import TimesPerPeriod

# Marks: states as small numbers, one byte for each day of a ledger. AWAY is EXTRA in a pause.
OFF, OPEN, DONE, SKIPPED, MISSED, PAUSED, EXTRA, AWAY = range(8)
ALL_DONE = (DONE, EXTRA, AWAY)
STATE_OF_MARK = (
    DayState.OFF,
    DayState.OPEN,
    DayState.DONE,
    DayState.SKIPPED,
    DayState.MISSED,
    DayState.PAUSED,
    DayState.EXTRA,
    DayState.EXTRA,
)


def period_target(history: HabitHistory, version: ScheduleVersion) -> int | None:
    """The target for the sum over a quota's period, if that is what is asked.

    Only a quota has a period; with any other schedule each occurrence is its own.
    """
    if (
        history.kind is HabitKind.MEASURE
        and version.target_per is TargetPer.PERIOD
        and isinstance(version.rule, TimesPerPeriod)
    ):
        return version.target
    return None


def verdict(history: HabitHistory, version: ScheduleVersion, check_in: CheckIn) -> int:
    """DONE, SKIPPED, MISSED, or OPEN for an amount that falls short of its target so far.

    A skip stands whatever the amount. Otherwise an amount decides against the target; without
    one (or without a target) the status does. Under a period target each day that brings
    something is DONE, and the period decides.
    """
    status = check_in.status
    if status is CheckInStatus.SKIPPED:
        return SKIPPED
    if history.kind is HabitKind.MEASURE and check_in.amount is not None:
        if period_target(history, version) is not None:
            return DONE
        if version.target is not None:
            if meets(version, version.target, check_in.amount):
                return DONE
            may_grow = version.target_kind is TargetKind.AT_LEAST
            return OPEN if may_grow and status is CheckInStatus.DONE else MISSED
    return DONE if status is CheckInStatus.DONE else MISSED


def blank_verdict(history: HabitHistory, version: ScheduleVersion) -> int:
    """DONE or MISSED for a scheduled day that is over without an entry."""
    if (
        history.no_entry_is_zero
        and history.kind is HabitKind.MEASURE
        and version.target is not None
        and meets(version, version.target, 0)
    ):
        return DONE
    return MISSED


def meets(version: ScheduleVersion, target: int, amount: int) -> bool:
    """Whether an amount is on the good side of the target, the target itself included."""
    return amount >= target if version.target_kind is TargetKind.AT_LEAST else amount <= target
