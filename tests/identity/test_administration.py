"""What the operator does from the command line."""

import asyncio

import pytest
from httpx2 import AsyncClient
from sqlalchemy import func, select

from almanac.core.db import Database
from almanac.core.errors import Invalid
from almanac.identity.models import AuditEvent, User
from almanac.identity.service import administration
from almanac.identity.service.accounts import EmailTaken
from almanac.identity.service.administration import AccountNotFound, LastAdministrator
from tests.conftest import NOON, PASSWORD

ALICE = "alice@example.org"
ADMIN = "admin@example.org"


async def make(database: Database, email: str, password: str | None = None) -> tuple[User, str]:
    async with database.writers.begin() as session:
        return await administration.create_user(
            session,
            email=email,
            password=password,
            full_name="",
            timezone="UTC",
            locale="en",
            is_superuser=False,
            now=NOON,
        )


async def enters(client: AsyncClient, email: str, password: str) -> bool:
    body = {"email": email, "password": password}
    return (await client.post("/auth/login", json=body)).status_code == 200


async def test_an_account_made_by_the_operator_signs_in(
    client: AsyncClient, database: Database
) -> None:
    user, generated = await make(database, "carol@example.org")
    assert user.is_superuser
    assert len(generated) == 20
    assert await enters(client, "carol@example.org", generated)
    second, chosen = await make(database, "dave@example.org", "three lanterns over the weir")
    assert not second.is_superuser
    assert chosen == "three lanterns over the weir"
    async with database.readers.begin() as session:
        listed = await administration.list_users(session)
    assert [each.email for each in listed] == ["carol@example.org", "dave@example.org"]


async def test_the_operator_cannot_make_weak_or_second_accounts(
    alice: AsyncClient, database: Database
) -> None:
    with pytest.raises(Invalid):
        await make(database, "carol@example.org", "12345678")
    with pytest.raises(EmailTaken):
        await make(database, ALICE)
    async with database.readers.begin() as session:
        assert await session.scalar(select(func.count()).select_from(User)) == 2


async def test_a_promoted_person_is_administrator_at_once(
    alice: AsyncClient, database: Database
) -> None:
    async with database.writers.begin() as session:
        await administration.promote(session, email="Alice@example.org", now=NOON)
    assert (await alice.get("/users/me")).json()["is_superuser"] is True


async def test_a_deactivated_person_is_out_at_once_and_stays_out(
    alice: AsyncClient, client: AsyncClient, database: Database
) -> None:
    async with database.writers.begin() as session:
        await administration.deactivate(session, email=ALICE, now=NOON)
    assert (await alice.get("/users/me")).status_code == 401
    assert not await enters(client, ALICE, PASSWORD)


async def test_the_last_administrator_stays(admin: AsyncClient, database: Database) -> None:
    with pytest.raises(LastAdministrator):
        async with database.writers.begin() as session:
            await administration.deactivate(session, email=ADMIN, now=NOON)
    assert (await admin.get("/users/me")).status_code == 200


async def test_of_two_administrators_deactivated_at_once_one_stays(
    alice: AsyncClient, database: Database
) -> None:
    async with database.writers.begin() as session:
        await administration.promote(session, email=ALICE, now=NOON)

    async def deactivate(email: str) -> bool:
        try:
            async with database.writers.begin() as session:
                await administration.deactivate(session, email=email, now=NOON)
        except LastAdministrator:
            return False
        return True

    assert sorted(await asyncio.gather(deactivate(ALICE), deactivate(ADMIN))) == [False, True]


async def test_a_reset_password_ends_all_sessions_and_signs_in(
    alice: AsyncClient, client: AsyncClient, database: Database
) -> None:
    async with database.writers.begin() as session:
        generated = await administration.reset_password(
            session, email=ALICE, password=None, now=NOON
        )
    assert (await alice.get("/users/me")).status_code == 401
    assert not await enters(client, ALICE, PASSWORD)
    assert await enters(client, ALICE, generated)


async def test_what_the_operator_does_is_told(alice: AsyncClient, database: Database) -> None:
    async with database.writers.begin() as session:
        await administration.promote(session, email=ALICE, now=NOON)
        await administration.reset_password(session, email=ALICE, password=None, now=NOON)
        await administration.deactivate(session, email=ALICE, now=NOON)
    async with database.readers.begin() as session:
        told = await session.execute(
            select(AuditEvent.kind, AuditEvent.user_agent)
            .where(AuditEvent.actor == "operator")
            .order_by(AuditEvent.id)
        )
        assert [tuple(row) for row in told] == [
            ("account.promoted", "command line"),
            ("password.reset", "command line"),
            ("account.deactivated", "command line"),
        ]


async def test_an_address_without_account_is_not_found(database: Database) -> None:
    async with database.writers.begin() as session:
        with pytest.raises(AccountNotFound):
            await administration.promote(session, email="nobody@example.org", now=NOON)
