"""`almanac user …`: what the operator does to accounts, and how it is told."""

from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.cli.configuration import load_settings
from almanac.cli.database import in_transaction, service_trouble
from almanac.cli.output import print_json, print_line, print_table
from almanac.cli.passwords import PasswordSource
from almanac.core.clock import utc_now
from almanac.core.schema import Body
from almanac.identity.schemas import Email, FullName, UserRead
from almanac.identity.service import administration


class NewUser(Body):
    """What is typed of a new account."""

    email: Email
    full_name: FullName


def create(
    email: str,
    name: str,
    *,
    admin: bool,
    source: PasswordSource,
    as_json: bool,
    data_dir: Path | None,
) -> None:
    """Make an account; a generated password is printed, once."""
    settings = load_settings(data_dir=data_dir)
    with service_trouble():
        new = NewUser(email=email, full_name=name)
    given = source.read()

    async def work(session: AsyncSession) -> tuple[UserRead, str]:
        user, password = await administration.create_user(
            session,
            email=new.email,
            password=given,
            full_name=new.full_name,
            timezone=settings.default_timezone,
            locale="en",
            is_superuser=admin,
            now=utc_now(),
        )
        await session.flush()
        return UserRead.model_validate(user), password

    user, password = in_transaction(settings, work)
    role = "an administrator" if user.is_superuser else "a person"
    shown = password if given is None else None
    _tell(user, f"{user.email} has an account now, as {role}.", shown, as_json=as_json)


def list_all(*, as_json: bool, data_dir: Path | None) -> None:
    """Every account, oldest first."""

    async def work(session: AsyncSession) -> list[UserRead]:
        users = await administration.list_users(session)
        return [UserRead.model_validate(user) for user in users]

    users = in_transaction(load_settings(data_dir=data_dir), work, read_only=True)
    if as_json:
        print_json([_plain(user) for user in users])
    elif users:
        print_table(("Address", "Name", "Role", "Since"), [_row(user) for user in users])
    else:
        print_line("There is no account yet. The first one becomes administrator.")


def promote(email: str, *, as_json: bool, data_dir: Path | None) -> None:
    """Make somebody an administrator."""

    async def work(session: AsyncSession) -> UserRead:
        user = await administration.promote(session, email=email, now=utc_now())
        return UserRead.model_validate(user)

    user = in_transaction(load_settings(data_dir=data_dir), work)
    _tell(user, f"{user.email} is an administrator now.", None, as_json=as_json)


def deactivate(email: str, *, as_json: bool, data_dir: Path | None) -> None:
    """Lock somebody out; the data stays."""

    async def work(session: AsyncSession) -> UserRead:
        user = await administration.deactivate(session, email=email, now=utc_now())
        return UserRead.model_validate(user)

    user = in_transaction(load_settings(data_dir=data_dir), work)
    _tell(user, f"{user.email} cannot sign in any more.", None, as_json=as_json)


def reset_password(
    email: str, *, source: PasswordSource, as_json: bool, data_dir: Path | None
) -> None:
    """Set a password; a generated one is printed, once."""
    given = source.read()

    async def work(session: AsyncSession) -> str:
        return await administration.reset_password(
            session, email=email, password=given, now=utc_now()
        )

    password = in_transaction(load_settings(data_dir=data_dir), work)
    generated = {"password": password} if given is None else {}
    if as_json:
        print_json({"email": email, **generated})
    else:
        print_line(f"{email} has a new password and is signed out everywhere.")
        _show_password(generated.get("password"))


def _tell(user: UserRead, sentence: str, password: str | None, *, as_json: bool) -> None:
    if as_json:
        print_json(_plain(user) | ({} if password is None else {"password": password}))
        return
    print_line(sentence)
    _show_password(password)


def _show_password(password: str | None) -> None:
    if password is not None:
        print_line(f"Password: {password} (shown only this once)")


def _plain(user: UserRead) -> dict[str, Any]:
    return user.model_dump(mode="json")


def _row(user: UserRead) -> tuple[str, str, str, str]:
    role = "administrator" if user.is_superuser else "person"
    return (
        user.email,
        user.full_name,
        role if user.is_active else f"{role}, deactivated",
        user.created_at.date().isoformat(),
    )
