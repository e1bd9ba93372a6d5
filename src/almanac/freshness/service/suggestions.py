"""Limits that public bodies published for kinds of goods."""

from functools import cache
from importlib.resources import files

from pydantic import TypeAdapter

from almanac.freshness.schemas.product import SuggestionList, SuggestionRead
from almanac.language.choice import language_of

_FILE = files("almanac.freshness") / "suggestions.json"
_ENTRIES = TypeAdapter(list[dict[str, object]])


@cache
def list_suggestions(locale: str) -> SuggestionList:
    """All suggestions, named in the person's language where they are."""
    entries = _ENTRIES.validate_json(_FILE.read_bytes())
    data = [_named(entry, language_of(locale)) for entry in entries]
    return SuggestionList(data=data, count=len(data))


def _named(entry: dict[str, object], language: str) -> SuggestionRead:
    names = entry["names"]
    if not isinstance(names, dict):
        raise TypeError(entry["key"])
    name = names.get(language) or names["en"]
    return SuggestionRead.model_validate({**entry, "name": name})
