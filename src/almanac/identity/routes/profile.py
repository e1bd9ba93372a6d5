"""HTTP of one's own account."""

from fastapi import APIRouter, Request, Response, status

from almanac.core.clock import Now
from almanac.core.db import DatabaseDep, SessionDep
from almanac.core.http.cookies import SESSION, cookie_headers
from almanac.identity.deps import CurrentUser, FollowersDep, password_pool
from almanac.identity.deps.limits import limit_password
from almanac.identity.deps.upkeep import forget_session, visitor_of
from almanac.identity.schemas import PasswordChange, UserRead, UserUpdate
from almanac.identity.service import accounts

router = APIRouter(prefix="/users/me", tags=["identity"])


@router.get("")
async def read_me(user: CurrentUser) -> UserRead:
    """The account that is signed in."""
    return UserRead.model_validate(user)


@router.patch("")
async def update_me(
    data: UserUpdate,
    user: CurrentUser,
    session: SessionDep,
    followers: FollowersDep,
    now: Now,
) -> UserRead:
    """Change name, zone, week and day start, language or units."""
    changes = data.model_dump(exclude_unset=True)
    return UserRead.model_validate(
        await accounts.update_profile(session, user, changes, followers, now=now)
    )


@router.patch("/password", status_code=status.HTTP_204_NO_CONTENT)
async def change_password(
    request: Request,
    data: PasswordChange,
    response: Response,
    user: CurrentUser,
    database: DatabaseDep,
    session: SessionDep,
    now: Now,
) -> None:
    """Set a new password: every other device is signed out, this one gets a new token."""
    await limit_password(request, str(user.id))
    passwords, visitor = password_pool(request), visitor_of(request)
    async with database.readers.begin() as reader:
        account = await accounts.find_own(reader, user)
    if not await passwords.verify(account.password_hash, data.current_password):
        async with database.writers.begin() as writer:
            await accounts.record_wrong_password(writer, user, visitor, now)
        raise accounts.current_password_wrong()
    await passwords.check(
        data.new_password, email=user.email, full_name=user.full_name, pointer="/body/new_password"
    )
    new_hash = await passwords.hash(data.new_password)
    issued = await accounts.change_password(
        session, user, verified=account, new_hash=new_hash, visitor=visitor, now=now
    )
    forget_session(request)
    seconds = int((issued.ends_at - now).total_seconds())
    for name, value in cookie_headers(request, SESSION, issued.token, seconds):
        response.headers.append(name, value)
