"""What becomes of a file of a timetable, as the API tells it: the same before and after."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from uuid import UUID

from almanac.timetable.domain.importing import Entry, Refused
from almanac.timetable.domain.importing_plan import Added, Present
from almanac.timetable.domain.model import Session
from almanac.timetable.schemas.imports import MAX_TOLD, ImportedRoutine, ImportedSession
from almanac.timetable.schemas.times import wall_time
from almanac.timetable.service.imports import TimetableImport
from almanac.timetable.service.views import cancellation_view, move_view, warning_views


def routine_view(found: TimetableImport, *, is_written: bool) -> ImportedRoutine:
    """The routine, as it is or as it would be."""
    routine = found.plan.routine
    return ImportedRoutine(
        id=routine.id if is_written or not found.is_new else None,
        name=routine.name,
        is_new=found.is_new,
        rotation_weeks=routine.rotation_weeks,
        valid_from=routine.valid_from,
        valid_to=routine.valid_to,
        holidays=len(routine.holidays) if found.is_new else 0,
    )


def session_views(found: TimetableImport, *, is_written: bool) -> list[ImportedSession]:
    """Each entry: what is new, what is there, what is left out; as many as can be told."""
    plan = found.plan

    def each() -> Iterator[ImportedSession]:
        yield from (_added(one, is_written=is_written) for one in plan.added)
        yield from (_left_out(one) for one in plan.refused)
        yield from (_present(one) for one in plan.present)

    return list(islice(each(), MAX_TOLD))


def left_out_counts(found: TimetableImport) -> dict[str, int]:
    """How many entries are left out, by reason."""
    return dict(sorted(Counter(each.reason.value for each in found.plan.refused).items()))


def _added(added: Added, *, is_written: bool) -> ImportedSession:
    session = added.session
    shown = _session(added.entry, session, session.id if is_written else None)
    return shown.model_copy(
        update={
            "outcome": "added",
            "cancellations": [cancellation_view(each) for each in session.cancellations],
            "moves": [move_view(each) for each in session.moves],
            "warnings": warning_views(added.warnings),
        }
    )


def _present(present: Present) -> ImportedSession:
    return _session(present.entry, present.session, present.there.id)


def _session(entry: Entry, session: Session, session_id: UUID | None) -> ImportedSession:
    return _entry(entry).model_copy(
        update={
            "outcome": "present",
            "session_id": session_id,
            "kind": session.kind,
            "weekday": session.weekday,
            "week": session.week,
            "starts": wall_time(session.starts),
            "minutes": session.minutes,
            "location": session.location,
        }
    )


def _left_out(refused: Refused) -> ImportedSession:
    return _entry(refused.entry).model_copy(
        update={
            "reason": refused.reason,
            "field": refused.field,
            "detail": refused.detail,
            "first_on": refused.on,
        }
    )


def _entry(entry: Entry) -> ImportedSession:
    """Where something stands in the file, and nothing that it became."""
    return ImportedSession(
        outcome="left_out",
        line=entry.line,
        uid=entry.uid,
        subject=entry.subject,
        reason=None,
        field=None,
        detail=None,
        first_on=None,
        session_id=None,
        kind=None,
        weekday=None,
        week=None,
        starts=None,
        minutes=None,
        location=None,
        cancellations=[],
        moves=[],
        warnings=[],
    )
