"""Migrations on both databases: they arrive at the tables of the models and lose no row."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, create_engine, insert, inspect, make_url, select, text
from sqlalchemy.pool import NullPool

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
from almanac.core.db import Base, sqlite_url
from almanac.migrations import SchemaTooNew, head_revision, schema_state, upgrade
from tests.conftest import BACKENDS, fresh_postgres_database

REVISIONS = [f"{number:04}" for number in range(1, 11)]
PERSON = """
INSERT INTO users (id, email, email_key, full_name, is_active, is_superuser, timezone, week_start,
                   day_start, locale, units, created_at, updated_at)
VALUES ('0198a1b2c3d47e5f8a9b0c1d2e3f4a5b', 'alice@example.org', 'alice@example.org', 'Alice',
        true, true, 'Europe/Berlin', 'mon', 0, 'en', 'metric', '2026-01-01 00:00:00',
        '2026-01-01 00:00:00')
"""


@pytest.fixture(params=BACKENDS)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path, worker: str) -> Iterator[str]:
    """The URL of a database without tables."""
    if request.param == "sqlite":
        yield sqlite_url(tmp_path / "almanac.db")
        return
    server = request.getfixturevalue("postgres_server")
    with fresh_postgres_database(server, f"almanac_migrations_{worker}") as url:
        yield url


def sync_engine(url: str) -> Engine:
    parsed = make_url(url)
    is_sqlite = parsed.get_backend_name() == "sqlite"
    url_to_open = parsed.set(drivername="sqlite") if is_sqlite else parsed
    return create_engine(url_to_open, poolclass=NullPool)


def test_an_upgrade_arrives_at_the_tables_of_the_models(empty_url: str) -> None:
    assert schema_state(empty_url).revision is None
    state = upgrade(empty_url)
    assert state.is_current
    engine = sync_engine(empty_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_a_second_upgrade_changes_nothing(empty_url: str) -> None:
    upgrade(empty_url)
    assert upgrade(empty_url).revision == head_revision()


def test_every_step_keeps_the_rows_of_the_step_before(empty_url: str) -> None:
    engine = sync_engine(empty_url)
    for number, revision in enumerate(REVISIONS):
        upgrade(empty_url, revision)
        with engine.begin() as connection:
            assert schema_state(empty_url).revision == revision
            if number == 0:
                connection.execute(text(PERSON))
            assert connection.execute(text("SELECT count(*) FROM users")).scalar() == 1
    engine.dispose()


def test_sessions_keep_their_ticks_when_they_are_bound_to_their_account(empty_url: str) -> None:
    upgrade(empty_url, "0009")
    owner, one = UUID("0198a1b2c3d47e5f8a9b0c1d2e3f4a5b"), UUID(int=1)
    day, moment = date(2026, 3, 2), datetime(2026, 3, 2, 12, tzinfo=UTC)
    numbers = dict.fromkeys(("day_starts", "position", "sequence"), 0)
    routine = {"id": one, "name": "Term", "created_on": day, "rotation_weeks": 1, **numbers}
    routine |= {"day_ends": 1440, "session_minutes": 60}
    routine |= {"hidden_days": [], "breaks": [], "holidays": []}
    session = {"id": one, "routine_id": one, "kind": "task", "weekday": "mon", "sequence": 0}
    session |= {"starts": 540, "minutes": 60, "subject": "Logic", "location": "", "note": ""}
    session |= {"moves": [], "cancellations": [{"scope": "series"}]}
    tick = {"session_id": one, "planned_on": day, "done_on": day, "done_at": moment}
    tables = Base.metadata.tables
    engine = sync_engine(empty_url)
    times = {"created_at": moment, "updated_at": moment}
    with engine.begin() as connection:
        connection.execute(text(PERSON))
        for name, values in (
            ("routines", routine | times),
            ("timetable_sessions", session | times),
            ("session_ticks", tick),
        ):
            connection.execute(insert(tables[name]).values(user_id=owner, **values))
    upgrade(empty_url)
    with engine.begin() as connection:
        sessions = tables["timetable_sessions"].c
        rows = connection.execute(select(sessions.subject, sessions.cancellations)).all()
        ticks = connection.execute(select(tables["session_ticks"].c.planned_on)).all()
    assert (rows, ticks) == ([("Logic", [{"scope": "series"}])], [(day,)])
    engine.dispose()


def test_a_database_from_the_future_is_left_alone(empty_url: str) -> None:
    upgrade(empty_url)
    engine = sync_engine(empty_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaTooNew, match="9999"):
        upgrade(empty_url)
    engine.dispose()


def test_a_step_that_fails_leaves_the_schema_as_it_was(
    empty_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade(empty_url, "0001")
    engine = sync_engine(empty_url)
    before = set(inspect(engine).get_table_names())

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    # The second migration makes its tables first, then an index.
    monkeypatch.setattr("alembic.op.create_index", stop)
    with pytest.raises(KeyboardInterrupt):
        upgrade(empty_url)
    assert set(inspect(engine).get_table_names()) == before
    assert schema_state(empty_url).revision == "0001"
    monkeypatch.undo()
    assert upgrade(empty_url).is_current
    engine.dispose()
