"""The sessions of a routine as a table (RFC 4180); what is cancelled and moved is not in it."""

import csv
from collections.abc import Iterable
from io import StringIO

from almanac.timetable.domain.model import DAY_MINUTES, Session
from almanac.timetable.domain.table import WEEKDAYS, WRITTEN, neutral


def write_table(sessions: Iterable[Session]) -> str:
    """The table, without a byte order mark."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(WRITTEN)
    for session in sessions:
        writer.writerow([neutral(cell) for cell in _cells(session)])
    return text.getvalue()


def _cells(session: Session) -> tuple[str, ...]:
    return (
        session.subject,
        WEEKDAYS[session.weekday][0].capitalize(),
        _clock(session.starts),
        _clock(session.stretch.ends),
        session.location,
        "" if session.week is None else str(session.week),
        session.note,
        session.kind.value,
        session.color or "",
    )


def _clock(minutes: int) -> str:
    hours, rest = divmod(minutes % DAY_MINUTES, 60)
    return f"{hours:02d}:{rest:02d}"
