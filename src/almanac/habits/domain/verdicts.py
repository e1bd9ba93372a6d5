"""What one check-in says about its day, and what a day says by having none."""

from collections.abc import Callable

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


def judge(history: HabitHistory, version: ScheduleVersion) -> Callable[[CheckIn], int]:
    """How check-ins are judged while a version is in force.

    Each is DONE, SKIPPED, MISSED, or OPEN for an amount that falls short of its target so far. A
    skip stands whatever the amount. Otherwise an amount decides against the target; without one
    (or without a target) the status does. Under a period target each day that brings something
    is DONE, and the period decides.
    """
    target = version.target
    if history.kind is HabitKind.CHECK or target is None:
        return _by_status
    if period_target(history, version) is not None:
        return _by_answer
    grows = version.target_kind is TargetKind.AT_LEAST

    def by_amount(check_in: CheckIn) -> int:
        amount, status = check_in.amount, check_in.status
        if amount is None or status is CheckInStatus.SKIPPED:
            return _by_status(check_in)
        if amount >= target if grows else amount <= target:
            return DONE
        return OPEN if grows and status is CheckInStatus.DONE else MISSED

    return by_amount


def _by_status(check_in: CheckIn) -> int:
    status = check_in.status
    if status is CheckInStatus.DONE:
        return DONE
    return SKIPPED if status is CheckInStatus.SKIPPED else MISSED


def _by_answer(check_in: CheckIn) -> int:
    if check_in.amount is not None and check_in.status is not CheckInStatus.SKIPPED:
        return DONE
    return _by_status(check_in)


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
