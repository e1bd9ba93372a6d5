"""Themes: themes, and the theme of habits and of pauses."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
instant = sa.DateTime(timezone=True)


def upgrade() -> None:
    _create_themes()
    with op.batch_alter_table("habits") as habits:
        habits.add_column(sa.Column("theme_id", sa.Uuid(), nullable=True))
        habits.create_foreign_key(
            op.f("fk_habits_user_id_theme_id_themes"),
            "themes",
            ["user_id", "theme_id"],
            ["user_id", "id"],
        )
        habits.create_index("ix_habits_user_id_theme_id", ["user_id", "theme_id"])
    with op.batch_alter_table("pauses") as pauses:
        pauses.add_column(sa.Column("theme_id", sa.Uuid(), nullable=True))
        pauses.create_foreign_key(
            op.f("fk_pauses_user_id_theme_id_themes"),
            "themes",
            ["user_id", "theme_id"],
            ["user_id", "id"],
        )
        pauses.create_check_constraint(
            op.f("ck_pauses_one_scope"), "habit_id IS NULL OR theme_id IS NULL"
        )
    _create_pause_habits()


def _create_themes() -> None:
    op.create_table(
        "themes",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(24), nullable=False),
        sa.Column("name_key", sa.String(80), nullable=False),
        sa.Column("color", sa.String(7), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("updated_at", instant, nullable=False),
        sa.Column("deleted_at", instant, nullable=True),
        sa.Column("left", json, nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_themes_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_themes")),
    )
    op.create_index(
        "uq_themes_user_id_name_key",
        "themes",
        ["user_id", "name_key"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )


def _create_pause_habits() -> None:
    op.create_table(
        "pause_habits",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("pause_id", sa.Uuid(), nullable=False),
        sa.Column("habit_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id", "pause_id"],
            ["pauses.user_id", "pauses.id"],
            name=op.f("fk_pause_habits_user_id_pause_id_pauses"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id", "habit_id"],
            ["habits.user_id", "habits.id"],
            name=op.f("fk_pause_habits_user_id_habit_id_habits"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "pause_id", "habit_id", name=op.f("pk_pause_habits")),
    )
    op.create_index("ix_pause_habits_user_id_habit_id", "pause_habits", ["user_id", "habit_id"])


def downgrade() -> None:
    op.drop_table("pause_habits")
    with op.batch_alter_table("pauses") as pauses:
        pauses.drop_constraint(op.f("ck_pauses_one_scope"), type_="check")
        pauses.drop_constraint(op.f("fk_pauses_user_id_theme_id_themes"), type_="foreignkey")
        pauses.drop_column("theme_id")
    with op.batch_alter_table("habits") as habits:
        habits.drop_index("ix_habits_user_id_theme_id")
        habits.drop_constraint(op.f("fk_habits_user_id_theme_id_themes"), type_="foreignkey")
        habits.drop_column("theme_id")
    op.drop_table("themes")
