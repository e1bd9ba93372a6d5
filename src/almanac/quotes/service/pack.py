"""The quotes that ship with Almanac: a file for each language, read once."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from almanac.quotes.domain import Language, text_key
from almanac.quotes.schemas import PackQuote

FOLDER = Path(__file__).parents[1] / "pack"
_ENTRIES = TypeAdapter(list[PackQuote])


@dataclass(frozen=True, slots=True)
class Pack:
    """The quotes of a language, each with its key in the same place."""

    quotes: tuple[PackQuote, ...]
    keys: tuple[str, ...]


@cache
def load_pack(language: Language) -> Pack:
    """The pack of a language."""
    quotes = _ENTRIES.validate_json((FOLDER / f"{language}.json").read_bytes())
    return Pack(tuple(quotes), tuple(text_key(quote.text) for quote in quotes))
