"""Tables of accounts, login sessions, sign-in failures and the audit log."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from almanac.core.columns import JsonColumn, UTCDateTime, text_enum
from almanac.core.db import Base
from almanac.identity.domain import Units
from almanac.schedules.rules import Weekday


class User(Base):
    """An account. `email` is as typed, `email_key` is what makes it unique."""

    __tablename__ = "users"
    __table_args__ = (
        CheckConstraint("day_start BETWEEN 0 AND 720", name="day_start"),
        UniqueConstraint("email_key"),
        Index("ix_users_next_day_at", "next_day_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254))
    email_key: Mapped[str] = mapped_column(String(320))
    full_name: Mapped[str] = mapped_column(String(120), default="")
    password_hash: Mapped[str | None] = mapped_column(String(200))
    is_active: Mapped[bool] = mapped_column(default=True)
    is_superuser: Mapped[bool] = mapped_column(default=False)
    timezone: Mapped[str] = mapped_column(String(64))
    week_start: Mapped[Weekday] = mapped_column(
        text_enum(Weekday, "week_start"), default=Weekday.MON
    )
    day_start: Mapped[int] = mapped_column(default=0)
    locale: Mapped[str] = mapped_column(String(12), default="en")
    units: Mapped[Units] = mapped_column(text_enum(Units, "units"), default=Units.METRIC)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    updated_at: Mapped[datetime] = mapped_column(UTCDateTime)
    password_changed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    # When the person's next day begins; none asks for it to be worked out.
    next_day_at: Mapped[datetime | None] = mapped_column(UTCDateTime)


class LoginSession(Base):
    """One browser that stays signed in. Ending it deletes the row, at once and everywhere."""

    __tablename__ = "login_sessions"
    __table_args__ = (UniqueConstraint("token_hash"),)

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    token_issued_at: Mapped[datetime] = mapped_column(UTCDateTime)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    last_seen_at: Mapped[datetime] = mapped_column(UTCDateTime)
    idle_ends_at: Mapped[datetime] = mapped_column(UTCDateTime)
    absolute_ends_at: Mapped[datetime] = mapped_column(UTCDateTime)
    proved_at: Mapped[datetime] = mapped_column(UTCDateTime)
    method: Mapped[str] = mapped_column(String(20))
    ip: Mapped[str] = mapped_column(String(45))
    user_agent: Mapped[str] = mapped_column(String(400))


class RetiredToken(Base):
    """A token that a login session was rotated from, kept to recognise its replay."""

    __tablename__ = "retired_tokens"
    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "session_id"],
            ["login_sessions.user_id", "login_sessions.id"],
            ondelete="CASCADE",
        ),
        UniqueConstraint("token_hash"),
        Index("ix_retired_tokens_user_id_session_id", "user_id", "session_id"),
    )

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    session_id: Mapped[UUID]
    retired_at: Mapped[datetime] = mapped_column(UTCDateTime)


class SignInDelay(Base):
    """Failed sign-ins in a row, by a keyed hash of the address, with or without an account."""

    __tablename__ = "sign_in_delays"

    account_key: Mapped[str] = mapped_column(String(64), primary_key=True)
    failures: Mapped[int]
    last_failed_at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)


class AuditEvent(Base):
    """What happened to whose account. Rows are only ever added; they outlive the account."""

    __tablename__ = "audit_events"
    __table_args__ = (Index("ix_audit_events_user_id_id", "user_id", "id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID | None]
    at: Mapped[datetime] = mapped_column(UTCDateTime)
    kind: Mapped[str] = mapped_column(String(40))
    succeeded: Mapped[bool]
    reason: Mapped[str | None] = mapped_column(String(60))
    actor: Mapped[str] = mapped_column(String(20))
    actor_id: Mapped[UUID | None]
    method: Mapped[str | None] = mapped_column(String(20))
    ip: Mapped[str] = mapped_column(String(45))
    user_agent: Mapped[str] = mapped_column(String(400))
    details: Mapped[dict[str, Any]] = mapped_column(JsonColumn, default=dict)
