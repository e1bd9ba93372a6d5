"""How the days of the week compare."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from almanac.schedules.rules import Weekday
from almanac.stats.domain.counts import HabitCount, HabitLine, sum_habits

MIN_DUE = 4
"""Occurrences that a weekday needs to be called the best or the worst."""
WEEK = tuple(Weekday)


@dataclass(frozen=True, slots=True)
class Profile:
    """Counts by weekday in the person's order, and what belongs to no day in particular."""

    rows: list[tuple[Weekday, HabitCount]]
    any_day: HabitCount
    best: Weekday | None
    worst: Weekday | None


def profile(lines: Sequence[HabitLine], week_start: Weekday) -> Profile:
    """Occurrences by the weekday they fell on; those of quotas are kept apart.

    What a quota lacks is missed when its period is over: held against the last day of the
    week, it would make every Sunday a bad day.
    """
    dated = [line for line in lines if line.weekdays]
    days = [sum_habits(line.weekdays[day.number] for line in dated) for day in WEEK]
    rows = [(WEEK[n % 7], days[n % 7]) for n in range(week_start.number, week_start.number + 7)]
    best, worst = extremes(rows, MIN_DUE)
    return Profile(
        rows=rows,
        any_day=sum_habits(line.total for line in lines if not line.weekdays),
        best=None if best is None else best[0],
        worst=None if worst is None else worst[0],
    )


Row = tuple[Weekday, HabitCount]


def extremes(rows: Iterable[Row], min_due: int) -> tuple[Row | None, Row | None]:
    """The best and the worst of the rows with enough due; none unless they differ."""
    found = [row for row in rows if row[1].due >= min_due]
    if not found:
        return None, None
    best = max(found, key=_share)
    worst = min(found, key=_share)
    return (best, worst) if _share(best) != _share(worst) else (None, None)


def _share(row: Row) -> float:
    return row[1].done / row[1].due
