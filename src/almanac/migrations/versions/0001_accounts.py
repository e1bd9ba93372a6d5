"""Accounts, login sessions, sign-in failures and the audit log."""

import sqlalchemy as sa
from alembic import op

from almanac.core.columns import JsonColumn, UTCDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SQLITE_TRIGGER = """
CREATE TRIGGER audit_events_refuse_update BEFORE UPDATE ON audit_events
BEGIN SELECT RAISE(ABORT, 'audit_events is append-only'); END
"""
POSTGRES_FUNCTION = """
CREATE FUNCTION refuse_audit_update() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'audit_events is append-only'; END $$
"""
POSTGRES_TRIGGER = """
CREATE TRIGGER audit_events_refuse_update BEFORE UPDATE ON audit_events
FOR EACH ROW EXECUTE FUNCTION refuse_audit_update()
"""


def _one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=20)


def upgrade() -> None:
    _create_users()
    _create_login_sessions()
    _create_retired_tokens()
    op.create_table(
        "sign_in_delays",
        sa.Column("account_key", sa.String(64), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_failed_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("account_key", name="pk_sign_in_delays"),
    )
    op.create_index("ix_sign_in_delays_last_failed_at", "sign_in_delays", ["last_failed_at"])
    _create_audit_events()


def downgrade() -> None:
    op.drop_table("audit_events")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_audit_update()")
    op.drop_table("sign_in_delays")
    op.drop_table("retired_tokens")
    op.drop_table("login_sessions")
    op.drop_table("users")


def _create_users() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("email_key", sa.String(320), nullable=False),
        sa.Column("full_name", sa.String(120), nullable=False),
        sa.Column("password_hash", sa.String(200)),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("is_superuser", sa.Boolean(), nullable=False),
        sa.Column("timezone", sa.String(64), nullable=False),
        sa.Column("week_start", _one_of("week_start", *WEEKDAYS), nullable=False),
        sa.Column("day_start", sa.Integer(), nullable=False),
        sa.Column("locale", sa.String(12), nullable=False),
        sa.Column("units", _one_of("units", "metric", "imperial"), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("updated_at", UTCDateTime(), nullable=False),
        sa.Column("password_changed_at", UTCDateTime()),
        sa.CheckConstraint("day_start BETWEEN 0 AND 720", name="day_start"),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
        sa.UniqueConstraint("email_key", name="uq_users_email_key"),
    )


def _create_login_sessions() -> None:
    op.create_table(
        "login_sessions",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("token_issued_at", UTCDateTime(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("last_seen_at", UTCDateTime(), nullable=False),
        sa.Column("idle_ends_at", UTCDateTime(), nullable=False),
        sa.Column("absolute_ends_at", UTCDateTime(), nullable=False),
        sa.Column("proved_at", UTCDateTime(), nullable=False),
        sa.Column("method", sa.String(20), nullable=False),
        sa.Column("ip", sa.String(45), nullable=False),
        sa.Column("user_agent", sa.String(400), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "id", name="pk_login_sessions"),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name="fk_login_sessions_user_id_users", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("token_hash", name="uq_login_sessions_token_hash"),
    )


def _create_retired_tokens() -> None:
    op.create_table(
        "retired_tokens",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("retired_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "token_hash", name="pk_retired_tokens"),
        sa.ForeignKeyConstraint(
            ["user_id", "session_id"],
            ["login_sessions.user_id", "login_sessions.id"],
            name="fk_retired_tokens_user_id_session_id_login_sessions",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("token_hash", name="uq_retired_tokens_token_hash"),
    )
    op.create_index(
        "ix_retired_tokens_user_id_session_id", "retired_tokens", ["user_id", "session_id"]
    )


def _create_audit_events() -> None:
    op.create_table(
        "audit_events",
        sa.Column("id", sa.Uuid(), nullable=False),
        # No foreign key: what happened is still known when the account is gone.
        sa.Column("user_id", sa.Uuid()),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("succeeded", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(60)),
        sa.Column("actor", sa.String(20), nullable=False),
        sa.Column("actor_id", sa.Uuid()),
        sa.Column("method", sa.String(20)),
        sa.Column("ip", sa.String(45), nullable=False),
        sa.Column("user_agent", sa.String(400), nullable=False),
        sa.Column("details", JsonColumn, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_events"),
    )
    op.create_index("ix_audit_events_user_id_id", "audit_events", ["user_id", "id"])
    for statement in _refuse_updates(op.get_bind().dialect.name):
        op.execute(statement)


def _refuse_updates(dialect: str) -> tuple[str, ...]:
    """The audit log is append-only in the database too; only its retention may delete."""
    if dialect == "sqlite":
        return (SQLITE_TRIGGER,)
    return (POSTGRES_FUNCTION, POSTGRES_TRIGGER)
