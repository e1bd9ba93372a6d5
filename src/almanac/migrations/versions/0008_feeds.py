"""Links to calendars."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
of_a_person = sa.text("routine_id IS NULL")


def upgrade() -> None:
    op.create_table(
        "feeds",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("routine_id", sa.Uuid(), nullable=True),
        sa.Column("areas", json, nullable=False),
        sa.Column("token", sa.String(64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_feeds_user_id_users"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id", "routine_id"],
            ["routines.user_id", "routines.id"],
            name=op.f("fk_feeds_user_id_routine_id_routines"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_feeds")),
        sa.UniqueConstraint("token", name=op.f("uq_feeds_token")),
    )
    op.create_index("uq_feeds_user_id_routine_id", "feeds", ["user_id", "routine_id"], unique=True)
    op.create_index(
        "uq_feeds_user_id",
        "feeds",
        ["user_id"],
        unique=True,
        sqlite_where=of_a_person,
        postgresql_where=of_a_person,
    )


def downgrade() -> None:
    op.drop_table("feeds")
