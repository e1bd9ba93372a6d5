"""Hours of the timetable over any days: what took place, and what is still to come, by subject.

Whether a task was ticked is no matter of hours: they are those that the timetable gives it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from unicodedata import normalize
from uuid import UUID

from almanac.timetable.domain.days import day_of
from almanac.timetable.domain.held import held
from almanac.timetable.domain.instants import held_at
from almanac.timetable.domain.model import Routine, Session
from almanac.timetable.domain.occurrences import occurrences
from almanac.timetable.domain.viewpoint import Viewpoint

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Hours:
    """Sessions that took place, so many and so long, and those that are still planned."""

    minutes: int = 0
    count: int = 0
    planned_minutes: int = 0
    planned_count: int = 0

    def plus(self, other: "Hours") -> "Hours":
        """Both together."""
        return Hours(
            self.minutes + other.minutes,
            self.count + other.count,
            self.planned_minutes + other.planned_minutes,
            self.planned_count + other.planned_count,
        )


@dataclass(frozen=True, slots=True)
class SubjectHours:
    """The hours of one subject in one theme."""

    subject: str
    theme_id: UUID | None
    hours: Hours


class HeldDay(NamedTuple):
    """A session that took place on one of a person's days."""

    on: date
    subject: str
    theme_id: UUID | None
    minutes: int


def sum_hours(each: Iterable[Hours]) -> Hours:
    """All of them together."""
    total = Hours()
    for hours in each:
        total = total.plus(hours)
    return total


def earliest_day(routines: Collection[Routine]) -> date | None:
    """The first day on which one of the routines is in force."""
    return min((routine.starts_on for routine in routines), default=None)


def hours_by_subject(
    routines: Iterable[Routine], first: date, last: date, view: Viewpoint
) -> list[SubjectHours]:
    """The hours of each subject and theme from `first` to `last`, most first; none of nothing.

    Subjects are one whatever their spaces and capitals.
    """
    found: defaultdict[tuple[str, UUID | None], Hours] = defaultdict(Hours)
    for subject, session, routine in _by_subject(routines):
        hours = _hours(session, routine, first, last, view)
        if hours != Hours():
            key = subject, session.theme_id
            found[key] = found[key].plus(hours)
    rows = [SubjectHours(*key, hours) for key, hours in found.items()]
    rows.sort(key=lambda row: row.subject.casefold())
    return sorted(rows, key=lambda row: row.hours, reverse=True)


def held_days(
    routines: Iterable[Routine], first: date, last: date, view: Viewpoint
) -> Iterator[HeldDay]:
    """Each date that took place from `first` to `last`, for whoever sums them up otherwise."""
    for subject, session, routine in _by_subject(routines):
        before = held(session, routine, first, min(last, view.today - _DAY), view.day_start)
        for each in before.dates(view.day_start):
            yield HeldDay(each.on, subject, session.theme_id, each.minutes)
        if first <= view.today <= last:
            for minutes, is_over in _of_today(session, routine, view):
                if is_over:
                    yield HeldDay(view.today, subject, session.theme_id, minutes)


def _by_subject(routines: Iterable[Routine]) -> Iterator[tuple[str, Session, Routine]]:
    """Sessions under what their subject is called: as it is written where it was met first."""
    names: dict[str, str] = {}
    for routine in routines:
        for each in routine.sessions:
            yield names.setdefault(_subject_key(each.subject), each.subject), each, routine


def _hours(session: Session, routine: Routine, first: date, last: date, view: Viewpoint) -> Hours:
    start = view.day_start
    before = held(session, routine, first, min(last, view.today - _DAY), start)
    after = held(session, routine, max(first, view.today + _DAY), last, start)
    hours = Hours(before.minutes, before.count, after.minutes, after.count)
    if first <= view.today <= last:
        for minutes, is_over in _of_today(session, routine, view):
            hours = hours.plus(Hours(minutes, 1) if is_over else Hours(0, 0, minutes, 1))
    return hours


def _of_today(session: Session, routine: Routine, view: Viewpoint) -> Iterator[tuple[int, bool]]:
    """How long what takes place today is, and whether it is over."""
    for each in occurrences(session, routine, view.today, view.today + _DAY):
        own = day_of(each.on, each.starts, view.day_start) == view.today
        if own and each.takes_place:
            yield each.minutes, held_at(each, view.zone)[1] <= view.now


def _subject_key(subject: str) -> str:
    return " ".join(normalize("NFC", normalize("NFD", subject).casefold()).split())
