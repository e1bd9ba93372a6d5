"""Pages of lists: `limit` with an opaque `cursor`, or `skip` for tables that page by number."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query

from almanac.core.errors import invalid_field

Row = TypeVar("Row")
MAX_LIMIT = 200
MAX_SKIP = 1_000_000


@dataclass(frozen=True, slots=True)
class Paging:
    """Which rows of a list are wanted: `limit` of them after the first `skip`.

    A cursor was handed out by us, so what it points to was there once; a number was typed.
    """

    skip: int
    limit: int
    is_cursor: bool = False


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of a list, how many there are in all, and where the next page starts."""

    data: list[Row]
    count: int
    next_cursor: str | None


def read_paging(
    limit: Annotated[int, Query(ge=1, le=MAX_LIMIT)] = 50,
    cursor: Annotated[str | None, Query(max_length=64)] = None,
    skip: Annotated[int, Query(ge=0, le=MAX_SKIP)] = 0,
) -> Paging:
    """The paging that a request asks for. Raises `Invalid` for a cursor that is not ours."""
    if cursor is not None:
        return Paging(_decode(cursor), limit, is_cursor=True)
    return Paging(skip, limit)


def page_of(rows: list[Row], count: int, paging: Paging) -> Page[Row]:
    """The page that `rows` are, of `count` in all.

    Raises `Invalid` for a page by number beyond the last; behind a cursor the rest may have been
    deleted meanwhile, which is an empty page.
    """
    if 0 < count <= paging.skip and not paging.is_cursor:
        raise invalid_field("/query/skip", "page_beyond_last", "The list ends before that")
    end = paging.skip + paging.limit
    return Page(rows, count, _encode(end) if end < count else None)


def paginate(rows: Sequence[Row], paging: Paging) -> Page[Row]:
    """One page of rows that are all at hand."""
    return page_of(list(rows[paging.skip : paging.skip + paging.limit]), len(rows), paging)


def _encode(skip: int) -> str:
    return base64.urlsafe_b64encode(f"o{skip}".encode()).decode().rstrip("=")


def _decode(cursor: str) -> int:
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        skip = int(text.removeprefix("o")) if text.startswith("o") and text[1:].isdigit() else -1
    except (binascii.Error, ValueError):
        skip = -1
    if not 0 <= skip <= MAX_SKIP:
        raise invalid_field("/query/cursor", "invalid_cursor", "This page marker is not valid")
    return skip


PagingDep = Annotated[Paging, Depends(read_paging)]
