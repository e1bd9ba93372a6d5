"""Copying a day of the pattern onto another."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.model import CancelScope, Session


class PatternDay(NamedTuple):
    """A weekday of one week of the rotation, or of all its weeks together."""

    weekday: Weekday
    week: int | None = None


def sessions_on(sessions: Sequence[Session], day: PatternDay) -> list[Session]:
    """The sessions of a day, those of every week among them."""
    return [
        session
        for session in sessions
        if session.weekday is day.weekday and (day.week is None or session.week in {None, day.week})
    ]


def copy_day(
    sessions: Sequence[Session], source: PatternDay, target: PatternDay, ids: Iterator[UUID]
) -> list[Session]:
    """New sessions on the target like those of the source.

    Onto a weekday of all weeks each keeps its own week. Dates that were cancelled or moved are
    not copied, a cancelled series is. What the target has already is not copied again, so that
    copying twice is copying once.
    """
    taken = {_likeness(session) for session in sessions}
    copies = []
    for session in sessions_on(sessions, source):
        copy = _as_copied(session, target)
        if _likeness(copy) in taken or _likeness(replace(copy, week=None)) in taken:
            continue
        taken.add(_likeness(copy))
        copies.append(replace(copy, id=next(ids)))
    return copies


def as_pattern(session: Session) -> Session:
    """The session without what was cancelled and moved of single dates and ranges."""
    series = tuple(c for c in session.cancellations if c.scope is CancelScope.SERIES)
    return replace(session, cancellations=series, moves=())


def _as_copied(session: Session, target: PatternDay) -> Session:
    week = session.week if target.week is None else target.week
    return replace(as_pattern(session), weekday=target.weekday, week=week)


def _likeness(session: Session) -> tuple[object, ...]:
    """What makes two sessions of a pattern the same to whoever looks at them."""
    return (
        session.weekday,
        session.week,
        session.starts,
        session.minutes,
        session.kind,
        session.subject,
        session.location,
    )
