"""Identifiers: UUIDv7 made in the application, so that rows sort by age and need no serials."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A fresh UUIDv7 (RFC 9562): milliseconds of now, then random bits."""
    return uuid7()
