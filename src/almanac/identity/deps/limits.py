"""How often may be tried what needs no login: by address, by account and by everybody."""

from typing import cast

from starlette.requests import HTTPConnection

from almanac.core.limits import Allowance, Limiter, Rule
from almanac.core.security import address_block
from almanac.identity.deps.upkeep import set_headers

SIGN_IN_PER_ADDRESS = 20
SIGN_IN_PER_ACCOUNT = 5
SIGN_IN_BY_ALL = 600
SIGN_UP_PER_ADDRESS = 10
SIGN_UP_BY_ALL = 100
PASSWORD_PER_ACCOUNT = 5
# A class opens one link from one school; whoever guesses links gets nowhere at any pace.
PUBLIC_PER_ADDRESS = 120


async def limit_sign_in(connection: HTTPConnection) -> None:
    """One more try to sign in. Raises `LimitReached`."""
    await _hit(
        connection,
        Rule("sign-in-address", SIGN_IN_PER_ADDRESS, address_block(connection)),
        Rule("sign-in-all", SIGN_IN_BY_ALL, "all"),
    )


async def limit_account(connection: HTTPConnection, key: str) -> None:
    """One more try to sign in to one account, from one known device or from all others."""
    await _hit(connection, Rule("sign-in-account", SIGN_IN_PER_ACCOUNT, key))


async def limit_sign_up(connection: HTTPConnection) -> None:
    """One more try to make an account. Raises `LimitReached`."""
    await _hit(
        connection,
        Rule("sign-up-address", SIGN_UP_PER_ADDRESS, address_block(connection)),
        Rule("sign-up-all", SIGN_UP_BY_ALL, "all"),
    )


async def limit_password(connection: HTTPConnection, user_id: str) -> None:
    """One more try to prove one's present password. Raises `LimitReached`."""
    await _hit(connection, Rule("password-account", PASSWORD_PER_ACCOUNT, user_id))


async def limit_public(connection: HTTPConnection) -> Allowance:
    """One more link followed that works without a login. Raises `LimitReached`."""
    return await _hit(
        connection, Rule("public-address", PUBLIC_PER_ADDRESS, address_block(connection))
    )


async def _hit(connection: HTTPConnection, *rules: Rule) -> Allowance:
    limiter = cast("Limiter", connection.app.state.limiter)
    allowance = await limiter.hit(*rules)
    set_headers(connection, allowance.headers())
    return allowance
