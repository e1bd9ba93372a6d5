"""Secrets and where they come from: random tokens, their hashes, signatures, client addresses.

Passwords are hashed in `almanac.identity`; nothing here reads or writes a database.
"""

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import cast

from starlette.requests import HTTPConnection

TOKEN_BYTES = 32
# Of IPv6 one subscriber has at least a /64.
IPV6_SUBSCRIBER_BITS = 64
UNKNOWN_ADDRESS = "unknown"


def new_token() -> str:
    """A fresh secret of 256 random bits, in base64url."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str) -> bytes:
    """SHA-256 of a random token: what is stored instead of it."""
    return hashlib.sha256(token.encode()).digest()


def signature(key: bytes, purpose: str, *values: str) -> str:
    """HMAC-SHA256 over a purpose and values, in base64url; each purpose is a key of its own."""
    own_key = hmac.digest(key, purpose.encode(), "sha256")
    message = b"".join(len(part).to_bytes(4) + part for part in (v.encode() for v in values))
    return urlsafe_b64encode(hmac.digest(own_key, message, "sha256")).decode().rstrip("=")


def is_signature(candidate: str, key: bytes, purpose: str, *values: str) -> bool:
    """Whether `candidate` is the signature, compared in constant time."""
    expected = signature(key, purpose, *values)
    return hmac.compare_digest(candidate.encode("utf-8", "replace"), expected.encode())


def secret_key(connection: HTTPConnection) -> bytes:
    """The key with which this installation signs."""
    return cast("bytes", connection.app.state.secret_key)


def client_address(connection: HTTPConnection) -> str:
    """The address of whoever asks, in one spelling; the server has resolved trusted proxies."""
    address = _parsed(connection)
    return UNKNOWN_ADDRESS if address is None else str(address)


def address_block(connection: HTTPConnection) -> str:
    """What limits count as one address: an IPv4 address, or the /64 of an IPv6 one."""
    address = _parsed(connection)
    if isinstance(address, IPv6Address):
        return str(ip_network((address.packed, IPV6_SUBSCRIBER_BITS), strict=False))
    return UNKNOWN_ADDRESS if address is None else str(address)


def _parsed(connection: HTTPConnection) -> IPv4Address | IPv6Address | None:
    return _read_address(connection.client.host if connection.client else "")


@lru_cache(maxsize=1024)
def _read_address(host: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
