"""Reads a tagged PDF as assistive technology does: in the order of its tags, by what they say.

Other than pypdf's extraction it knows what is marked: replacement text, which scripts need whose
letters change places, and letters that are shown from right to left (ISO 32000, 14.8.2 and 14.9.4).
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject, IndirectObject

_SECTION = re.compile(r"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(r"<([0-9A-Fa-f]*)>")
# A piece of text, and whether it is shown from the right.
Piece = tuple[str, bool]
Said = Mapping[int, Sequence[Piece]]
BLOCKS = {"/P", "/H1", "/H2", "/TH", "/TD", "/TR", "/LI", "/Table", "/L"}


class _Mark(NamedTuple):
    """Marked content: its number in the tree, and how what it shows is to be read."""

    number: int | None
    is_replaced: bool = False
    is_reversed: bool = False


def text_of(page: PageObject) -> str:
    """What pypdf extracts, with single spaces."""
    return " ".join(page.extract_text().split())


def heard(reader: PdfReader) -> str:
    """Everything that is tagged, in order; a line for each block."""
    (page,) = reader.pages
    said = _said_by_mark(reader, page)
    pieces = _walk(catalog(reader)["/StructTreeRoot"]["/K"], said)
    lines = "".join(_in_reading_order(pieces)).splitlines()
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def tags(reader: PdfReader) -> list[str]:
    """The names of the tags, in order."""
    return list(_names(catalog(reader)["/StructTreeRoot"]["/K"]))


def catalog(reader: PdfReader) -> Any:
    """The root of the document's objects."""
    return reader.trailer["/Root"]


def _names(node: Any) -> Iterator[str]:
    node = _resolved(node)
    if isinstance(node, list):
        for child in node:
            yield from _names(child)
    elif isinstance(node, DictionaryObject) and "/S" in node:
        yield str(node["/S"])
        yield from _names(node.get("/K", []))


def _walk(node: Any, said: Said) -> Iterator[Piece]:
    node = _resolved(node)
    if isinstance(node, list):
        for child in node:
            yield from _walk(child, said)
    elif isinstance(node, int):
        yield from said.get(node, ())
    elif isinstance(node, DictionaryObject):
        content: Any = node
        ends = [("\n", False)] if str(content.get("/S")) in BLOCKS else []
        yield from ends
        yield from _walk(content.get("/MCID", content.get("/K", [])), said)
        yield from ends


def _said_by_mark(reader: PdfReader, page: PageObject) -> Said:
    resources: Any = page["/Resources"]
    fonts: dict[str, dict[int, str]] = {
        name: _codes(font) for name, font in resources["/Font"].items()
    }
    pieces: defaultdict[int, list[tuple[str, bool]]] = defaultdict(list)
    open_marks: list[_Mark] = [_Mark(None)]
    codes: dict[int, str] = {}
    operations: Any = ContentStream(page.get_contents(), reader).operations
    for operands, operator in operations:
        mark = open_marks[-1]
        if operator in {b"BDC", b"BMC"}:
            values: Any = operands[1] if operator == b"BDC" else {}
            number = values.get("/MCID", mark.number)
            replaced = mark.is_replaced or "/ActualText" in values
            open_marks.append(_Mark(number, replaced, operands[0] == "/ReversedChars"))
            if "/ActualText" in values and number is not None:
                text = str(values["/ActualText"])
                pieces[number].append((text, _is_from_the_right(text)))
        elif operator == b"EMC":
            open_marks.pop()
        elif operator == b"Tf":
            codes = fonts[operands[0]]
        elif operator in {b"Tj", b"TJ"} and mark.number is not None and not mark.is_replaced:
            shown = _shown(operands[0], codes)
            pieces[mark.number] += [
                (piece, mark.is_reversed or _is_from_the_right(piece)) for piece in shown
            ]
    return pieces


def _in_reading_order(pieces: Iterable[Piece]) -> Iterator[str]:
    """Words that are shown one by one from the right stand in the file as they do on the line."""
    for is_reversed, run in groupby(pieces, key=itemgetter(1)):
        texts = [text for text, _ in run]
        yield from reversed(texts) if is_reversed else texts


def _shown(operand: Any, codes: dict[int, str]) -> list[str]:
    strings = operand if isinstance(operand, list) else [operand]
    raw = [_bytes(string) for string in strings if isinstance(string, str | bytes)]
    return [
        codes.get(int.from_bytes(string[at : at + 2]), "")
        for string in raw
        for at in range(0, len(string), 2)
    ]


def _bytes(string: Any) -> bytes:
    return string if isinstance(string, bytes) else bytes(string.original_bytes)


def _codes(font: Any) -> dict[int, str]:
    """What each code of a font means, by its table to Unicode."""
    found: dict[int, str] = {}
    for kind, body in _SECTION.findall(_resolved(font)["/ToUnicode"].get_data().decode("latin-1")):
        values = _HEX.findall(body)
        if kind == "bfchar":
            for code, text in zip(values[::2], values[1::2], strict=True):
                found[int(code, 16)] = _utf_16(text)
        else:
            for first, last, text in zip(values[::3], values[1::3], values[2::3], strict=True):
                for code in range(int(first, 16), int(last, 16) + 1):
                    start = _utf_16(text)
                    found[code] = start[:-1] + chr(ord(start[-1]) + code - int(first, 16))
    return found


def _utf_16(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")


def _is_from_the_right(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)


def _resolved(node: Any) -> Any:
    return node.get_object() if isinstance(node, IndirectObject) else node
