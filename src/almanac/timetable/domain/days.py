"""Which of a person's days an occurrence belongs to.

A person's day runs from their day start to the next one. What starts at 01:00 on the calendar's
Saturday belongs to the Friday of whoever begins their days at 04:00: it is still their Friday when
it takes place, and on their Saturday it would stand among what is to come although it is over.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from almanac.timetable.domain.model import DAY_MINUTES, Occurrence, Routine
from almanac.timetable.domain.occurrences import routine_occurrences

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayOccurrence:
    """An occurrence as a day shows it; `routine` is whose it is.

    `minute` is when it starts, counted from the midnight of the day's date: beyond 1440 what starts
    after the next midnight, below 0 what began before the last. `is_running_on` is what belongs to
    the day before and goes on into this one.
    """

    occurrence: Occurrence
    routine: Routine
    minute: int
    is_running_on: bool


def day_of(on: date, starts: int, day_start: int) -> date:
    """The person's day that something belongs to which starts at that minute of a date."""
    return on if starts >= day_start else on - _DAY


def day_occurrences(routines: Iterable[Routine], day: date, day_start: int) -> list[DayOccurrence]:
    """What a day shows, in order: what runs on into it, then its own, cancelled and moved too."""
    found = [
        shown
        for routine in routines
        for occurrence in routine_occurrences(routine, day - _DAY, day + _DAY)
        if (shown := _shown(occurrence, routine, day, day_start))
    ]
    return sorted(found, key=lambda shown: (shown.minute, shown.occurrence.minutes))


def _shown(
    occurrence: Occurrence, routine: Routine, day: date, day_start: int
) -> DayOccurrence | None:
    own = day_of(occurrence.on, occurrence.starts, day_start)
    minute = (occurrence.on - day).days * DAY_MINUTES + occurrence.starts
    runs_on = own < day and minute + occurrence.minutes > day_start and occurrence.takes_place
    if own != day and not runs_on:
        return None
    return DayOccurrence(occurrence, routine, minute, runs_on)
