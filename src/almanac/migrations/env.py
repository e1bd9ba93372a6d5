"""Alembic's entry point: runs the migrations on the connection that `almanac.migrations` opened."""

from alembic import context

import almanac.core.idempotency
import almanac.core.jobs
import almanac.freshness.models
import almanac.habits.models
import almanac.identity.models
import almanac.portability.models
import almanac.quotes.models
import almanac.tasks.models
import almanac.themes.models
import almanac.timetable.models  # noqa: F401 - imported for their tables
from almanac.core.db import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_server_default=True,
)
context.run_migrations()
