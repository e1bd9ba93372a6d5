"""Opens the configured database for a command: migrated, in one transaction, closed afterwards.

Errors of the database and refusals of the services become `Trouble`.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from pydantic import ValidationError
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

import almanac
from almanac.cli.configuration import make_data_directory
from almanac.cli.trouble import Trouble, first_line
from almanac.core.db import open_database
from almanac.core.errors import AlmanacError
from almanac.core.settings import Settings
from almanac.migrations import BrokenReferences, SchemaTooNew, head_revision, upgrade

Result = TypeVar("Result")
Work = Callable[[AsyncSession], Awaitable[Result]]


def describe(settings: Settings) -> str:
    """The kind and place of the database, without its password."""
    url = make_url(settings.effective_database_url)
    if url.get_backend_name() == "sqlite":
        return f"SQLite, {url.database}"
    return f"PostgreSQL, {url.database} at {url.host or 'the local socket'}:{url.port or 5432}"


@contextmanager
def database_trouble(settings: Settings) -> Iterator[None]:
    """Tell what the database or a service refuses in a line."""
    try:
        yield
    except SchemaTooNew as error:
        raise Trouble(
            f"The database was written by a newer version of Almanac (migration {error});"
            f" version {almanac.__version__} knows migrations up to {head_revision()}."
            " Install the newer version, or restore a backup from before it."
        ) from error
    except BrokenReferences as error:
        raise Trouble(f"The migration was undone, it would lose a reference: {error}") from error
    except DBAPIError as error:
        reason = first_line(error.orig or error)
        raise Trouble(f"The database cannot be used ({describe(settings)}): {reason}") from error


@contextmanager
def service_trouble() -> Iterator[None]:
    """Tell what a service refuses, a line for each field."""
    try:
        yield
    except AlmanacError as error:
        details = [problem.detail for problem in error.errors] or [error.detail or error.title]
        raise Trouble("\n".join(details)) from error
    except ValidationError as error:
        lines = [f"{'.'.join(map(str, p['loc']))}: {p['msg']}" for p in error.errors()]
        raise Trouble("\n".join(lines)) from error


def migrate(settings: Settings) -> None:
    """Make the data directory and bring the database to this program's schema."""
    make_data_directory(settings.data_dir)
    with database_trouble(settings):
        upgrade(settings.effective_database_url)


def in_transaction(settings: Settings, work: Work[Result], *, read_only: bool = False) -> Result:
    """Run `work` in one transaction of the migrated database: all of it is stored, or nothing."""
    migrate(settings)

    async def run() -> Result:
        database = open_database(settings.effective_database_url)
        maker = database.readers if read_only else database.writers
        try:
            async with maker.begin() as session:
                return await work(session)
        finally:
            await database.dispose()

    with database_trouble(settings), service_trouble():
        return asyncio.run(run())
