"""A session as a calendar knows it: a weekly rule with its exceptions."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from almanac.timetable.domain.dates import every_weeks, planned_ordinals
from almanac.timetable.domain.model import (
    CancelScope,
    Occurrence,
    OccurrenceState,
    Routine,
    Session,
)
from almanac.timetable.domain.occurrences import occurrence_of


@dataclass(frozen=True, slots=True)
class Recurrence:
    """What iCalendar needs (RFC 5545): the rule, its exceptions, and the dates that differ.

    The rule is every `every_weeks` weeks on the weekday of `first_on`, up to `last_on` or without
    end. `excluded_on` are the planned dates on which nothing takes place (EXDATE), `moved` the
    occurrences that replace one (RECURRENCE-ID is their `planned_on`).
    """

    first_on: date
    last_on: date | None
    every_weeks: int
    excluded_on: tuple[date, ...] = ()
    moved: tuple[Occurrence, ...] = ()


def recurrence(session: Session, routine: Routine) -> Recurrence | None:
    """The recurrence of a session; none when its routine has no date for it.

    The cancellation of the whole series is left to whoever writes the calendar.
    """
    window = planned_ordinals(
        session, routine, routine.starts_on.toordinal(), routine.ends_on.toordinal()
    )
    if not window:
        return None
    own = tuple(c for c in session.cancellations if c.scope is not CancelScope.SERIES)
    live = replace(session, cancellations=own)
    changed = [occurrence_of(live, routine, day) for day in _exceptional(live, routine)]
    found = [occurrence for occurrence in changed if occurrence]
    return Recurrence(
        first_on=date.fromordinal(window[0]),
        last_on=None if routine.valid_to is None else date.fromordinal(window[-1]),
        every_weeks=every_weeks(session, routine),
        excluded_on=tuple(o.planned_on for o in found if not o.takes_place),
        moved=tuple(
            replace(o, session=session) for o in found if o.state is OccurrenceState.MOVED_HERE
        ),
    )


def _exceptional(session: Session, routine: Routine) -> list[date]:
    """Planned dates that something is said about, in order."""
    spans = chain(
        ((c.first_on or date.min, c.last_on or date.max) for c in session.cancellations),
        ((holiday.first_on, holiday.last_on) for holiday in routine.holidays),
        ((move.planned_on, move.planned_on) for move in session.moves),
    )
    days = {
        day
        for first, last in spans
        for day in planned_ordinals(session, routine, first.toordinal(), last.toordinal())
    }
    return [date.fromordinal(day) for day in sorted(days)]
