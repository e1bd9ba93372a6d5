"""Lines for the tests of quick add, read on Tuesday 24 June 2025 at 10:00 unless said otherwise."""

from collections.abc import Collection
from datetime import date, datetime

from almanac.schedules.rules import Rule, Weekday, WeeklyDays
from almanac.tasks.domain.quick_add import QuickAdd, parse

TUESDAY = datetime(2025, 6, 24, 10, 0)  # noqa: DTZ001 - a wall clock has no zone
TODAY = TUESDAY.date()
MON, TUE, WED, THU, FRI, SAT, SUN = Weekday


def read(
    text: str,
    *,
    now: datetime = TUESDAY,
    today: date | None = None,
    week_start: Weekday = Weekday.MON,
    themes: Collection[str] = (),
    ignore: Collection[tuple[int, int]] = (),
) -> QuickAdd:
    return parse(
        text,
        now=now,
        today=today or now.date(),
        week_start=week_start,
        themes=themes,
        ignore=ignore,
    )


def at(year: int, month: int, day: int, hour: int = 10, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - a wall clock has no zone


def weekly(*days: Weekday, every: int = 1) -> Rule:
    return WeeklyDays(frozenset(days), every)


def spans(line: QuickAdd) -> list[tuple[int, int]]:
    return [(part.start, part.end) for part in line.parts]
