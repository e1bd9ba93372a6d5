"""Tables of tasks. Every row is keyed by its owner first."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    Text,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Mapped, mapped_column

from almanac.core.columns import JsonColumn, UTCDateTime, text_enum
from almanac.core.db import Base
from almanac.schedules.rules import ScheduleKind, Weekday
from almanac.tasks.domain.model import Priority, TaskStatus
from almanac.tasks.domain.search import search_key

# Both databases compare it alike; the rules of a language would pass over the line break in it.
ByCodePoint = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def _search_key_of(context: Any) -> str:
    written = context.get_current_parameters()
    return search_key(written["title"], written.get("notes") or "")


class Task(Base):
    """A thing to do, once or again and again.

    `due_on` is what is to be done next; of a repeating task it is one of its occurrences.
    `due_time` is wall-clock time (`HH:MM`) that stays the same when the person travels.
    """

    __tablename__ = "tasks"
    __table_args__ = (
        CheckConstraint("due_time IS NULL OR due_on IS NOT NULL", name="time_has_date"),
        CheckConstraint("(schedule_kind IS NULL) = (anchor_on IS NULL)", name="anchor"),
        CheckConstraint("ends_on IS NULL OR ends_on >= anchor_on", name="window"),
        ForeignKeyConstraint(["user_id", "theme_id"], ["themes.user_id", "themes.id"]),
        Index("ix_tasks_user_id_status_due_on", "user_id", "status", "due_on"),
        Index("ix_tasks_user_id_theme_id", "user_id", "theme_id"),
        Index("ix_tasks_user_id_import_id", "user_id", "import_id"),
    )

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    notes: Mapped[str] = mapped_column(Text, default="")
    # Title and notes as they are searched and sorted by; whoever changes them writes it anew.
    search_key: Mapped[str] = mapped_column(ByCodePoint, default=_search_key_of)
    theme_id: Mapped[UUID | None]
    priority: Mapped[Priority] = mapped_column(
        text_enum(Priority, "priority"), default=Priority.MEDIUM
    )
    status: Mapped[TaskStatus] = mapped_column(
        text_enum(TaskStatus, "status"), default=TaskStatus.OPEN
    )
    due_on: Mapped[date | None]
    due_time: Mapped[str | None] = mapped_column(String(5))
    # A list of {"id", "text", "is_done"}.
    checklist: Mapped[list[dict[str, Any]]] = mapped_column(JsonColumn, default=list)
    schedule_kind: Mapped[ScheduleKind | None] = mapped_column(
        text_enum(ScheduleKind, "schedule_kind")
    )
    schedule_config: Mapped[dict[str, Any] | None] = mapped_column(JsonColumn)
    week_start: Mapped[Weekday] = mapped_column(
        text_enum(Weekday, "week_start"), default=Weekday.MON
    )
    # The first due date, which the occurrences of a schedule are counted from.
    anchor_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    position: Mapped[int] = mapped_column(default=0)
    # When an unrepeated task was done, or a repeating one came to its end.
    completed_on: Mapped[date | None]
    completed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    # The `number` of its last completion, so that it is found without looking at the others.
    completions_count: Mapped[int] = mapped_column(default=0)
    created_on: Mapped[date]
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    updated_at: Mapped[datetime] = mapped_column(UTCDateTime)
    deleted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    import_id: Mapped[UUID | None]
    import_key: Mapped[str | None] = mapped_column(String(200))


class Completion(Base):
    """One time that a task was done: what was planned, when it was done, and how it stood before.

    Tasks that do not repeat have one while they are done. `number` counts up from 1 in each task,
    so that two of the same moment cannot both be written.
    """

    __tablename__ = "task_completions"
    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "task_id"], ["tasks.user_id", "tasks.id"], ondelete="CASCADE"
        ),
        Index("ix_task_completions_user_id_done_on", "user_id", "done_on"),
        Index("ix_task_completions_user_id_planned_on", "user_id", "planned_on"),
    )

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    task_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    planned_on: Mapped[date | None]
    planned_time: Mapped[str | None] = mapped_column(String(5))
    done_on: Mapped[date]
    done_at: Mapped[datetime] = mapped_column(UTCDateTime)
    # {"ticked": ids of the steps that were unticked}; what was due then is what was planned.
    before: Mapped[dict[str, Any]] = mapped_column(JsonColumn)
