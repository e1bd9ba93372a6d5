"""QR codes of public addresses, level Q: a quarter of one may be smeared or torn.

As SVG and PNG for screens and other programs, and as the drawing that labels carry.
"""

import struct
import zlib
from functools import lru_cache
from io import BytesIO

import segno

from almanac.freshness.domain.labels import QUIET_MODULES

LEVEL = "q"
# Trying all eight for the one with the fewest accidental patterns takes five times as long.
_MASK = 0
MIN_PIXELS, MAX_PIXELS = 128, 4096
# A row of modules is drawn as a line, a trace too broad: rows that only touched would show seams.
_LINE_WIDTH = "1.02"
# What one print has, with room for a second one.
_KEPT = 2048
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def svg(address: str) -> str:
    """The code as an SVG picture of no size of its own, quiet zone included."""
    code = segno.make_qr(address, error=LEVEL, mask=_MASK, boost_error=False)
    drawn = BytesIO()
    code.save(
        drawn,
        kind="svg",
        border=QUIET_MODULES,
        dark="#000",
        light="#fff",
        xmldecl=False,
        omitsize=True,
        nl=False,
        svgclass=None,
        lineclass=None,
    )
    return drawn.getvalue().decode().replace(' stroke="', f' stroke-width="{_LINE_WIDTH}" stroke="')


@lru_cache(_KEPT)
def drawing(address: str) -> str:
    """The code as labels carry it; the same batch is often printed again, and many times."""
    return svg(address)


def png(address: str, size: int) -> bytes:
    """The code as a PNG of `size` pixels, its modules all of the same whole number of them."""
    code = segno.make_qr(address, error=LEVEL, mask=_MASK, boost_error=False)
    modules = int(code.symbol_size(border=QUIET_MODULES)[0])
    scale = size // modules
    before = (size - modules * scale) // 2
    after = size - modules * scale - before
    rows = code.matrix_iter(scale=scale, border=QUIET_MODULES)
    blank = bytes(size)
    drawn = [blank] * before
    drawn += [bytes(before) + bytes(row) + bytes(after) for row in rows]
    return _png(drawn + [blank] * after, size)


def _png(rows: list[bytes], size: int) -> bytes:
    """A PNG of one bit a pixel; in `rows`, 1 is dark."""
    packed = b"".join(b"\0" + _packed(row) for row in rows)
    header = struct.pack(">IIBBBBB", size, size, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(packed, 9)), (b"IEND", b""))
    return _SIGNATURE + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def _packed(row: bytes) -> bytes:
    """Eight pixels to a byte, where a dark one is 0."""
    count = -len(row) % 8
    bits = row.translate(_INVERTED) + b"0" * count
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


_INVERTED = bytes.maketrans(b"\0\1", b"10")
