"""The words of a task as they are searched and sorted by."""

import unicodedata

# Accents that stand alone once a letter is taken apart: é is e and U+0301.
_ACCENTS = frozenset(map(chr, range(0x0300, 0x0370)))


def fold(text: str) -> str:
    """Text without differences of case and accents: `Äpfel` is `apfel`, `Straße` is `strasse`."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if part not in _ACCENTS).casefold()


def search_key(title: str, notes: str) -> str:
    """A task's words folded, the title first, so that it sorts by title too."""
    return f"{fold(title)}\n{fold(notes)}"
