"""Reads what a provider answered. Nothing in it is trusted.

An answer that is not a list of at most 500 entries is refused, and so is one in which the provider
says that something is wrong. Of the entries those are left out that are no plain quotation.
"""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from almanac.quotes.domain import text_key
from almanac.quotes.schemas import ProvidedQuote
from almanac.quotes.service.fetching import ProviderFailed

MAX_ENTRIES = 500
# ZenQuotes tells its errors as a quotation, with its own name as the author.
OWN_NAME = re.compile(r"zen\s?quotes(\.io)?", re.IGNORECASE)
TOO_MANY = re.compile(r"too many requests", re.IGNORECASE)
# Tags and entities: a page's source, which would be shown with its markup.
MARKUP = re.compile(r"</?[a-z!]|&(#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);", re.IGNORECASE)


def read_answer(body: bytes) -> dict[str, ProvidedQuote]:
    """The quotes of an answer by their keys. Raises `ProviderFailed` when there is none."""
    quotes: dict[str, ProvidedQuote] = {}
    for quote in _entries(body):
        if OWN_NAME.fullmatch(quote.author) or TOO_MANY.match(quote.text):
            raise ProviderFailed("provider_error")
        if _is_plain(quote):
            quotes.setdefault(text_key(quote.text), quote)
    if not quotes:
        raise ProviderFailed("no_quotes")
    return quotes


def _is_plain(quote: ProvidedQuote) -> bool:
    has_words = any(character.isalnum() for character in quote.text)
    return has_words and not MARKUP.search(f"{quote.text} {quote.author}")


def _entries(body: bytes) -> Iterator[ProvidedQuote]:
    try:
        answer: Any = from_json(body, allow_inf_nan=False)
    except ValueError:
        raise ProviderFailed("not_json") from None  # the cause would repeat the answer
    if not isinstance(answer, list):
        raise ProviderFailed("not_a_list")
    if len(answer) > MAX_ENTRIES:
        raise ProviderFailed("too_many_quotes")
    for entry in answer:
        try:
            yield ProvidedQuote.model_validate(entry)
        except ValidationError:
            continue
