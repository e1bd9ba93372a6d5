"""Rules of themes: when two names are one, which colour a new one is given, what files hold."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

# What the web app offers as well, in the same order: web/src/lib/palette.ts.
PALETTE = ("#5D6B2F", "#3C6B3F", "#2F5D7C", "#6D4667", "#A8321E", "#8A5E12", "#6C6254")


@dataclass(frozen=True, slots=True)
class ThemeRecord:
    """A theme on its way in from a file; `key` is what the rest of the file calls it."""

    key: str
    name: str
    color: str


def name_key(name: str) -> str:
    """What two names share that differ in case only, or in how their letters are composed.

    Unicode's canonical caseless match (The Unicode Standard, D145): `Straße` is `STRASSE`.
    """
    folded = unicodedata.normalize("NFD", name).casefold()
    return unicodedata.normalize("NFC", folded)


def free_color(taken: Collection[str]) -> str:
    """The first colour of the palette that no theme has yet; then they begin again."""
    used = {color.upper() for color in taken}
    free = (color for color in PALETTE if color not in used)
    return next(free, PALETTE[len(taken) % len(PALETTE)])
