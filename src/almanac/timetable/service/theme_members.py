"""Sessions as members of themes; those of deleted routines are over."""

from sqlalchemy import exists

from almanac.themes.service.members import RowsWithTheme
from almanac.timetable.models import Routine, Session

THEMED_SESSIONS = RowsWithTheme(
    "sessions",
    Session,
    exists().where(
        Routine.user_id == Session.user_id,
        Routine.id == Session.routine_id,
        Routine.deleted_at.is_(None),
    ),
)
