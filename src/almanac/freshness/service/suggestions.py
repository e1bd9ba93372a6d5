"""Limits that public bodies published for kinds of goods: `suggestions.json`, read once.

The file holds what the source says and calls the goods, when that was compared with it, and our
names. What no source could be found for is not in it.
"""

from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import TypeAdapter

from almanac.core.schema import Body
from almanac.freshness.domain.published import published_days
from almanac.freshness.schemas.product import GoodsKind, SourceRead, SuggestionList, SuggestionRead
from almanac.language.choice import language_of

_FILE = files("almanac.freshness") / "suggestions.json"


class Goods(Body):
    """An entry of the file; `listed` is the source's name for it, `names` are by language."""

    key: str
    kind: GoodsKind
    emoji: str
    names: dict[Literal["en", "de"], str]
    listed: str
    published: str


class Published(Body):
    """The file."""

    source: SourceRead
    goods: list[Goods]


@cache
def load_published() -> Published:
    """The file as it is."""
    return TypeAdapter(Published).validate_json(_FILE.read_bytes())


def list_suggestions(locale: str) -> SuggestionList:
    """All suggestions, named in the person's language where that has a name for them."""
    published = load_published()
    data = [_suggestion(goods, published.source, locale) for goods in published.goods]
    return SuggestionList(data=data, count=len(data))


def _suggestion(goods: Goods, source: SourceRead, locale: str) -> SuggestionRead:
    fresh_days, caution_days = published_days(goods.published)
    own = {str(language): name for language, name in goods.names.items()}
    return SuggestionRead(
        key=goods.key,
        name=own.get(language_of(locale), goods.names["en"]),
        kind=goods.kind,
        emoji=goods.emoji,
        fresh_days=fresh_days,
        caution_days=caution_days,
        use_by_days=None,
        listed=goods.listed,
        published=goods.published,
        source=source,
    )
