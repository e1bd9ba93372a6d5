"""Where codes lead: what is an address, and which of several it is."""

import pytest

from almanac.freshness.domain.addresses import codes_origin, is_local, normal_address

HOME, WEB, LOCAL = "http://192.168.1.20:8000", "https://shop.example.org", "http://localhost:8000"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" HTTPS://Shop.Example.org/ ", WEB),
        (HOME, HOME),
        ("http://[fd00::1]:8000", "http://[fd00::1]:8000"),
        ("http://butcher.local", "http://butcher.local"),
        ("shop.example.org", None),
        ("ftp://shop.example.org", None),
        ("https://shop.example.org/path", None),
        ("https://shop.example.org?x=1", None),
        ("https://alice@shop.example.org", None),
        ("https://shop.example.org:0", None),
        ("https://shop.example.org:99999", None),
        ("https://metzgerei müller.example", None),
        ("https://[fd00", None),
        ("https://", None),
        ("", None),
        (f"https://{'w' * 200}.example", None),
    ],
)
def test_an_address_is_a_scheme_and_a_host(typed: str, address: str | None) -> None:
    assert normal_address(typed) == address


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "localhost.:8000",
        "almanac.localhost",
        "127.0.0.1:8000",
        "127.1",
        "[::1]:8000",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",  # noqa: S104 - what is refused
        "[::]",
        "",
    ],
)
def test_an_address_of_the_machine_itself_is_local(host: str) -> None:
    assert is_local(f"http://{host}")


@pytest.mark.parametrize("origin", [HOME, WEB, "http://butcher.local:8000", "http://[fd00::1]"])
def test_what_other_machines_reach_is_not_local(origin: str) -> None:
    assert not is_local(origin)


@pytest.mark.parametrize(
    ("configured", "stored", "asked", "expected"),
    [
        (WEB, HOME, LOCAL, WEB),
        (LOCAL, HOME, WEB, HOME),
        (LOCAL, None, HOME, LOCAL),
        (None, HOME, WEB, HOME),
        (None, None, HOME, HOME),
    ],
)
def test_codes_lead_where_the_operator_says_else_where_the_shop_says(
    configured: str | None, stored: str | None, asked: str, expected: str
) -> None:
    assert codes_origin(configured, stored, asked) == expected
