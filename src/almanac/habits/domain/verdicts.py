"""What check-ins say about their days, and what a day says by having none."""

from collections.abc import Callable, Mapping

from almanac.habits.domain.model import (
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
_BITS, _VERDICT, _LARGEST = 3, 7, 63
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


def verdicts(
    history: HabitHistory,
    version: ScheduleVersion,
    statuses: bytes,
    amounts: Mapping[int, int],
    first: int,
) -> bytes:
    """What check-ins say while a version is in force: a mark for each day, OFF without one.

    `statuses` are the days from `first` (an ordinal) on. Each check-in is DONE, SKIPPED, MISSED, or
    OPEN for an amount that falls short of its target so far. A skip stands whatever the amount.
    Otherwise an amount decides against the target; without one (or without a target) the status
    does. Under a period target each day that brings something is DONE, and the period decides.
    """
    target = version.target
    if history.kind is HabitKind.CHECK or target is None:
        return statuses
    found = bytearray(statuses)
    sums = period_target(history, version) is not None
    short = OPEN if version.target_kind is TargetKind.AT_LEAST else MISSED
    for ordinal, amount in amounts.items():
        day = ordinal - first
        if not 0 <= day < len(found) or found[day] == SKIPPED:
            continue
        if sums or meets(version, target, amount):
            found[day] = DONE
        else:
            found[day] = short if found[day] == DONE else MISSED
    return bytes(found)


def settled(marks: bytes | bytearray, said: bytes, table: bytes) -> bytes:
    """Each day's mark together with what was said of it, as the table (by `table_of`) has it."""
    # Marks have three bits. As one large number they are all combined at once.
    both = int.from_bytes(marks, "big") << _BITS | int.from_bytes(said, "big")
    return both.to_bytes(len(marks), "big").translate(table)


def table_of(rule: Callable[[int, int], int]) -> bytes:
    """What becomes of each mark with each verdict, for `settled`."""
    return bytes(
        rule(both >> _BITS, both & _VERDICT) if both <= _LARGEST else OFF for both in range(256)
    )


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
