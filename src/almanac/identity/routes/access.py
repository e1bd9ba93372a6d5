"""HTTP of signing up, in and out.

No transaction is open while Argon2 runs: what has to be read is read before, written after it. A
sign-in that fails is written down in a transaction of its own, because its answer is an error.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response, status

from almanac.core.clock import Now
from almanac.core.db import Database, DatabaseDep, SessionDep
from almanac.core.http.cookies import (
    BEFORE_SIGN_IN,
    BEFORE_SIGN_IN_SECONDS,
    DEVICE,
    SESSION,
    cookie_headers,
    read_cookie,
    removal_headers,
)
from almanac.core.http.csrf import csrf_binding, csrf_token
from almanac.core.limits import LimitReached
from almanac.core.security import new_token, secret_key
from almanac.identity import domain
from almanac.identity.deps import OptionalUser, identity_config, password_pool
from almanac.identity.deps.limits import limit_account, limit_sign_in, limit_sign_up
from almanac.identity.deps.upkeep import forget_session, visitor_of
from almanac.identity.domain import SignInMethod, Visitor
from almanac.identity.schemas import CsrfToken, LoginBody, RegisterBody, UserRead
from almanac.identity.service import accounts, login_sessions, sign_in
from almanac.identity.service.login_sessions import IssuedToken
from almanac.identity.service.passwords import needs_rehash
from almanac.identity.service.sign_in import Attempt, InvalidCredentials, SignInDelayed

router = APIRouter(prefix="/auth", tags=["identity"])

# A browser stays known for as long as browsers keep a cookie.
DEVICE_SECONDS = 400 * 24 * 3600
LIMIT_HEADERS: dict[str, Any] = {
    "X-RateLimit-Limit": {"schema": {"type": "integer"}, "description": "Tries in a minute."},
    "X-RateLimit-Remaining": {"schema": {"type": "integer"}, "description": "Tries left."},
    "X-RateLimit-Reset": {"schema": {"type": "integer"}, "description": "Seconds until a new one."},
}


@router.post(
    "/register",
    status_code=status.HTTP_201_CREATED,
    responses={201: {"description": "Signed in to the new account", "headers": LIMIT_HEADERS}},
)
async def register_account(
    request: Request,
    data: RegisterBody,
    response: Response,
    database: DatabaseDep,
    session: SessionDep,
    person: OptionalUser,
    now: Now,
) -> UserRead:
    """Make an account and sign in to it; the first of an installation is an administrator."""
    config, passwords, visitor = (
        identity_config(request),
        password_pool(request),
        visitor_of(request),
    )
    if config.sign_up == "closed":
        raise accounts.SignUpClosed
    await limit_sign_up(request)
    async with database.readers.begin() as reader:
        await accounts.require_free(reader, data.email)
    await passwords.check(
        data.password, email=data.email, full_name=data.full_name, pointer="/body/password"
    )
    new = accounts.NewAccount(
        email=data.email,
        password_hash=await passwords.hash(data.password),
        full_name=data.full_name,
        timezone=data.timezone or config.default_timezone,
        locale=data.locale,
    )
    user = await accounts.create(session, new, visitor=visitor, now=now)
    issued = login_sessions.begin(session, user.id, SignInMethod.PASSWORD, visitor, now)
    if person is not None:
        await login_sessions.sign_out(session, person.id, person.session_id, visitor, now)
    await session.flush()
    _enter(request, response, user.id, issued)
    return UserRead.model_validate(user)


@router.post("/login", responses={200: {"description": "Signed in", "headers": LIMIT_HEADERS}})
async def sign_in_with_password(
    request: Request,
    data: LoginBody,
    response: Response,
    database: DatabaseDep,
    person: OptionalUser,
    now: Now,
) -> UserRead:
    """Sign in. An unknown address, a wrong password and a closed account are answered alike."""
    await limit_sign_in(request)
    visitor, passwords = visitor_of(request), password_pool(request)
    async with database.readers.begin() as reader:
        attempt = await sign_in.prepare(
            reader,
            secret_key(request),
            email=data.email,
            device=read_cookie(request, DEVICE),
            now=now,
        )
    await _refuse_early(request, database, attempt, visitor, now)
    verified = await passwords.verify(attempt.password_hash, data.password)
    new_hash = None
    if verified and attempt.password_hash is not None and needs_rehash(attempt.password_hash):
        new_hash = await passwords.hash(data.password)
    async with database.writers.begin() as session:
        entered = await sign_in.finish(
            session, attempt, verified=verified, new_hash=new_hash, visitor=visitor, now=now
        )
        if entered is not None and person is not None:
            await login_sessions.sign_out(session, person.id, person.session_id, visitor, now)
    if entered is None:
        raise InvalidCredentials
    _enter(request, response, entered.user.id, entered.issued)
    return UserRead.model_validate(entered.user)


@router.post(
    "/logout",
    status_code=status.HTTP_204_NO_CONTENT,
    responses={204: {"description": "Signed out; the browser forgets what was cached for it"}},
)
async def sign_out(
    request: Request, response: Response, person: OptionalUser, session: SessionDep, now: Now
) -> None:
    """Sign out of this browser, also when that has happened already.

    Everything stored for the site goes, unsent offline changes too: warn the person before.
    """
    if person is not None:
        visitor = visitor_of(request)
        await login_sessions.sign_out(session, person.id, person.session_id, visitor, now)
        forget_session(request)
    _set_headers(response, removal_headers(request, SESSION))
    response.headers["Clear-Site-Data"] = '"cache", "storage"'


@router.get("/csrf")
async def read_csrf_token(request: Request, response: Response) -> CsrfToken:
    """A token for `X-CSRF-Token`, for clients that send neither `Sec-Fetch-Site` nor `Origin`.

    It belongs to the session cookie, or to a cookie of ten minutes when nobody is signed in; ask
    again after signing in and when `csrf_failed` says that the session's cookie has changed.
    """
    bound_to = csrf_binding(request)
    if bound_to is None:
        bound_to = new_token()
        _set_headers(
            response, cookie_headers(request, BEFORE_SIGN_IN, bound_to, BEFORE_SIGN_IN_SECONDS)
        )
    return CsrfToken(csrf_token=csrf_token(secret_key(request), bound_to))


async def _refuse_early(
    request: Request, database: Database, attempt: Attempt, visitor: Visitor, now: datetime
) -> None:
    """Raise for a try that comes too soon or too often, and write it down."""
    try:
        if attempt.wait > timedelta(0):
            raise SignInDelayed(attempt.wait)  # noqa: TRY301 - both refusals are written down alike
        await limit_account(request, attempt.limit_key)
    except (SignInDelayed, LimitReached) as exc:
        async with database.writers.begin() as session:
            sign_in.record_refusal(session, attempt, exc.code, visitor, now)
        raise


def _enter(request: Request, response: Response, user_id: UUID, issued: IssuedToken) -> None:
    """Give the browser its session, and a mark by which it is known later."""
    forget_session(request)
    session_seconds = int(domain.ABSOLUTE_LIFETIME.total_seconds())
    _set_headers(response, cookie_headers(request, SESSION, issued.token, session_seconds))
    mark = sign_in.device_mark(secret_key(request), user_id)
    _set_headers(response, cookie_headers(request, DEVICE, mark, DEVICE_SECONDS))
    if read_cookie(request, BEFORE_SIGN_IN) is not None:
        _set_headers(response, removal_headers(request, BEFORE_SIGN_IN))


def _set_headers(response: Response, headers: list[tuple[str, str]]) -> None:
    for name, value in headers:
        response.headers.append(name, value)
