"""Tasks: tasks, their completions, and the answers kept for requests that are sent again."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
by_code_point = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
instant = sa.DateTime(timezone=True)
SCHEDULE_KINDS = (
    "daily",
    "weekly_days",
    "monthly_day",
    "yearly_date",
    "interval_cycle",
    "times_per_period",
    "after_completion",
)


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=20)


def upgrade() -> None:
    _create_tasks()
    op.create_index("ix_tasks_user_id_status_due_on", "tasks", ["user_id", "status", "due_on"])
    op.create_index("ix_tasks_user_id_theme_id", "tasks", ["user_id", "theme_id"])
    op.create_index("ix_tasks_user_id_import_id", "tasks", ["user_id", "import_id"])
    _create_completions()
    _create_idempotency_keys()


def _create_tasks() -> None:
    op.create_table(
        "tasks",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("search_key", by_code_point, nullable=False),
        sa.Column("theme_id", sa.Uuid(), nullable=True),
        sa.Column("priority", one_of("priority", "low", "medium", "high"), nullable=False),
        sa.Column("status", one_of("status", "open", "done"), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_time", sa.String(5), nullable=True),
        sa.Column("checklist", json, nullable=False),
        sa.Column("schedule_kind", one_of("schedule_kind", *SCHEDULE_KINDS), nullable=True),
        sa.Column("schedule_config", json, nullable=True),
        sa.Column(
            "week_start",
            one_of("week_start", "mon", "tue", "wed", "thu", "fri", "sat", "sun"),
            nullable=False,
        ),
        sa.Column("anchor_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("completed_on", sa.Date(), nullable=True),
        sa.Column("completed_at", instant, nullable=True),
        sa.Column("completions_count", sa.Integer(), nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("updated_at", instant, nullable=False),
        sa.Column("deleted_at", instant, nullable=True),
        sa.Column("import_id", sa.Uuid(), nullable=True),
        sa.Column("import_key", sa.String(200), nullable=True),
        sa.CheckConstraint(
            "due_time IS NULL OR due_on IS NOT NULL", name=op.f("ck_tasks_time_has_date")
        ),
        sa.CheckConstraint(
            "(schedule_kind IS NULL) = (anchor_on IS NULL)", name=op.f("ck_tasks_anchor")
        ),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= anchor_on", name=op.f("ck_tasks_window")),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_tasks_user_id_users"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id", "theme_id"],
            ["themes.user_id", "themes.id"],
            name=op.f("fk_tasks_user_id_theme_id_themes"),
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_tasks")),
    )


def _create_completions() -> None:
    op.create_table(
        "task_completions",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("planned_time", sa.String(5), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("done_at", instant, nullable=False),
        sa.Column("before", json, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id", "task_id"],
            ["tasks.user_id", "tasks.id"],
            name=op.f("fk_task_completions_user_id_task_id_tasks"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "task_id", "number", name=op.f("pk_task_completions")),
    )
    op.create_index(
        "ix_task_completions_user_id_done_on", "task_completions", ["user_id", "done_on"]
    )
    op.create_index(
        "ix_task_completions_user_id_planned_on", "task_completions", ["user_id", "planned_on"]
    )


def _create_idempotency_keys() -> None:
    op.create_table(
        "idempotency_keys",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(32), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_idempotency_keys_user_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "key", name=op.f("pk_idempotency_keys")),
    )
    op.create_index("ix_idempotency_keys_created_at", "idempotency_keys", ["created_at"])


def downgrade() -> None:
    for table in ("idempotency_keys", "task_completions", "tasks"):
        op.drop_table(table)
