"""`almanac demo`: asks, makes the demo account, and says how to sign in to it."""

import sys
from dataclasses import asdict
from pathlib import Path

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.cli.configuration import load_settings
from almanac.cli.database import describe, in_transaction
from almanac.cli.output import print_json, print_line, progress
from almanac.cli.passwords import PasswordSource
from almanac.cli.trouble import Trouble
from almanac.core.clock import utc_now
from almanac.core.settings import Settings
from almanac.demo.service import EMAIL, DemoAccount, create_demo_account
from almanac.identity.service.accounts import EmailTaken


def demo(*, yes: bool, password_stdin: bool, as_json: bool, data_dir: Path | None) -> None:
    """Make the demo account; one that is there already is left as it is."""
    settings = load_settings(data_dir=data_dir)
    password = PasswordSource(stdin=password_stdin, generate=not password_stdin).read()
    if not yes:
        _ask(settings)
    account = _create(settings, password)
    if as_json:
        print_json(_plain(account, generated=password is None))
    elif account is None:
        print_line(f"The account {EMAIL} is there already; nothing was changed.")
    else:
        _tell(account, generated=password is None)


def _ask(settings: Settings) -> None:
    if not sys.stdin.isatty():
        raise Trouble("There is no terminal to ask: use --yes", exit_code=2)
    typer.confirm(
        f"Add {EMAIL} to this database ({describe(settings)})?", default=True, abort=True, err=True
    )


def _create(settings: Settings, password: str | None) -> DemoAccount | None:
    async def work(session: AsyncSession) -> DemoAccount:
        return await create_demo_account(
            session, password=password, timezone=settings.default_timezone, now=utc_now()
        )

    with progress("Two years of habits, tasks and timetables"):
        try:
            return in_transaction(settings, work)
        except Trouble as trouble:
            if isinstance(trouble.__cause__, EmailTaken):
                return None
            raise


def _plain(account: DemoAccount | None, *, generated: bool) -> dict[str, object]:
    if account is None:
        return {"created": False, "email": EMAIL}
    fields = asdict(account)
    if not generated:
        del fields["password"]
    return {"created": True, **fields}


def _tell(account: DemoAccount, *, generated: bool) -> None:
    print_line(
        f"{account.email} holds {account.habits} habits with {account.check_ins} check-ins"
        f", {account.tasks} tasks, {account.sessions} sessions of the timetable"
        f" and {account.batches} batches on a counter now."
    )
    if account.is_superuser:
        print_line("As the first account of this installation it is its administrator.")
    if generated:
        print_line(f"Password: {account.password} (shown only this once)")
