"""Tables of the timetable. Every row is keyed by its owner first."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from almanac.core.columns import JsonColumn, UTCDateTime, text_enum
from almanac.core.db import Base
from almanac.schedules.rules import Weekday
from almanac.timetable.domain.model import SessionKind


class Routine(Base):
    """A pattern of weeks. Times are minutes after midnight; a day that ends at 1440 at midnight.

    `sequence` counts the changes that a calendar may see, as iCalendar asks for.
    """

    __tablename__ = "routines"
    __table_args__ = (
        CheckConstraint(
            "day_starts >= 0 AND day_ends > day_starts AND day_ends <= 1440", name="day"
        ),
        CheckConstraint("session_minutes BETWEEN 1 AND 1440", name="session_minutes"),
        CheckConstraint("rotation_weeks BETWEEN 1 AND 6", name="rotation_weeks"),
        Index("ix_routines_user_id_import_id", "user_id", "import_id"),
    )

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    day_starts: Mapped[int]
    day_ends: Mapped[int]
    # A list of weekdays.
    hidden_days: Mapped[list[str]] = mapped_column(JsonColumn)
    session_minutes: Mapped[int]
    # A list of {"starts", "minutes"}.
    breaks: Mapped[list[dict[str, int]]] = mapped_column(JsonColumn)
    # A list of {"first_on", "last_on", "name"}.
    holidays: Mapped[list[dict[str, str]]] = mapped_column(JsonColumn)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    rotation_weeks: Mapped[int]
    position: Mapped[int] = mapped_column(default=0)
    sequence: Mapped[int] = mapped_column(default=0)
    # Without `valid_from` a routine is in force from the week of this date on.
    created_on: Mapped[date]
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    updated_at: Mapped[datetime] = mapped_column(UTCDateTime)
    deleted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    import_id: Mapped[UUID | None]
    import_key: Mapped[str | None] = mapped_column(String(200))


class Session(Base):
    """A weekly appointment with its exceptions, which are values of it and no rows of their own."""

    __tablename__ = "timetable_sessions"
    __table_args__ = (
        CheckConstraint("starts BETWEEN 0 AND 1439", name="starts"),
        CheckConstraint("minutes BETWEEN 1 AND 1440", name="minutes"),
        CheckConstraint("week BETWEEN 1 AND 6", name="week"),
        ForeignKeyConstraint(
            ["user_id", "routine_id"], ["routines.user_id", "routines.id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(["user_id", "theme_id"], ["themes.user_id", "themes.id"]),
        Index("ix_timetable_sessions_user_id_routine_id", "user_id", "routine_id"),
        Index("ix_timetable_sessions_user_id_theme_id", "user_id", "theme_id"),
        Index("ix_timetable_sessions_user_id_import_id", "user_id", "import_id"),
    )

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    routine_id: Mapped[UUID]
    kind: Mapped[SessionKind] = mapped_column(text_enum(SessionKind, "kind"))
    weekday: Mapped[Weekday] = mapped_column(text_enum(Weekday, "weekday"))
    week: Mapped[int | None]
    starts: Mapped[int]
    minutes: Mapped[int]
    subject: Mapped[str] = mapped_column(String(120))
    location: Mapped[str] = mapped_column(String(120), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    color: Mapped[str | None] = mapped_column(String(7))
    theme_id: Mapped[UUID | None]
    # A list of {"scope", "first_on", "last_on", "reason"}; the series has no dates.
    cancellations: Mapped[list[dict[str, Any]]] = mapped_column(JsonColumn, default=list)
    # A list of {"planned_on", "on", "starts", "minutes", "location"}.
    moves: Mapped[list[dict[str, Any]]] = mapped_column(JsonColumn, default=list)
    sequence: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    updated_at: Mapped[datetime] = mapped_column(UTCDateTime)
    deleted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    import_id: Mapped[UUID | None]
    import_key: Mapped[str | None] = mapped_column(String(200))


class Tick(Base):
    """That a session of kind task was done, by the date it was planned on."""

    __tablename__ = "session_ticks"
    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "session_id"],
            ["timetable_sessions.user_id", "timetable_sessions.id"],
            ondelete="CASCADE",
        ),
        Index("ix_session_ticks_user_id_planned_on", "user_id", "planned_on"),
    )

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    session_id: Mapped[UUID] = mapped_column(primary_key=True)
    planned_on: Mapped[date] = mapped_column(primary_key=True)
    done_on: Mapped[date]
    done_at: Mapped[datetime] = mapped_column(UTCDateTime)


class Share(Base):
    """The link under which anybody may read a routine.

    Its token is kept as it is, to be shown to its owner again; who has this database has all that
    the link shows.
    """

    __tablename__ = "routine_shares"
    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "routine_id"], ["routines.user_id", "routines.id"], ondelete="CASCADE"
        ),
    )

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    routine_id: Mapped[UUID] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
