"""The shop's logo: whatever was sent is decoded within bounds and written anew, or refused.

Nothing of the file that was sent is kept: no metadata, no trailing bytes, no other format.
"""

import asyncio
import warnings
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Final
from uuid import UUID

from PIL import Image, ImageOps
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import FieldError, Invalid, NotFound
from almanac.freshness import models
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.schemas.shop import ShopRead
from almanac.freshness.service.opening import open_shop
from almanac.freshness.service.shop import shop_view

MAX_FILE_BYTES: Final = 5 * 1024 * 1024
MEDIA_TYPE: Final = "image/webp"
FORMATS: Final = ("PNG", "JPEG", "WEBP")
# Before anything is decoded: the size that the file says it has.
MAX_PIXELS: Final = 24_000_000
# What is kept of it: enough for a page on a phone, and for a label.
MAX_SIDE: Final = 512
MAX_STORED_BYTES: Final = 200_000
_QUALITIES: Final = (90, 75, 50, 25)
# Decoding one takes up to 100 MB, so that no more than this happens at once.
_AT_ONCE = asyncio.Semaphore(2)


class NoLogo(NotFound):
    code, title = "no_logo", "The shop has no logo"


class LogoRefused(Invalid):
    code, title = "logo_refused", "Use a PNG, JPEG or WebP picture of at most 24 megapixels"


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that we wrote, and what stands for its bytes."""

    content: bytes
    hash: str


async def read_logo_file(data: bytes) -> Logo:
    """The picture as it will be kept; decoded in a thread. Raises `LogoRefused` for its field."""
    async with _AT_ONCE:
        try:
            return await asyncio.to_thread(rewrite_logo, data)
        except LogoRefused as exc:
            error = FieldError("/body/file", LogoRefused.code, LogoRefused.title)
            raise LogoRefused(errors=(error,)) from exc


async def set_logo(
    session: AsyncSession, user_id: UUID, logo: Logo | None, *, view: Viewpoint
) -> ShopRead:
    """Give the shop a logo, or none."""
    shop = await open_shop(session, user_id, view=view)
    if shop.logo_hash != (logo and logo.hash):
        shop.logo, shop.logo_hash = (logo.content, logo.hash) if logo else (None, None)
        shop.updated_at = view.now
    await session.flush()
    return shop_view(shop, view)


async def get_logo(session: AsyncSession, user_id: UUID) -> Logo:
    """The shop's logo. Raises `NoLogo`."""
    row = models.Shop
    statement = select(row.logo, row.logo_hash).where(row.user_id == user_id)
    found = (await session.execute(statement)).one_or_none()
    if found is None or found.logo is None or found.logo_hash is None:
        raise NoLogo
    return Logo(found.logo, found.logo_hash)


def rewrite_logo(data: bytes) -> Logo:
    """The picture as it will be kept; takes a moment. Raises `LogoRefused`."""
    if not 0 < len(data) <= MAX_FILE_BYTES:
        raise LogoRefused
    try:
        with warnings.catch_warnings():
            # What the library only warns of is refused below by our own bound.
            warnings.simplefilter("ignore")
            content = _encoded(_decoded(data))
    except LogoRefused:
        raise
    # A picture can be broken in every way, and its decoder knows many words for that.
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError) as exc:
        raise LogoRefused from exc
    except (Image.DecompressionBombError, MemoryError, TypeError, AttributeError) as exc:
        raise LogoRefused from exc
    return Logo(content, sha256(content).hexdigest()[:32])


def _decoded(data: bytes) -> Image.Image:
    with Image.open(BytesIO(data), formats=FORMATS) as image:
        width, height = image.size
        if not 0 < width * height <= MAX_PIXELS:
            raise LogoRefused
        # JPEGs are decoded at a fraction of their size where that is enough.
        image.draft("RGB", (2 * MAX_SIDE, 2 * MAX_SIDE))
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((MAX_SIDE, MAX_SIDE))
        return upright.convert("RGBA" if upright.has_transparency_data else "RGB")


def _encoded(image: Image.Image) -> bytes:
    for quality in _QUALITIES:
        target = BytesIO()
        # A fresh image has nothing but its pixels.
        plain = Image.new(image.mode, image.size)
        plain.paste(image)
        plain.save(target, "WEBP", quality=quality, method=4)
        if target.tell() <= MAX_STORED_BYTES:
            return target.getvalue()
    raise LogoRefused
