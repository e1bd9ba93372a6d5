"""From bytes to content lines: encodings, line ends, folded lines, names and parameters.

Lines are unfolded as bytes, because programs fold within a letter of several bytes, and each is
decoded by itself, because files grow out of pieces of several encodings.
"""

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from almanac.calendars.reading_model import (
    MAX_LINE_BYTES,
    MAX_LINES,
    CalendarFault,
    CalendarUnreadable,
)

_NAME = re.compile(r"[A-Za-z0-9-]{1,60}")
_PARAMETER = re.compile(r';([A-Za-z0-9-]{1,60})=("[^"]*"|[^";:]*)((?:,(?:"[^"]*"|[^";:,]*))*)')
_ESCAPED = re.compile(r"\\([\\;,nN])")
_SAMPLE = 256


class ContentLine(NamedTuple):
    """`NAME;PARAMETER=value:VALUE`; names in capitals, the value as it is written."""

    number: int
    name: str
    parameters: Mapping[str, str]
    value: str


def content_lines(data: bytes) -> Iterator[ContentLine]:
    """The lines that have a name and a value; what is none is passed over.

    Raises `CalendarUnreadable` when there are too many.
    """
    data = as_utf8(data)
    # Line ends are counted first: a list of ten million pieces would be a heap of memory.
    if data.count(b"\n") + data.count(b"\r") > 2 * MAX_LINES:
        raise _too_many()
    pieces = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    if len(pieces) > MAX_LINES:
        raise _too_many()
    for number, raw in _unfolded(pieces):
        if line := _content_line(number, raw):
            yield line


def _unfolded(pieces: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Whole lines with the number of their first piece, as far as they are looked at."""
    number, parts, size = 0, [b""], 0
    for place, piece in enumerate(pieces, 1):
        if piece[:1] in {b" ", b"\t"}:
            if size < MAX_LINE_BYTES:
                parts.append(piece[1:])
                size += len(piece)
        # Files whose line ends were converted twice have an empty line after each.
        elif piece:
            yield number, b"".join(parts)[:MAX_LINE_BYTES]
            number, parts, size = place, [piece], len(piece)
    yield number, b"".join(parts)[:MAX_LINE_BYTES]


def as_utf8(data: bytes) -> bytes:
    """The file in UTF-8, as far as it can be told; pieces of other encodings stay as they are."""
    if data.startswith(codecs.BOM_UTF8):
        return data[len(codecs.BOM_UTF8) :]
    if encoding := _wide_encoding(data):
        return data.decode(encoding, "replace").removeprefix("\ufeff").encode("utf-8", "replace")
    return data


def decoded(raw: bytes) -> str:
    """UTF-8, else what Windows writes in Western Europe."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def unescaped(value: str) -> str:
    r"""A text value as it was before `\,`, `\;`, `\n` and `\\` were written into it."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16, told by its mark or by every other byte being nought."""
    sample = data[:_SAMPLE]
    if data.startswith(codecs.BOM_UTF16_LE) or _is_half_empty(sample[1::2], sample[::2]):
        return "utf-16-le"
    if data.startswith(codecs.BOM_UTF16_BE) or _is_half_empty(sample[::2], sample[1::2]):
        return "utf-16-be"
    return None


def _is_half_empty(empty: bytes, full: bytes) -> bool:
    return len(full) > 1 and 2 * empty.count(0) > len(empty) and 2 * full.count(0) < len(full)


def _content_line(number: int, raw: bytes) -> ContentLine | None:
    # What is cut may end within a letter.
    text = raw.decode("utf-8", "ignore") if len(raw) == MAX_LINE_BYTES else decoded(raw)
    found = _NAME.match(text)
    if found is None:
        return None
    parameters: dict[str, str] = {}
    place = found.end()
    while parameter := _PARAMETER.match(text, place):
        parameters.setdefault(parameter[1].upper(), parameter[2].strip('"'))
        place = parameter.end()
    if text[place : place + 1] != ":":
        return None
    return ContentLine(number, found[0].upper(), parameters, text[place + 1 :])


def _too_many() -> CalendarUnreadable:
    message = f"The file has more than {MAX_LINES} lines"
    return CalendarUnreadable(CalendarFault.TOO_MUCH_DATA, message)
