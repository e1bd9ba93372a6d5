"""Writes that are sent again: the answer of the first time is kept with the write and given again.

A `POST` or `PATCH` may carry `Idempotency-Key`. Its answer is stored in the transaction of the
write, for 30 days, so that a client which lost the response may send it again and nothing happens
twice. What was refused is not kept: sent again, it is judged again.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Annotated, TypeVar
from uuid import UUID

from fastapi import FastAPI, Header, Request, Response
from pydantic import BaseModel
from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from almanac.core.columns import UTCDateTime
from almanac.core.db import Base
from almanac.core.errors import FieldError, Invalid

KEPT_FOR = timedelta(days=30)
Answer = TypeVar("Answer", bound=BaseModel)

IdempotencyKeyHeader = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=200,
        pattern=r"^[!-~]+$",
        description="Made by the client; the same request sent again with it happens once",
    ),
]


class IdempotencyKeyReused(Invalid):
    code, title = "idempotency_key_reused", "This key was used for another request"


class AlreadyAnswered(Exception):
    """This request was carried out before, and this was its answer."""

    def __init__(self, status: int, body: str) -> None:
        super().__init__("The request was answered before")
        self.status = status
        self.body = body


class IdempotencyKey(Base):
    """An answer that was given for a key; `fingerprint` is of method, path, query and body."""

    __tablename__ = "idempotency_keys"
    __table_args__ = (Index("ix_idempotency_keys_created_at", "created_at"),)

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    fingerprint: Mapped[bytes] = mapped_column(LargeBinary(32))
    status: Mapped[int]
    body: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)


async def fingerprint(request: Request) -> bytes:
    """What tells one request from another: method, path with its query, and body."""
    query = f"?{request.url.query}" if request.url.query else ""
    head = f"{request.method} {request.url.path}{query}\n".encode()
    return sha256(head + await request.body()).digest()


@dataclass(frozen=True, slots=True)
class Once:
    """Carries a request out once for each key of a person; without a key, every time."""

    session: AsyncSession
    user_id: UUID
    key: str | None
    fingerprint: bytes
    now: datetime

    async def __call__(self, work: Callable[[], Awaitable[Answer]], *, status: int = 200) -> Answer:
        """Do the work, and keep its answer in the same transaction.

        Two statements beside those of the work. Raises `AlreadyAnswered` when it was done before,
        `IdempotencyKeyReused` when the key belongs to another request.
        """
        if self.key is None:
            return await work()
        if not await self._claim(self.key):
            await self._repeat(self.key)
        answer = await work()
        row = IdempotencyKey
        await self.session.execute(
            update(row)
            .where(row.user_id == self.user_id, row.key == self.key)
            .values(status=status, body=answer.model_dump_json(by_alias=True)),
            execution_options={"synchronize_session": False},
        )
        return answer

    async def _claim(self, key: str) -> bool:
        """Take the key, or find it taken; while somebody is at it, this waits for their end."""
        connection = await self.session.connection()
        insert = (
            postgresql.insert(IdempotencyKey)
            if connection.dialect.name == "postgresql"
            else sqlite.insert(IdempotencyKey)
        )
        fresh = {"fingerprint": self.fingerprint, "status": 0, "body": "", "created_at": self.now}
        statement = insert.values(user_id=self.user_id, key=key, **fresh).on_conflict_do_update(
            index_elements=["user_id", "key"],
            set_=fresh,
            where=IdempotencyKey.created_at < self.now - KEPT_FOR,
        )
        taken = await self.session.scalar(statement.returning(IdempotencyKey.key))
        return taken is not None

    async def _repeat(self, key: str) -> None:
        row = IdempotencyKey
        found = (
            await self.session.execute(
                select(row.fingerprint, row.status, row.body).where(
                    row.user_id == self.user_id, row.key == key
                )
            )
        ).one()
        if found.fingerprint != self.fingerprint:
            detail = "Use a new key for a new request"
            error = FieldError("/header/Idempotency-Key", IdempotencyKeyReused.code, detail)
            raise IdempotencyKeyReused(detail, errors=(error,))
        raise AlreadyAnswered(found.status, found.body)


async def prune(session: AsyncSession, *, before: datetime) -> None:
    """Forget the answers that were given before an instant."""
    await session.execute(delete(IdempotencyKey).where(IdempotencyKey.created_at < before))


async def _answer_again(_request: Request, exc: AlreadyAnswered) -> Response:
    headers = {"Idempotency-Replayed": "true"}
    return Response(exc.body, exc.status, headers=headers, media_type="application/json")


def install(app: FastAPI) -> None:
    """Let `app` answer again what it has answered."""
    app.exception_handler(AlreadyAnswered)(_answer_again)
