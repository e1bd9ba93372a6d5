"""Which habits went best and worst, and which streaks are on top."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from almanac.stats.domain.counts import Habit, HabitCount, HabitLine, sum_habits

MIN_DUE = 5
"""Occurrences that a habit needs to be ranked."""
MOST_HABITS = 5
MOST_STREAKS = 10


@dataclass(frozen=True, slots=True)
class HabitResult:
    """A habit and what it came to, whatever schedules judged it."""

    habit: Habit
    count: HabitCount

    @property
    def rate(self) -> float:
        return self.count.done / self.count.due


def results(lines: Iterable[HabitLine]) -> list[HabitResult]:
    """What each habit of which something was due came to, best first."""
    habits: dict[UUID, Habit] = {}
    counts: dict[UUID, list[HabitCount]] = defaultdict(list)
    for line in lines:
        habits[line.habit.id] = line.habit
        counts[line.habit.id].append(line.total)
    summed = [HabitResult(habit, sum_habits(counts[key])) for key, habit in habits.items()]
    found = [result for result in summed if result.count.due]
    return sorted(found, key=lambda result: (-result.rate, -result.count.due, _name(result.habit)))


def best_and_worst(
    ranked: Sequence[HabitResult],
) -> tuple[list[HabitResult], list[HabitResult]]:
    """The best habits, best first, and the worst, worst first; none is in both.

    One never done is not among the best, one always done not among the worst.
    """
    found = [result for result in ranked if result.count.due >= MIN_DUE]
    upper = (len(found) + 1) // 2
    best = [result for result in found[:upper] if result.count.done]
    worst = [result for result in found[upper:] if result.count.done < result.count.due]
    return best[:MOST_HABITS], worst[::-1][:MOST_HABITS]


def top_streaks(habits: Iterable[Habit]) -> list[Habit]:
    """Habits with a streak that are not archived: the longest running first, then the best."""
    found = [habit for habit in habits if habit.best.length and not habit.is_archived]
    found.sort(key=lambda habit: (-habit.current.length, -habit.best.length, _name(habit)))
    return found[:MOST_STREAKS]


def _name(habit: Habit) -> tuple[str, UUID]:
    return habit.name.casefold(), habit.id
