"""Text that the fonts can draw: what none of them has is replaced, and told.

Nothing is dropped that could be seen. Controls and marks that turn the direction of what follows
are, as they would reach beyond their own text on a page.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, Protocol, TypeAlias

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
# What a template is given: values of JSON.
Json: TypeAlias = str | int | float | bool | Sequence["Json"] | Mapping[str, "Json"] | None

# Private characters, which no text of a person keeps: a family is named, its text, its end.
APART, APART_TEXT, APART_END = "\ue000", "\ue001", "\ue002"
_DROPPED: Final = frozenset("\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BREAKS: Final = str.maketrans(
    {"\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\r": "\n", "\t": " "}
)
_JOINER: Final = "\u200d"
_MARKS: Final = frozenset({"Mn", "Mc", "Me"})
# Modifiers of the skin, and the letters of flags that are written as tags.
_SKIN: Final = range(0x1F3FB, 0x1F400)
_FLAG: Final = range(0x1F1E6, 0x1F200)


class Drawer(Protocol):
    """What knows which pieces of text can be drawn, and by which family if it must be named."""

    def can_draw(self, cluster: str) -> bool: ...

    def family_apart(self, cluster: str) -> str | None: ...


def drawable(text: str, by: Drawer, missing: dict[str, None]) -> str:
    """The text with what cannot be drawn replaced; each such piece is added to `missing`.

    Pieces for which a family must be named stand between marks that `prelude.typ` reads.
    """
    if text.isascii() and text.isprintable():
        return text
    pieces = []
    for cluster in clusters("".join(filter(_is_kept, text.translate(_BREAKS)))):
        seen = "".join(character for character in cluster if not _is_invisible(character))
        if _is_private(seen) or (seen and not by.can_draw(seen)):
            missing[cluster] = None
            pieces.append(REPLACEMENT)
        elif family := by.family_apart(seen or cluster):
            pieces.append(f"{APART}{family}{APART_TEXT}{cluster}{APART_END}")
        else:
            pieces.append(cluster)
    return "".join(pieces)


def clusters(text: str) -> Iterator[str]:
    """The text in pieces that are drawn together: a base with its marks, emoji that are joined."""
    begun = 0
    for at in range(1, len(text)):
        if not _goes_on(text, begun, at):
            yield text[begun:at]
            begun = at
    if text:
        yield text[begun:]


def map_texts(data: Json, change: Callable[[str], str]) -> Json:
    """The data with every text in it changed; names of fields are ours and stay."""
    if isinstance(data, str):
        return change(data)
    if isinstance(data, Mapping):
        return {name: map_texts(value, change) for name, value in data.items()}
    if isinstance(data, Sequence):
        return [map_texts(item, change) for item in data]
    return data


def code_points(missing: Iterable[str]) -> str:
    """Pieces by their code points, as Unicode writes them: U+1F9FF, U+0061+0329."""
    return ", ".join(
        "U+" + "+".join(f"{ord(character):04X}" for character in piece) for piece in missing
    )


def _is_kept(character: str) -> bool:
    if character in _DROPPED:
        return False
    return character == "\n" or unicodedata.category(character) != "Cc"


def _is_private(piece: str) -> bool:
    """Whether it has a character that means what somebody wants it to; fonts differ in theirs."""
    return any(unicodedata.category(character) == "Co" for character in piece)


def _is_invisible(character: str) -> bool:
    """Whether nothing is drawn for it where a font lacks it."""
    is_selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    is_format = unicodedata.category(character) == "Cf" and not "\u0600" <= character <= "\u08ff"
    return is_selector or is_format or character in "\n\u034f"


def _goes_on(text: str, begun: int, at: int) -> bool:
    character, before = text[at], text[at - 1]
    if unicodedata.category(character) in _MARKS or character == _JOINER:
        return True
    if before == _JOINER or ord(character) in _SKIN:
        return True
    # Two letters make a flag.
    return ord(character) in _FLAG and ord(before) in _FLAG and at - begun == 1
