"""The commands with their options and help; each loads what it needs only when it is called.

So `almanac --help` answers at once, and a broken environment can still be asked for its version.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from almanac.cli.options import DataDir, Json, PasswordStdin
from almanac.cli.user_commands import user_app

Email = Annotated[str, typer.Option("--user", metavar="EMAIL", help="Whose account.")]


class ImportFormat(StrEnum):
    """Whose files can be brought in."""

    LOOP = "loop"
    ALMANAC = "almanac"
    ICS = "ics"
    CSV = "csv"


app = typer.Typer(
    name="almanac",
    help="Almanac: one self-hosted page for everything that comes round again.",
    epilog="Settings are read from ALMANAC_… variables and .env; options win over them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(user_app, name="user")


@app.command()
def serve(
    host: Annotated[
        str | None,
        typer.Option(
            help="Address to listen on; 0.0.0.0 lets the home network in.",
            show_default="ALMANAC_HOST, 127.0.0.1",
        ),
    ] = None,
    port: Annotated[
        int | None, typer.Option(help="Port to listen on.", show_default="ALMANAC_PORT, 8000")
    ] = None,
    data_dir: DataDir = None,
    reload: Annotated[
        bool, typer.Option("--reload", help="Start again when the code changes.")
    ] = False,
) -> None:
    """Serve the page and the API. Prepares data directory, signing key and database."""
    from almanac.cli.serve import serve as run

    run(host=host, port=port, data_dir=data_dir, reload=reload)


@app.command()
def migrate(
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit 1 when there is work to do.")
    ] = False,
    data_dir: DataDir = None,
) -> None:
    """Bring the database to this program's schema. Serving does it as well."""
    from almanac.cli import migrate as command

    command.check(data_dir) if check else command.migrate(data_dir)


@app.command()
def add(
    words: Annotated[
        list[str], typer.Argument(metavar="LINE", help="The task, such as 'Pay rent every monday'.")
    ],
    user: Annotated[
        str | None,
        typer.Option(
            "--user", metavar="EMAIL", help="Whose account.", show_default="the only one there is"
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what is understood; add nothing.")
    ] = False,
    as_json: Json = False,
    data_dir: DataDir = None,
) -> None:
    """Add a task in one line: dates, times, repeats, #theme and !priority are understood."""
    from almanac.cli.quick_add import add as run

    run(words, user, dry_run=dry_run, as_json=as_json, data_dir=data_dir)


@app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(help="The file to bring in.")],
    user: Email,
    format_: Annotated[
        ImportFormat,
        typer.Option(
            "--format",
            help="loop: the CSV zip or backup of Loop Habit Tracker; almanac: an export; "
            "ics: a calendar; csv: a timetable as a table.",
        ),
    ] = ImportFormat.LOOP,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be added; change nothing.")
    ] = False,
    as_json: Json = False,
    data_dir: DataDir = None,
) -> None:
    """Bring in a history from another program. The same file twice adds nothing."""
    from almanac.cli.transfer import import_file

    import_file(
        file, user, format_=format_.value, dry_run=dry_run, as_json=as_json, data_dir=data_dir
    )


@app.command()
def export(
    user: Email,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="File to write.", show_default="standard output"),
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Write everything of one account as JSON, which can be imported again."""
    from almanac.cli.transfer import export_account

    export_account(user, output, data_dir=data_dir)


@app.command()
def demo(
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    password_stdin: PasswordStdin = False,
    as_json: Json = False,
    data_dir: DataDir = None,
) -> None:
    """Add the account demo@example.org with two years of believable data."""
    from almanac.cli.demo import demo as run

    run(yes=yes, password_stdin=password_stdin, as_json=as_json, data_dir=data_dir)


@app.command()
def version(as_json: Json = False) -> None:
    """Print the version of Almanac and of what it stands on."""
    from almanac.cli.version import print_version

    print_version(as_json=as_json)


@app.command()
def openapi() -> None:
    """Print the OpenAPI document; it depends on nothing but the code."""
    from almanac.cli.openapi import print_document

    print_document()
