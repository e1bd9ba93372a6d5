"""Where printed codes lead: an address of this server that outlives the machine it was printed on.

An address is an origin: a scheme and a host, `https://shop.example.org`, on a home network
`http://192.168.1.20:8000`. One that only the machine itself can reach is no address for a label.
"""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address
from socket import inet_aton
from urllib.parse import urlsplit

MAX_ADDRESS = 200
_NAME, _IPV6, _PORT = r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?", r"\[[0-9a-f:.]+\]", r"(?::[0-9]{1,5})?"
_ORIGIN = re.compile(f"https?://(?:{_NAME}|{_IPV6}){_PORT}")


def normal_address(text: str) -> str | None:
    """The origin that was typed, in lower case and without a slash at its end; None if it is none.

    A path, a name and password or a query would be lost on the way, so they are refused.
    """
    address = text.strip().lower().removesuffix("/")
    if len(address) > MAX_ADDRESS or _ORIGIN.fullmatch(address) is None:
        return None
    try:
        parts = urlsplit(address)
        is_port = parts.port is None or parts.port > 0
    except ValueError:
        return None
    return address if is_port else None


def is_local(origin: str) -> bool:
    """Whether an origin leads each visitor to their own machine, or nowhere."""
    host = (urlsplit(origin).hostname or "").removesuffix(".")
    if host in {"", "localhost"} or host.endswith(".localhost") or host.startswith("127."):
        return True
    address = _number(host)
    if address is None:
        return False
    inner = getattr(address, "ipv4_mapped", None) or address
    return bool(inner.is_loopback or inner.is_unspecified)


def _number(host: str) -> IPv4Address | IPv6Address | None:
    """The address that a host is; browsers read `0x7f.1`, `2130706433` and `0` as numbers too."""
    try:
        return ip_address(host)
    except ValueError:
        pass
    try:
        return IPv4Address(inet_aton(host))
    except OSError:
        return None


def codes_origin(configured: str | None, stored: str | None, asked: str) -> str:
    """Where codes lead: what the operator configured, what the shop says, what it was asked under.

    A configured address of the machine itself gives way to the shop's.
    """
    if configured and not is_local(configured):
        return configured
    return stored or configured or asked
