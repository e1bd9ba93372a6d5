"""What the numbers say, where they carry it: each finding has its threshold here.

Shares are compared by their Wilson intervals (Wilson 1927): a difference is told only when the
intervals do not overlap, so that no five days out of six become advice.
"""

from collections.abc import Iterator, Sequence
from math import sqrt

from almanac.stats.domain.counts import Habit, HabitCount, TaskCount
from almanac.stats.domain.ranking import HabitResult
from almanac.stats.domain.weekdays import Row, extremes

Z_95 = 1.96
Z_99 = 2.576
"""For the best and the worst of seven: picked from many, they differ by chance more often."""

WEEKDAY_MIN_DAYS, WEEKDAY_MIN_DUE = 28, 8
CHANGE_MIN_DUE, CHANGE_MIN_POINTS = 20, 10.0
RECORD_MIN_LENGTH = 7
PERFECT_MIN_DUE = 14
STRUGGLING_MIN_DUE, STRUGGLING_RATE = 10, 0.5
ON_TIME_MIN_DUE, MOSTLY_ON_TIME, MOSTLY_LATE = 10, 0.7, 0.5
PILING_UP_BY, PILING_UP_TIMES = 10, 2
QUIET_MIN_DAYS, QUIET_MIN_BEFORE = 30, 5
MOST_OF_A_KIND = 3


def interval(part: int, whole: int, z: float) -> tuple[float, float]:
    """Wilson's score interval of a share; everything is possible of nothing."""
    if whole == 0:
        return 0.0, 1.0
    share, spread = part / whole, z * z / whole
    center = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * sqrt(share * (1 - share) / whole + spread / (4 * whole))
    return center - half, center + half


def is_clearly_more(more: HabitCount, less: HabitCount, z: float) -> bool:
    """Whether the whole interval of one share lies above that of the other."""
    return interval(more.done, more.due, z)[0] > interval(less.done, less.due, z)[1]


def weekday_difference(rows: Sequence[Row], days: int) -> tuple[Row, Row] | None:
    """The best and the worst weekday, when they clearly differ."""
    if days < WEEKDAY_MIN_DAYS:
        return None
    best, worst = extremes(rows, WEEKDAY_MIN_DUE)
    if best is None or worst is None or not is_clearly_more(best[1], worst[1], Z_99):
        return None
    return best, worst


def success_direction(now: HabitCount, before: HabitCount) -> int:
    """1 when the success rate clearly rose, -1 when it clearly fell, else 0."""
    if min(now.due, before.due) < CHANGE_MIN_DUE:
        return 0
    points = 100 * (now.done / now.due - before.done / before.due)
    if points >= CHANGE_MIN_POINTS and is_clearly_more(now, before, Z_95):
        return 1
    return -1 if points <= -CHANGE_MIN_POINTS and is_clearly_more(before, now, Z_95) else 0


def records(habits: Sequence[Habit]) -> list[Habit]:
    """Habits whose running streak is their longest and beat an earlier one, longest first."""
    found = [
        habit
        for habit in habits
        if habit.is_record and not habit.is_archived and habit.current.length >= RECORD_MIN_LENGTH
    ]
    return sorted(found, key=lambda habit: -habit.current.length)[:MOST_OF_A_KIND]


def perfect(ranked: Sequence[HabitResult]) -> list[HabitResult]:
    """Habits that were done every time, and often enough."""
    found = [
        result
        for result in ranked
        if result.count.done == result.count.due and result.count.due >= PERFECT_MIN_DUE
    ]
    return found[:MOST_OF_A_KIND]


def struggling(ranked: Sequence[HabitResult]) -> Iterator[HabitResult]:
    """The habit that went worst, when it is one that is clearly missed more often than done."""
    for result in reversed(ranked):
        due, done = result.count.due, result.count.done
        is_low = interval(done, due, Z_95)[1] < STRUGGLING_RATE
        if due >= STRUGGLING_MIN_DUE and is_low and not result.habit.is_archived:
            yield result
            return


def punctuality(tasks: TaskCount) -> int:
    """1 when tasks are clearly mostly done on time, -1 when mostly late, else 0."""
    if tasks.with_due < ON_TIME_MIN_DUE:
        return 0
    low, high = interval(tasks.on_time, tasks.with_due, Z_95)
    if low >= MOSTLY_ON_TIME:
        return 1
    return -1 if high <= MOSTLY_LATE else 0


def is_piling_up(tasks: TaskCount, before: TaskCount) -> bool:
    """Whether far more tasks came in than were done; whoever has just begun writes down many."""
    if not any(before):
        return False
    surplus = tasks.created - tasks.done
    return surplus >= PILING_UP_BY and tasks.created >= PILING_UP_TIMES * tasks.done


def is_quiet(*, days: int, done: int, done_before: int, is_asked: bool) -> bool:
    """Whether a theme of which much was done before was left alone, with things to do in it."""
    is_long = days >= QUIET_MIN_DAYS
    return is_long and is_asked and done == 0 and done_before >= QUIET_MIN_BEFORE
