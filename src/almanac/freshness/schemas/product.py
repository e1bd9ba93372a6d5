"""Bodies of products."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from almanac.core.schema import Body, Patch, View
from almanac.core.text import Line
from almanac.freshness.domain.checks import MAX_DAYS
from almanac.freshness.domain.emoji import is_one_sign


def _one_sign(text: str) -> str:
    if text and not is_one_sign(text):
        raise PydanticCustomError("not_one_sign", "Use one emoji")
    return text


ProductName = Annotated[Line, Field(min_length=1, max_length=60)]
Emoji = Annotated[Line, Field(max_length=16, examples=["🍗"]), AfterValidator(_one_sign)]
Days = Annotated[int, Field(ge=0, le=MAX_DAYS)]


class ProductCreate(Body):
    """A kind of goods. Limits that are left out are those of the shop.

    `use_by_days` count from the butcher date, or from the arrival without one.
    """

    name: ProductName
    emoji: Emoji = ""
    fresh_days: Days | None = None
    caution_days: Days | None = None
    use_by_days: Days | None = None


class ProductUpdate(Patch):
    """Fields to change; what is left out stays. Batches keep the limits they were made with."""

    clearable = frozenset({"use_by_days"})

    name: ProductName | None = None
    emoji: Emoji | None = None
    fresh_days: Days | None = None
    caution_days: Days | None = None
    use_by_days: Days | None = None


class ProductMark(View):
    """What is shown of the product that a batch is of."""

    id: UUID
    name: str
    emoji: str


class ProductRead(View):
    """A product; new batches of it copy its limits."""

    id: UUID
    name: str
    emoji: str
    fresh_days: int
    caution_days: int
    use_by_days: int | None
    position: int
    on_shelf: int = Field(description="Batches of it that are on the shelf")
    created_at: datetime
    updated_at: datetime


class ProductList(View):
    data: list[ProductRead]
    count: int
    next_cursor: str | None


class ProductOrder(Body):
    """Some products in the order wanted: they share out the places that they hold among all."""

    ids: list[UUID] = Field(min_length=1, max_length=300)


class SourceRead(View):
    """Who published a limit, and when it was last seen there."""

    name: str
    url: str
    confirmed_on: date


class GoodsKind(StrEnum):
    """What suggestions are sorted under."""

    MEAT = "meat"
    POULTRY = "poultry"
    FISH = "fish"
    DAIRY = "dairy"


class SuggestionRead(View):
    """Limits that somebody published for a kind of goods, to be confirmed by the person."""

    key: str
    name: str
    kind: GoodsKind
    emoji: str
    fresh_days: int
    caution_days: int
    use_by_days: int | None
    listed: str = Field(description="What the source calls it")
    published: str = Field(description="How long it keeps cold, in the words of the source")
    source: SourceRead


class SuggestionList(View):
    data: list[SuggestionRead]
    count: int
    next_cursor: None = None
