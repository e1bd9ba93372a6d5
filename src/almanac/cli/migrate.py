"""`almanac migrate`: brings the schema forward, or says whether that is needed."""

from pathlib import Path

from almanac.cli import database
from almanac.cli.configuration import load_settings, make_data_directory
from almanac.cli.output import print_line
from almanac.cli.trouble import Trouble
from almanac.migrations import SchemaTooNew, schema_state


def migrate(data_dir: Path | None) -> None:
    """Migrate and say where the database stands."""
    settings = load_settings(data_dir=data_dir)
    database.migrate(settings)
    state = schema_state(settings.effective_database_url)
    print_line(f"The database is up to date at migration {state.revision}.")


def check(data_dir: Path | None) -> None:
    """Say whether the database is up to date; `Trouble` when it is not."""
    settings = load_settings(data_dir=data_dir)
    make_data_directory(settings.data_dir)
    with database.database_trouble(settings):
        state = schema_state(settings.effective_database_url)
        if not state.known:
            raise SchemaTooNew(state.revision)
    if not state.is_current:
        found = f"at migration {state.revision}" if state.revision else "empty"
        raise Trouble(f"The database is {found}, this program needs {state.head}: almanac migrate")
    print_line(f"The database is up to date at migration {state.revision}.")
