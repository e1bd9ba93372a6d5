"""Routines as calendars, without a database."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from almanac.calendars.events import Owner
from almanac.calendars.writing import write_calendar
from almanac.timetable.domain.model import Routine
from almanac.timetable.service.calendar import record_events
from almanac.timetable.service.loading import RoutineRecord, SessionRecord

STAMP = datetime(2026, 3, 18, 12, tzinfo=UTC)


def written(of: Routine, zone: ZoneInfo) -> bytes:
    """The calendar of a routine that was last changed in March 2026."""
    rows = {each.id: SessionRecord(updated_at=STAMP, sequence=0) for each in of.sessions}
    record = RoutineRecord(
        routine=of, position=0, created_at=STAMP, updated_at=STAMP, sequence=0, sessions=rows
    )
    return write_calendar("Any", record_events([record], Owner(zone)), zone)
