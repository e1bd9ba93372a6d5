"""The shop's logo on the public page: made so small that it is part of the page itself.

A page is one request and at most 15 kB. What is made of a logo follows from its bytes, so it is
kept under their hash; for a shop without a logo nothing is asked.
"""

import asyncio
from base64 import b64encode
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image

from almanac.core.lookups import Lookups
from almanac.freshness.queries.public import PublicRow, find_logo

MAX_BYTES: Final = 4500
# Twice as many pixels as it takes up on a page, for screens that are finer than that.
_SIDES: Final = (240, 160, 96, 48)
_QUALITIES: Final = (75, 40)
_FINENESS: Final = 2
# Some six kilobytes each.
_KEPT: Final = 256


@dataclass(frozen=True, slots=True)
class Mark:
    """A picture within a page: its address, which holds all of it, and how large it is drawn."""

    address: str
    width: int
    height: int


_marks: OrderedDict[str, Mark] = OrderedDict()


async def find_mark(lookups: Lookups, row: PublicRow) -> Mark | None:
    """The logo of the shop that a batch is of; None without one."""
    if row.logo_hash is None:
        return None
    kept = _marks.get(row.logo_hash)
    if kept is not None:
        _marks.move_to_end(row.logo_hash)
        return kept
    found = await find_logo(lookups, row.code)
    if found is None:
        return None
    content, logo_hash = found
    mark = _marks[logo_hash] = await asyncio.to_thread(mark_of, content)
    if len(_marks) > _KEPT:
        _marks.popitem(last=False)
    return mark


def mark_of(logo: bytes) -> Mark:
    """A logo that we wrote as small as it has to be; takes some milliseconds."""
    with Image.open(BytesIO(logo), formats=("WEBP",)) as image:
        content, (width, height) = next(
            each for each in _smaller_and_smaller(image) if len(each[0]) <= MAX_BYTES
        )
    address = f"data:image/webp;base64,{b64encode(content).decode()}"
    return Mark(address, -(-width // _FINENESS), -(-height // _FINENESS))


def _smaller_and_smaller(image: Image.Image) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """It at less and less of its size and likeness; the last is always small enough."""
    for side in _SIDES:
        smaller = image.copy()
        smaller.thumbnail((side, side))
        for quality in _QUALITIES:
            target = BytesIO()
            smaller.save(target, "WEBP", quality=quality, alpha_quality=quality, method=4)
            yield target.getvalue(), smaller.size
