"""Habits: habits, schedule versions, check-ins, pauses."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
instant = sa.DateTime(timezone=True)


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=20)


def upgrade() -> None:
    _create_habits()
    _create_schedules()
    _create_check_ins()
    _create_pauses()


def _create_habits() -> None:
    op.create_table(
        "habits",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("kind", one_of("kind", "check", "measure"), nullable=False),
        sa.Column("unit", sa.String(24), nullable=False),
        sa.Column("no_entry_is_zero", sa.Boolean(), nullable=False),
        sa.Column("color", sa.String(7), nullable=True),
        sa.Column("reminders", json, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("completions_limit", sa.Integer(), nullable=True),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.Column("deleted_at", instant, nullable=True),
        sa.Column("import_id", sa.Uuid(), nullable=True),
        sa.Column("import_key", sa.String(200), nullable=True),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("updated_at", instant, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("figures_on", sa.Date(), nullable=True),
        sa.Column("figures", json, nullable=True),
        sa.CheckConstraint(
            "ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_habits_window")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_habits_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_habits")),
    )
    op.create_index("ix_habits_user_id_import_id", "habits", ["user_id", "import_id"])


def _create_schedules() -> None:
    kinds = (
        "daily",
        "weekly_days",
        "monthly_day",
        "yearly_date",
        "interval_cycle",
        "times_per_period",
        "after_completion",
    )
    op.create_table(
        "habit_schedules",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("habit_id", sa.Uuid(), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=False),
        sa.Column("kind", one_of("kind", *kinds), nullable=False),
        sa.Column("config", json, nullable=False),
        sa.Column(
            "week_start",
            one_of("week_start", "mon", "tue", "wed", "thu", "fri", "sat", "sun"),
            nullable=False,
        ),
        sa.Column("target", sa.BigInteger(), nullable=True),
        sa.Column("target_kind", one_of("target_kind", "at_least", "at_most"), nullable=False),
        sa.Column("target_per", one_of("target_per", "day", "period"), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id", "habit_id"],
            ["habits.user_id", "habits.id"],
            name=op.f("fk_habit_schedules_user_id_habit_id_habits"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "user_id", "habit_id", "effective_from", name=op.f("pk_habit_schedules")
        ),
    )


def _create_check_ins() -> None:
    op.create_table(
        "check_ins",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("habit_id", sa.Uuid(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("status", one_of("status", "done", "skipped", "missed"), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("recorded_at", instant, nullable=False),
        sa.Column("import_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id", "habit_id"],
            ["habits.user_id", "habits.id"],
            name=op.f("fk_check_ins_user_id_habit_id_habits"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "habit_id", "local_date", name=op.f("pk_check_ins")),
    )
    op.create_index("ix_check_ins_user_id_local_date", "check_ins", ["user_id", "local_date"])
    op.create_index("ix_check_ins_user_id_import_id", "check_ins", ["user_id", "import_id"])


def _create_pauses() -> None:
    op.create_table(
        "pauses",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("habit_id", sa.Uuid(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_pauses_range")),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_pauses_user_id_users"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id", "habit_id"],
            ["habits.user_id", "habits.id"],
            name=op.f("fk_pauses_user_id_habit_id_habits"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_pauses")),
    )


def downgrade() -> None:
    for table in ("pauses", "check_ins", "habit_schedules", "habits"):
        op.drop_table(table)
