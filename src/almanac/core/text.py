"""Text that people type: what is refused and what is tidied, in one place for all schemas."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LINE_BREAKS = frozenset("\n\t")
INVISIBLE = frozenset({"Cf", "Zl", "Zp", "Zs"})
# Letters and symbols by their category, but drawn as nothing: fillers of Hangul, empty Braille.
BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def _refuse_controls(text: str, allowed: frozenset[str]) -> None:
    for character in text:
        if character in allowed:
            continue
        if unicodedata.category(character) in {"Cc", "Cs"} or character in BIDI_CONTROLS:
            raise PydanticCustomError("control_character", "Control characters are not allowed")


def is_invisible(text: str) -> bool:
    """Whether nothing of the text can be seen: spaces, joiners and marks of direction alone."""
    return all(each in BLANKS or unicodedata.category(each) in INVISIBLE for each in text)


def _line(text: str) -> str:
    _refuse_controls(text, frozenset())
    if text and is_invisible(text):
        raise PydanticCustomError("invisible", "Use at least one character that can be seen")
    return unicodedata.normalize("NFC", text)


def _prose(text: str) -> str:
    text = text.replace("\r\n", "\n")
    _refuse_controls(text, LINE_BREAKS)
    return unicodedata.normalize("NFC", text)


def _verbatim(text: str) -> str:
    _refuse_controls(text, frozenset())
    if is_invisible(text):
        raise PydanticCustomError("invisible", "Use at least one character that can be seen")
    return text


_STRIPPED = StringConstraints(strip_whitespace=True)
# One line: names, titles, units. Lengths are set beside the field with `Field`.
Line = Annotated[str, _STRIPPED, AfterValidator(_line)]
# Several lines: descriptions and notes.
Prose = Annotated[str, _STRIPPED, AfterValidator(_prose)]
# One line exactly as it was typed, for whoever counts places in it.
Verbatim = Annotated[str, AfterValidator(_verbatim)]
