"""Habit tables. Every row is keyed by its owner first.

Amounts and targets are integers of thousandths, so that 0.1 + 0.2 is 0.3.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Enum,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    Text,
)
from sqlalchemy.orm import Mapped, mapped_column

from almanac.core.columns import JsonColumn, UTCDateTime
from almanac.core.db import Base
from almanac.habits.domain.model import CheckInStatus, HabitKind, TargetKind, TargetPer
from almanac.schedules.rules import ScheduleKind, Weekday


def _enum(kind: type[Any], name: str) -> Enum:
    return Enum(
        kind,
        name=name,
        native_enum=False,
        create_constraint=True,
        values_callable=lambda members: [member.value for member in members],
        length=20,
    )


class Habit(Base):
    __tablename__ = "habits"
    __table_args__ = (
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="window"),
        ForeignKeyConstraint(["user_id", "theme_id"], ["themes.user_id", "themes.id"]),
        Index("ix_habits_user_id_import_id", "user_id", "import_id"),
        Index("ix_habits_user_id_theme_id", "user_id", "theme_id"),
    )

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    description: Mapped[str] = mapped_column(Text, default="")
    theme_id: Mapped[UUID | None]
    kind: Mapped[HabitKind] = mapped_column(_enum(HabitKind, "kind"))
    unit: Mapped[str] = mapped_column(String(24), default="")
    no_entry_is_zero: Mapped[bool] = mapped_column(default=False)
    color: Mapped[str | None] = mapped_column(String(7))
    reminders: Mapped[list[str]] = mapped_column(JsonColumn, default=list)
    position: Mapped[int] = mapped_column(default=0)
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    completions_limit: Mapped[int | None]
    archived_on: Mapped[date | None]
    deleted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    import_id: Mapped[UUID | None]
    import_key: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    updated_at: Mapped[datetime] = mapped_column(UTCDateTime)
    # Counts the changes that figures depend on, so that a slow reader never stores stale ones.
    revision: Mapped[int] = mapped_column(default=0)
    # Figures of `figures_on`, computed when something of this habit changed or a day began.
    figures_on: Mapped[date | None]
    figures: Mapped[dict[str, Any] | None] = mapped_column(JsonColumn)


class HabitSchedule(Base):
    """The rule and target in force from a date on; a change adds a row."""

    __tablename__ = "habit_schedules"
    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "habit_id"], ["habits.user_id", "habits.id"], ondelete="CASCADE"
        ),
    )

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    habit_id: Mapped[UUID] = mapped_column(primary_key=True)
    effective_from: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[ScheduleKind] = mapped_column(_enum(ScheduleKind, "kind"))
    config: Mapped[dict[str, Any]] = mapped_column(JsonColumn)
    week_start: Mapped[Weekday] = mapped_column(_enum(Weekday, "week_start"))
    target: Mapped[int | None] = mapped_column(BigInteger)
    target_kind: Mapped[TargetKind] = mapped_column(_enum(TargetKind, "target_kind"))
    target_per: Mapped[TargetPer] = mapped_column(_enum(TargetPer, "target_per"))


class CheckIn(Base):
    """What a person recorded for one local date of one habit."""

    __tablename__ = "check_ins"
    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "habit_id"], ["habits.user_id", "habits.id"], ondelete="CASCADE"
        ),
        Index("ix_check_ins_user_id_local_date", "user_id", "local_date"),
        Index("ix_check_ins_user_id_import_id", "user_id", "import_id"),
    )

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    habit_id: Mapped[UUID] = mapped_column(primary_key=True)
    local_date: Mapped[date] = mapped_column(primary_key=True)
    status: Mapped[CheckInStatus] = mapped_column(_enum(CheckInStatus, "status"))
    amount: Mapped[int | None] = mapped_column(BigInteger)
    note: Mapped[str] = mapped_column(Text, default="")
    recorded_at: Mapped[datetime] = mapped_column(UTCDateTime)
    import_id: Mapped[UUID | None]


class Pause(Base):
    """Days that neither count nor break: for one habit, for those of a theme, or for all.

    With a theme it is for the habits in `pause_habits`, which belonged to the theme when it was
    made: moving a habit, or deleting the theme, must not rewrite what is past.
    """

    __tablename__ = "pauses"
    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "habit_id"], ["habits.user_id", "habits.id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(["user_id", "theme_id"], ["themes.user_id", "themes.id"]),
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="range"),
        CheckConstraint("habit_id IS NULL OR theme_id IS NULL", name="one_scope"),
    )

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    habit_id: Mapped[UUID | None]
    theme_id: Mapped[UUID | None]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)


class PauseHabit(Base):
    """A habit that a theme's pause is for."""

    __tablename__ = "pause_habits"
    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "pause_id"], ["pauses.user_id", "pauses.id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["user_id", "habit_id"], ["habits.user_id", "habits.id"], ondelete="CASCADE"
        ),
        Index("ix_pause_habits_user_id_habit_id", "user_id", "habit_id"),
    )

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    pause_id: Mapped[UUID] = mapped_column(primary_key=True)
    habit_id: Mapped[UUID] = mapped_column(primary_key=True)
