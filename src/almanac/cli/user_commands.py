"""The commands of `almanac user` with their options and help; `users` does the work."""

from typing import Annotated

import typer

from almanac.cli.options import DataDir, Json, PasswordStdin

Email = Annotated[str, typer.Argument(metavar="EMAIL", help="The address of the account.")]
Generate = Annotated[bool, typer.Option("--generate", help="Make a password and print it once.")]

user_app = typer.Typer(help="Create and look after accounts.", no_args_is_help=True)


@user_app.command()
def create(
    email: Email,
    name: Annotated[str, typer.Option(help="The person's name.")] = "",
    admin: Annotated[bool, typer.Option("--admin", help="Make them an administrator.")] = False,
    password_stdin: PasswordStdin = False,
    generate: Generate = False,
    as_json: Json = False,
    data_dir: DataDir = None,
) -> None:
    """Create an account. The first one of an installation is an administrator."""
    from almanac.cli import passwords, users

    source = passwords.PasswordSource(stdin=password_stdin, generate=generate)
    users.create(email, name, admin=admin, source=source, as_json=as_json, data_dir=data_dir)


@user_app.command("list")
def list_(as_json: Json = False, data_dir: DataDir = None) -> None:
    """List all accounts, oldest first."""
    from almanac.cli import users

    users.list_all(as_json=as_json, data_dir=data_dir)


@user_app.command()
def promote(email: Email, as_json: Json = False, data_dir: DataDir = None) -> None:
    """Make somebody an administrator."""
    from almanac.cli import users

    users.promote(email, as_json=as_json, data_dir=data_dir)


@user_app.command()
def deactivate(email: Email, as_json: Json = False, data_dir: DataDir = None) -> None:
    """Let somebody in no longer; their data stays, their sessions end at once."""
    from almanac.cli import users

    users.deactivate(email, as_json=as_json, data_dir=data_dir)


@user_app.command("reset-password")
def reset_password(
    email: Email,
    password_stdin: PasswordStdin = False,
    generate: Generate = False,
    as_json: Json = False,
    data_dir: DataDir = None,
) -> None:
    """Set a new password; all sessions of the account end."""
    from almanac.cli import passwords, users

    source = passwords.PasswordSource(stdin=password_stdin, generate=generate)
    users.reset_password(email, source=source, as_json=as_json, data_dir=data_dir)
