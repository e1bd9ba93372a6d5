"""What becomes of every entry of a file: a new session, one that is there already, nothing.

The same for a look at a file and for bringing it in, so that what is shown is what is done.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from almanac.timetable.domain.dates import planned_ordinals
from almanac.timetable.domain.importing import (
    MAX_IMPORTED,
    Entry,
    LeftOut,
    Likeness,
    ReadTimetable,
    Refused,
    Series,
    has_uid,
    in_order,
    likeness,
)
from almanac.timetable.domain.importing_fit import sessions_of
from almanac.timetable.domain.meetings import Neighbourhood, session_warnings
from almanac.timetable.domain.model import Routine, Session, SessionWarning

# After so many dates the weeks of two rotations stand to each other as before.
_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Added:
    """A session that is new, with what it meets; `key` knows it again."""

    entry: Entry
    session: Session
    key: str | None
    warnings: tuple[SessionWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Present:
    """An entry whose session is there already, as `there`."""

    entry: Entry
    session: Session
    there: Session


@dataclass(frozen=True, slots=True)
class Plan:
    """The routine as it would be, and what becomes of each entry."""

    routine: Routine
    added: tuple[Added, ...]
    present: tuple[Present, ...]
    refused: tuple[Refused, ...]


class There(NamedTuple):
    """The routines of the person; the sessions among them that an import made, by key."""

    routines: Sequence[Routine]
    by_key: Mapping[str, Session]


def plan_import(
    timetable: ReadTimetable, routine: Routine, there: There, ids: Iterator[UUID]
) -> Plan:
    """Fit a file into a routine, which is one of the person's or a new one."""
    others = [each for each in there.routines if each.id != routine.id]
    is_new = len(others) == len(there.routines)
    known = _Known(routine, others if is_new else [], there.by_key)
    room = MAX_IMPORTED - len(routine.sessions)
    added: list[Added] = []
    present: list[Present] = []
    refused: list[Refused] = list(timetable.refused)
    fresh: set[UUID] = set()
    for series in timetable.series:
        sessions = sessions_of(series, routine, ids)
        if isinstance(sessions, LeftOut):
            refused.append(Refused(series.entry, sessions, series.first_on))
            continue
        for session in sessions:
            key = _key(series, session)
            found = known.find(series, session, key)
            if found and found.id in fresh:
                refused.append(Refused(series.entry, LeftOut.REPEATED, series.first_on))
            elif found:
                present.append(Present(series.entry, session, found))
            elif len(added) >= room:
                refused.append(Refused(series.entry, LeftOut.TOO_MANY_SESSIONS, series.first_on))
            else:
                known.add(session)
                fresh.add(session.id)
                added.append(Added(series.entry, session, key))
    full = replace(routine, sessions=(*routine.sessions, *(each.session for each in added)))
    neighbourhood = Neighbourhood([full, *others])
    return Plan(
        routine=full,
        added=tuple(
            replace(each, warnings=session_warnings(each.session, full, neighbourhood))
            for each in added
        ),
        present=tuple(present),
        refused=in_order(refused),
    )


class _Known:
    """Sessions that need not come again: of the routine, or of others on the same dates."""

    def __init__(
        self, routine: Routine, others: Sequence[Routine], by_key: Mapping[str, Session]
    ) -> None:
        self._routine = routine
        self._own: dict[tuple[Likeness, int | None], Session] = {}
        self._others: defaultdict[Likeness, list[tuple[Session, Routine]]] = defaultdict(list)
        for session in routine.sessions:
            self.add(session)
        for other in others:
            for session in other.sessions:
                self._others[likeness(session)].append((session, other))
        within = {routine.id, *(other.id for other in others)}
        self._by_key = {key: each for key, each in by_key.items() if each.routine_id in within}

    def add(self, session: Session) -> None:
        """Know a session of the routine."""
        self._own.setdefault((likeness(session), session.week), session)

    def find(self, series: Series, session: Session, key: str | None) -> Session | None:
        """The one that a session would be again, by the file's own name of it or by its looks."""
        if key is not None and key in self._by_key:
            return self._by_key[key]
        look = likeness(session)
        own = self._own.get((look, session.week)) or self._own.get((look, None))
        if own is not None:
            return own
        days = _days(session, self._routine, series.first_on, series.last_on)
        alike = self._others.get(look, [])
        return next((each for each, of in alike if _meet(days, _days(each, of))), None)


def _key(series: Series, session: Session) -> str | None:
    """What a session is known by: the event that it comes from, its weekday and week."""
    if not has_uid(series.entry):
        return None
    text = f"{series.entry.uid}\n{session.weekday}\n{session.week or ''}"
    return f"ics:{sha256(text.encode('utf-8', 'replace')).hexdigest()}"


def _days(
    session: Session, routine: Routine, first: date | None = None, last: date | None = None
) -> range:
    """The days that the pattern plans, from the first of a series to its last."""
    first, last = first or routine.starts_on, last or routine.ends_on
    return planned_ordinals(session, routine, first.toordinal(), last.toordinal())


def _meet(own: range, theirs: range) -> bool:
    """Whether two sessions of one weekday have a date in common."""
    if not own or not theirs:
        return False
    skipped = max(0, -(-(theirs.start - own.start) // own.step))
    return any(day in theirs for day in own[skipped : skipped + _ROUNDS])
