"""Rules of themes: when two names are one. Pure."""

import unicodedata


def name_key(name: str) -> str:
    """What two names share that differ in case only, or in how their letters are composed.

    Unicode's canonical caseless match (The Unicode Standard, D145): `Straße` is `STRASSE`.
    """
    folded = unicodedata.normalize("NFD", name).casefold()
    return unicodedata.normalize("NFC", folded)
