"""Answers that whoever has them already need not be sent again (RFC 9110, entity tags)."""

import hashlib

from starlette.requests import HTTPConnection


def etag_of(body: bytes) -> str:
    """The strong tag of these bytes."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def is_kept(request: HTTPConnection, etag: str) -> bool:
    """Whether the client names this tag as one that it has; compared weakly, as the rule is."""
    sent = request.headers.get("if-none-match")
    if sent is None:
        return False
    tags = {tag.strip().removeprefix("W/") for tag in sent.split(",")}
    return etag in tags or "*" in tags
