"""The timetable: routines, their sessions, what was ticked, links to read a routine."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
instant = sa.DateTime(timezone=True)


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=20)


def upgrade() -> None:
    _create_routines()
    op.create_index("ix_routines_user_id_import_id", "routines", ["user_id", "import_id"])
    _create_sessions()
    for column in ("routine_id", "theme_id", "import_id"):
        op.create_index(
            f"ix_timetable_sessions_user_id_{column}", "timetable_sessions", ["user_id", column]
        )
    _create_ticks()
    _create_shares()


def _create_routines() -> None:
    op.create_table(
        "routines",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("day_starts", sa.Integer(), nullable=False),
        sa.Column("day_ends", sa.Integer(), nullable=False),
        sa.Column("hidden_days", json, nullable=False),
        sa.Column("session_minutes", sa.Integer(), nullable=False),
        sa.Column("breaks", json, nullable=False),
        sa.Column("holidays", json, nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("rotation_weeks", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("updated_at", instant, nullable=False),
        sa.Column("deleted_at", instant, nullable=True),
        sa.Column("import_id", sa.Uuid(), nullable=True),
        sa.Column("import_key", sa.String(200), nullable=True),
        sa.CheckConstraint(
            "day_starts >= 0 AND day_ends > day_starts AND day_ends <= 1440",
            name=op.f("ck_routines_day"),
        ),
        sa.CheckConstraint(
            "session_minutes BETWEEN 1 AND 1440", name=op.f("ck_routines_session_minutes")
        ),
        sa.CheckConstraint(
            "rotation_weeks BETWEEN 1 AND 6", name=op.f("ck_routines_rotation_weeks")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_routines_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_routines")),
    )


def _create_sessions() -> None:
    op.create_table(
        "timetable_sessions",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("routine_id", sa.Uuid(), nullable=False),
        sa.Column("kind", one_of("kind", "class", "task"), nullable=False),
        sa.Column(
            "weekday",
            one_of("weekday", "mon", "tue", "wed", "thu", "fri", "sat", "sun"),
            nullable=False,
        ),
        sa.Column("week", sa.Integer(), nullable=True),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(120), nullable=False),
        sa.Column("location", sa.String(120), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("color", sa.String(7), nullable=True),
        sa.Column("theme_id", sa.Uuid(), nullable=True),
        sa.Column("cancellations", json, nullable=False),
        sa.Column("moves", json, nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("updated_at", instant, nullable=False),
        sa.Column("deleted_at", instant, nullable=True),
        sa.Column("import_id", sa.Uuid(), nullable=True),
        sa.Column("import_key", sa.String(200), nullable=True),
        sa.CheckConstraint("starts BETWEEN 0 AND 1439", name=op.f("ck_timetable_sessions_starts")),
        sa.CheckConstraint(
            "minutes BETWEEN 1 AND 1440", name=op.f("ck_timetable_sessions_minutes")
        ),
        sa.CheckConstraint("week BETWEEN 1 AND 6", name=op.f("ck_timetable_sessions_week")),
        sa.ForeignKeyConstraint(
            ["user_id", "routine_id"],
            ["routines.user_id", "routines.id"],
            name=op.f("fk_timetable_sessions_user_id_routine_id_routines"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id", "theme_id"],
            ["themes.user_id", "themes.id"],
            name=op.f("fk_timetable_sessions_user_id_theme_id_themes"),
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_timetable_sessions")),
    )


def _create_ticks() -> None:
    op.create_table(
        "session_ticks",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("done_at", instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id", "session_id"],
            ["timetable_sessions.user_id", "timetable_sessions.id"],
            name=op.f("fk_session_ticks_user_id_session_id_timetable_sessions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "user_id", "session_id", "planned_on", name=op.f("pk_session_ticks")
        ),
    )
    op.create_index(
        "ix_session_ticks_user_id_planned_on", "session_ticks", ["user_id", "planned_on"]
    )


def _create_shares() -> None:
    op.create_table(
        "routine_shares",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("routine_id", sa.Uuid(), nullable=False),
        sa.Column("token", sa.String(64), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id", "routine_id"],
            ["routines.user_id", "routines.id"],
            name=op.f("fk_routine_shares_user_id_routine_id_routines"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "routine_id", name=op.f("pk_routine_shares")),
        sa.UniqueConstraint("token", name=op.f("uq_routine_shares_token")),
    )


def downgrade() -> None:
    for table in ("routine_shares", "session_ticks", "timetable_sessions", "routines"):
        op.drop_table(table)
