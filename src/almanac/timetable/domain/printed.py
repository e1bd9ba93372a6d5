"""What stands on the printed page: all weeks of a rotation side by side, or one week as it is.

The weeks are sheets that share their days and their hours, so that one glance compares them. How it
looks is the template's business, in which words the service's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from almanac.schedules.periods import period_bounds
from almanac.schedules.rules import Period, Weekday
from almanac.timetable.domain.dates import week_of_rotation
from almanac.timetable.domain.layout import day_slots
from almanac.timetable.domain.model import Grid, Routine, Stretch
from almanac.timetable.domain.sheet import (
    HOUR_MINUTES,
    Entry,
    Sheet,
    SheetDay,
    pattern_sheet,
    week_sheet,
)

MAX_LINES = 24
"""More lines than these are no help to the eye: the page then has one at every full hour."""


@dataclass(frozen=True, slots=True)
class PrintedWeek:
    """A week and its number in the rotation, none where all weeks are the same."""

    number: int | None
    days: tuple[SheetDay, ...]


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """Weeks of the same days, all drawn from the first of `hours` to the last.

    `first_on` and `last_on` are those of a week on real dates, None for the pattern. There is a
    line across at each of `lines`.
    """

    first_on: date | None
    last_on: date | None
    hours: Stretch
    lines: tuple[int, ...]
    breaks: tuple[Stretch, ...]
    weeks: tuple[PrintedWeek, ...]

    @property
    def entries(self) -> list[Entry]:
        """Everything that is on the page."""
        return [entry for week in self.weeks for day in week.days for entry in day.entries]


def pattern_page(routine: Routine) -> PrintedPage:
    """All weeks of the rotation as the pattern has them."""
    numbers = range(1, routine.rotation_weeks + 1)
    return _page(routine, {number: pattern_sheet(routine, number) for number in numbers})


def week_page(routine: Routine, day: date) -> PrintedPage:
    """The week that holds `day`, with what was cancelled and moved."""
    first, last = period_bounds(day, Period.WEEK, routine.week_start)
    sheets = {week_of_rotation(routine, first): week_sheet(routine, first)}
    return _page(routine, sheets, first, last)


def _page(
    routine: Routine,
    sheets: dict[int, Sheet],
    first_on: date | None = None,
    last_on: date | None = None,
) -> PrintedPage:
    start = routine.week_start.number
    shown = {day.weekday for sheet in sheets.values() for day in sheet.days}
    days = sorted(shown, key=lambda day: (day.number - start) % len(Weekday))
    hours = Stretch(
        min(sheet.marks[0] for sheet in sheets.values()),
        max(sheet.marks[-1] for sheet in sheets.values()),
    )
    rotates = routine.rotation_weeks > 1
    return PrintedPage(
        first_on,
        last_on,
        hours,
        _lines(routine.grid, hours),
        next(iter(sheets.values())).breaks,
        tuple(
            PrintedWeek(number if rotates else None, _days(sheet, days))
            for number, sheet in sheets.items()
        ),
    )


def _days(sheet: Sheet, weekdays: Sequence[Weekday]) -> tuple[SheetDay, ...]:
    """The days of a sheet, and empty ones for those that other weeks show."""
    own = {day.weekday: day for day in sheet.days}
    empty = (SheetDay(weekday, None, None, (), (), 1, 1) for weekday in weekdays)
    return tuple(own.get(day.weekday, day) for day in empty)


def _lines(grid: Grid, hours: Stretch) -> tuple[int, ...]:
    """Where the day's slots begin and end, and full hours outside of the day."""
    bounds = {minute for slot in day_slots(grid) for minute in slot.stretch}
    first = -(-hours.starts // HOUR_MINUTES) * HOUR_MINUTES
    on_the_hour = range(first, hours.ends + 1, HOUR_MINUTES)
    if len(bounds) > MAX_LINES:
        return tuple(on_the_hour) or tuple(hours)
    outside = {at for at in on_the_hour if not grid.day_starts <= at <= grid.day_ends}
    return tuple(sorted(bounds | outside))
