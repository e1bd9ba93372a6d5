"""The words of each language: `catalogues/<language>.toml`, a text by each key.

A key is the table and the name in it (`share.revoke`). A text holds its values in braces, as
`str.format` takes them. A text that counts is a table of the plural forms of its language by their
names in CLDR (`one`, `few`, `other` …), and its value `count` decides. English has every key; a
test has each other catalogue have the same ones with the same values.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

Text = str | Mapping[str, str]
PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})
DEFAULT = "en"
_FOLDER = files("almanac.language") / "catalogues"


@cache
def languages() -> tuple[str, ...]:
    """The languages there is a catalogue of, English first."""
    found = {entry.name.removesuffix(".toml") for entry in _FOLDER.iterdir()}
    return (DEFAULT, *sorted(found - {DEFAULT}))


@cache
def catalogue(language: str) -> Mapping[str, Text]:
    """The texts of a language by their keys."""
    tables = tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return {
        f"{table}.{name}": text for table, texts in tables.items() for name, text in texts.items()
    }
