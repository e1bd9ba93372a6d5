"""Errors the product expects to happen.

A use case declares its own subclass beside itself and raises it; `core.http.problems` renders it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class FieldError:
    """One field that cannot be accepted: a JSON pointer (`/body/name`), a code, a sentence."""

    pointer: str
    code: str
    detail: str


class AlmanacError(Exception):
    """Base of every expected failure; subclasses fix `status`, `code` and `title`."""

    status: ClassVar[int] = 500
    code: ClassVar[str] = "internal_error"
    title: ClassVar[str] = "Something went wrong"

    def __init__(
        self,
        detail: str | None = None,
        *,
        errors: tuple[FieldError, ...] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail or self.title)
        self.detail = detail
        self.errors = errors
        self.headers = dict(headers or {})


class BadRequest(AlmanacError):
    status, code, title = 400, "bad_request", "The request cannot be understood"


class Unauthorized(AlmanacError):
    status, code, title = 401, "not_signed_in", "Please sign in"


class Forbidden(AlmanacError):
    status, code, title = 403, "forbidden", "Not allowed"


class NotFound(AlmanacError):
    """Not there, or somebody else's: the two are never told apart."""

    status, code, title = 404, "not_found", "Not found"


class Conflict(AlmanacError):
    status, code, title = 409, "conflict", "This conflicts with the present state"


class TooLarge(AlmanacError):
    status, code, title = 413, "too_large", "Too large"


class Invalid(AlmanacError):
    """A well-formed request with a value that the rules refuse; `errors` name the fields."""

    status, code, title = 422, "invalid_request", "Some fields need attention"


class TooManyRequests(AlmanacError):
    status, code, title = 429, "too_many_requests", "Too many tries"


class Unavailable(AlmanacError):
    status, code, title = 503, "unavailable", "Not available right now"


def invalid_field(pointer: str, code: str, detail: str) -> Invalid:
    """An `Invalid` for a single field."""
    return Invalid(detail, errors=(FieldError(pointer, code, detail),))
