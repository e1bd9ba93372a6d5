"""Scheduled work: claimed ticks, the beginning of each person's day, quotes from a provider."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

instant = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("users", sa.Column("next_day_at", instant, nullable=True))
    op.create_index("ix_users_next_day_at", "users", ["next_day_at"])
    op.create_table(
        "job_ticks",
        sa.Column("job", sa.String(60), nullable=False),
        sa.Column("tick", instant, nullable=False),
        sa.Column("claimed_at", instant, nullable=False),
        sa.Column("finished_at", instant, nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("job", "tick", name=op.f("pk_job_ticks")),
    )
    op.create_index("ix_job_ticks_claimed_at", "job_ticks", ["claimed_at"])
    op.create_table(
        "quotes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.String(400), nullable=False),
        sa.Column("author", sa.String(120), nullable=False),
        sa.Column("text_key", sa.String(64), nullable=False),
        sa.Column("fetched_at", instant, nullable=False),
        sa.Column("shown_from", sa.Date(), nullable=False),
        sa.Column("shown_until", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quotes")),
        sa.UniqueConstraint("text_key", "shown_from", name=op.f("uq_quotes_text_key_shown_from")),
    )
    op.create_index("ix_quotes_shown_until", "quotes", ["shown_until"])
    op.create_table(
        "quote_providers",
        sa.Column("url_key", sa.String(64), nullable=False),
        sa.Column("asked_at", instant, nullable=False),
        sa.Column("due_at", instant, nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(60), nullable=True),
        sa.PrimaryKeyConstraint("url_key", name=op.f("pk_quote_providers")),
    )


def downgrade() -> None:
    op.drop_table("quote_providers")
    op.drop_table("quotes")
    op.drop_table("job_ticks")
    op.drop_index("ix_users_next_day_at", "users")
    op.drop_column("users", "next_day_at")
