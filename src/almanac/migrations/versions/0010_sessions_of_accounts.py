"""Sessions go with their account by themselves, and not only with their routines.

PostgreSQL looks whether a theme is still in use before the routines have taken their sessions
along, and so refused to delete an account that had sessions with a theme.
"""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

NAME = "fk_timetable_sessions_user_id_users"


def upgrade() -> None:
    with op.batch_alter_table("timetable_sessions") as sessions:
        sessions.create_foreign_key(op.f(NAME), "users", ["user_id"], ["id"], ondelete="CASCADE")


def downgrade() -> None:
    with op.batch_alter_table("timetable_sessions") as sessions:
        sessions.drop_constraint(op.f(NAME), type_="foreignkey")
