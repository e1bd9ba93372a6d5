"""What the API answers, and the two forms in which quotes come in: the pack's and a provider's."""

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from almanac.core.schema import Body, View
from almanac.core.text import Line

TEXT_LENGTH, AUTHOR_LENGTH = 400, 120


class QuoteSource(StrEnum):
    """Where a day's quote comes from."""

    PACK = "pack"
    PROVIDER = "provider"


class QuoteRead(View):
    """The quote of a day; `work` is where it stands, which providers do not say."""

    date: dt.date
    text: str
    author: str
    work: str | None
    source: QuoteSource


class PackQuote(Body):
    """One entry of the pack that ships with Almanac."""

    text: Annotated[Line, Field(min_length=1, max_length=TEXT_LENGTH)]
    author: Annotated[Line, Field(min_length=1, max_length=AUTHOR_LENGTH)]
    work: Annotated[Line, Field(min_length=1)]
    year: int | str | None = None


class ProvidedQuote(BaseModel):
    """One entry of a provider's answer in ZenQuotes' form; other fields are not looked at."""

    model_config = ConfigDict(frozen=True, strict=True)

    text: Annotated[Line, Field(alias="q", min_length=1, max_length=TEXT_LENGTH)]
    author: Annotated[Line, Field(alias="a", min_length=1, max_length=AUTHOR_LENGTH)]
