"""Limits that never open, client addresses, signatures."""

import time

import pytest
from limits.aio.storage import MemoryStorage
from starlette.requests import HTTPConnection

from almanac.core import security
from almanac.core.limits import Limiter, LimitReached, Rule
from almanac.identity.domain import PasswordFault
from almanac.identity.service import passwords

RULE = Rule("tries", 4, "one key")


class BrokenStore(MemoryStorage):
    """A store that does not answer."""

    STORAGE_SCHEME = ["async+broken"]  # noqa: RUF012 - the library's own way

    async def acquire_sliding_window_entry(self, *_: object, **__: object) -> bool:
        raise ConnectionError


def from_host(host: str | None) -> HTTPConnection:
    return HTTPConnection({"type": "http", "client": None if host is None else (host, 1)})


async def tries_until_full(limiter: Limiter, rule: Rule = RULE) -> int:
    for count in range(100):
        try:
            await limiter.hit(rule)
        except LimitReached:
            return count
    return 100


async def test_a_limit_counts_by_key_and_factor() -> None:
    limiter = Limiter(1)
    assert await tries_until_full(limiter) == 4
    assert await tries_until_full(limiter, Rule("tries", 4, "another key")) == 4
    assert await tries_until_full(limiter, Rule("other", 4, "one key")) == 4
    assert await tries_until_full(Limiter(2.5)) == 10
    assert await tries_until_full(Limiter(0.001)) == 1


async def test_a_store_that_fails_makes_limits_stricter() -> None:
    assert await tries_until_full(Limiter(1, BrokenStore())) == 2


async def test_of_several_rules_the_nearest_to_its_end_is_told() -> None:
    allowance = await Limiter(1).hit(Rule("wide", 50, "all"), RULE)
    assert (allowance.limit, allowance.remaining) == (4, 3)


@pytest.mark.parametrize(
    ("host", "address", "block"),
    [
        ("192.0.2.7", "192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7", "192.0.2.7"),
        ("2001:DB8:1:2:3::4", "2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::1", "fe80::/64"),
        ("testclient", "unknown", "unknown"),
        (None, "unknown", "unknown"),
    ],
)
def test_addresses_are_counted_by_subscriber(host: str | None, address: str, block: str) -> None:
    assert security.client_address(from_host(host)) == address
    assert security.address_block(from_host(host)) == block


def test_a_signature_serves_one_purpose_and_its_values_in_order() -> None:
    signed = security.signature(b"k" * 32, "csrf", "a", "b")
    assert security.is_signature(signed, b"k" * 32, "csrf", "a", "b")
    for key, purpose, values in (
        (b"x" * 32, "csrf", ("a", "b")),
        (b"k" * 32, "known-device", ("a", "b")),
        (b"k" * 32, "csrf", ("b", "a")),
        (b"k" * 32, "csrf", ("ab",)),
        (b"k" * 32, "csrf", ("", "ab")),
    ):
        assert not security.is_signature(signed, key, purpose, *values)


@pytest.mark.parametrize("part", ["4@8({[<369&#!1/|0$5+7%2z", "({[<1!|7"])
def test_a_password_made_of_lookalikes_is_judged_in_a_bounded_time(part: str) -> None:
    password = (part * 16)[:128]
    started = time.thread_time()
    passwords.fault_of(password, email="alice@example.org", full_name="Alice")
    assert time.thread_time() - started < 1


def test_lookalikes_do_not_hide_an_easy_password() -> None:
    fault = passwords.fault_of("p@$$w0rd123", email="alice@example.org", full_name="Alice")
    assert fault is PasswordFault.WEAK
