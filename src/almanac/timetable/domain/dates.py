"""Which dates the pattern plans a session on: rotation and validity, before any exception.

The weeks of the rotation are counted from the week that holds the routine's first date, on through
the ends of years. A session has one weekday and one week (or all), so its dates are an arithmetic
progression; days are ordinals (`date.toordinal`) inside.
"""

from datetime import date
from typing import Final

from almanac.schedules.ordinals import dates
from almanac.schedules.periods import week_first_ordinal, week_number
from almanac.timetable.domain.model import Routine, Session

WEEK_LETTERS: Final = "ABCDEF"
"""How people call the weeks of a rotation: A is 1."""


def week_of_rotation(routine: Routine, day: date) -> int:
    """Number, from 1, of the week of the rotation that holds `day`, in force or not."""
    first = week_number(routine.starts_on.toordinal(), routine.week_start)
    return (week_number(day.toordinal(), routine.week_start) - first) % routine.rotation_weeks + 1


def planned_ordinals(session: Session, routine: Routine, first: int, last: int) -> range:
    """Days from `first` to `last` that the pattern plans the session on.

    None for a week that the rotation does not have.
    """
    if session.week is not None and session.week > routine.rotation_weeks:
        return range(0)
    first = max(first, routine.starts_on.toordinal())
    last = min(last, routine.ends_on.toordinal())
    every = 7 * every_weeks(session, routine)
    return range(first + (phase(session, routine) - first) % every, last + 1, every)


def planned_dates(session: Session, routine: Routine, first: date, last: date) -> list[date]:
    """Dates from `first` to `last` that the pattern plans the session on, in order."""
    return dates(planned_ordinals(session, routine, first.toordinal(), last.toordinal()))


def is_planned(session: Session, routine: Routine, day: date) -> bool:
    """Whether the pattern plans the session on `day`, cancelled or moved away or not."""
    return bool(planned_ordinals(session, routine, day.toordinal(), day.toordinal()))


def every_weeks(session: Session, routine: Routine) -> int:
    """Weeks from one planned date of the session to the next."""
    return 1 if session.week is None else routine.rotation_weeks


def phase(session: Session, routine: Routine) -> int:
    """The day of the session in the first rotation; it may lie outside the routine's dates."""
    week = week_number(routine.starts_on.toordinal(), routine.week_start) + (session.week or 1) - 1
    in_week = (session.weekday.number - routine.week_start.number) % 7
    return week_first_ordinal(week, routine.week_start) + in_week
