"""Which characters a font file has, by its `cmap` table (OpenType 1.9, formats 4 and 12).

Read here rather than by a library of fonts, which takes as long for one large collection as a page
may take altogether. Of a collection, the first font speaks for all: they differ in the shapes.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

_COLLECTION = b"ttcf"
_WHOLE = 12
_PLANE = 4
# Unicode tables, best first: platform and encoding.
_ENCODINGS = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))


def read_coverage(file: Path) -> frozenset[int]:
    """The code points that the font has a glyph for.

    Raises OSError, and ValueError for a file that is no font of outlines as we know them.
    """
    content = file.read_bytes()
    try:
        table = _character_map(content)
        (form,) = struct.unpack_from(">H", content, table)
        pairs = _format_12(content, table) if form == _WHOLE else _format_4(content, table)
        return frozenset(code for first, last in pairs for code in range(first, last + 1))
    except (struct.error, KeyError, IndexError) as error:
        raise ValueError(str(file)) from error


def _character_map(content: bytes) -> int:
    """Where the best table of characters begins."""
    start = struct.unpack_from(">I", content, 12)[0] if content[:4] == _COLLECTION else 0
    (count,) = struct.unpack_from(">H", content, start + 4)
    tables: dict[bytes, int] = dict(
        struct.unpack_from(">4s4xI", content, start + 12 + 16 * number) for number in range(count)
    )
    cmap = tables[b"cmap"]
    (count,) = struct.unpack_from(">H", content, cmap + 2)
    found: dict[tuple[int, int], int] = {}
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", content, cmap + 4 + 8 * number)
        found[platform, encoding] = cmap + offset
    return found[next(encoding for encoding in _ENCODINGS if encoding in found)]


def _format_12(content: bytes, table: int) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">I", content, table + 12)
    for number in range(count):
        first, last, glyph = struct.unpack_from(">III", content, table + 16 + 12 * number)
        yield (first if glyph else first + 1), last


def _format_4(content: bytes, table: int) -> Iterator[tuple[int, int]]:
    (doubled,) = struct.unpack_from(">H", content, table + 6)
    arrays = f">{doubled // 2}H"
    ends = struct.unpack_from(arrays, content, table + 14)
    starts = struct.unpack_from(arrays, content, table + 16 + doubled)
    deltas = struct.unpack_from(arrays, content, table + 16 + 2 * doubled)
    offsets_at = table + 16 + 3 * doubled
    offsets = struct.unpack_from(arrays, content, offsets_at)
    for number, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, last + 1):
            glyph = code
            if offsets[number]:
                at = offsets_at + 2 * number + offsets[number] + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", content, at)
                if not glyph:
                    continue
            if (glyph + deltas[number]) & 0xFFFF:
                yield code, code
