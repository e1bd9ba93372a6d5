"""The usual way: a synchronous FastAPI service with SQLModel: who is signed in, one public record.

A bearer token in the form of a JWT (HS256) names the person, whose row is loaded by key, as the
common project templates do it. Reads the table `users` of the database in `REFERENCE_URL`; the
token is checked with the standard library, which is cheaper than the usual packages.
"""

import hmac
import json
import os
import uuid
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, status
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlmodel import Field, Session, SQLModel, create_engine, select

from almanac.core.clock import utc_now

SECRET = b"a secret of the reference service"
HEADER = urlsafe_b64encode(b'{"alg":"HS256","typ":"JWT"}').rstrip(b"=")


class UserPublic(SQLModel):
    """What is answered."""

    id: uuid.UUID = Field(primary_key=True)
    email: str
    full_name: str
    is_active: bool
    is_superuser: bool
    timezone: str
    week_start: str
    day_start: int
    locale: str
    units: str
    created_at: datetime


class User(UserPublic, table=True):
    """An account, in Almanac's own table."""

    __tablename__ = "users"

    id: uuid.UUID = Field(primary_key=True)
    password_hash: str | None = None


class BatchPublic(SQLModel):
    """What is answered of a batch: its own columns, nothing joined and nothing worked out."""

    id: uuid.UUID = Field(primary_key=True)
    identifier: str
    lot: str
    butchered_on: date | None
    arrived_on: date
    use_by: date | None
    state: str
    code: str
    updated_at: datetime


class Batch(BatchPublic, table=True):
    """A batch, in Almanac's own table."""

    __tablename__ = "batches"

    id: uuid.UUID = Field(primary_key=True)


engine = create_engine(os.environ.get("REFERENCE_URL", "sqlite://"))
app = FastAPI()
bearer = HTTPBearer()


def access_token(user_id: str) -> str:
    """A token that is good for an hour."""
    ends = utc_now().astimezone(UTC) + timedelta(hours=1)
    claims = json.dumps({"sub": user_id, "exp": int(ends.timestamp())}).encode()
    signed = HEADER + b"." + urlsafe_b64encode(claims).rstrip(b"=")
    return (signed + b"." + _signature(signed)).decode()


def get_session() -> Iterator[Session]:
    """A session for one request."""
    with Session(engine) as session:
        yield session


SessionDep = Annotated[Session, Depends(get_session)]


def get_current_user(
    session: SessionDep, credentials: Annotated[HTTPAuthorizationCredentials, Depends(bearer)]
) -> User:
    """The person whom the token names."""
    signed, _, signature = credentials.credentials.encode().rpartition(b".")
    if not hmac.compare_digest(signature, _signature(signed)):
        raise HTTPException(status.HTTP_403_FORBIDDEN, "Could not validate credentials")
    claims = json.loads(urlsafe_b64decode(signed.partition(b".")[2] + b"=="))
    if claims["exp"] < utc_now().timestamp():
        raise HTTPException(status.HTTP_403_FORBIDDEN, "Could not validate credentials")
    user = session.get(User, uuid.UUID(claims["sub"]))
    if user is None or not user.is_active:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "User not found")
    return user


@app.get("/users/me", response_model=UserPublic)
def read_me(user: Annotated[User, Depends(get_current_user)]) -> User:
    """The account that is signed in."""
    return user


@app.get("/batches/{code}", response_model=BatchPublic)
def read_batch(session: SessionDep, code: str) -> Batch:
    """The batch with this code."""
    batch = session.exec(select(Batch).where(Batch.code == code)).first()
    if batch is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "Batch not found")
    return batch


def _signature(signed: bytes) -> bytes:
    return urlsafe_b64encode(hmac.digest(SECRET, signed, "sha256")).rstrip(b"=")
