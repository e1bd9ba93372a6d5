"""Bodies of the shop's profile."""

from datetime import date, datetime
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from almanac.core.schema import Patch, View
from almanac.core.text import Line, Prose
from almanac.freshness.domain.addresses import MAX_ADDRESS, is_local, normal_address
from almanac.freshness.schemas.product import Days
from almanac.identity.schemas import Zone

MAX_CONTACT_LINES = 8


def _few_lines(text: str) -> str:
    if text.count("\n") >= MAX_CONTACT_LINES:
        raise PydanticCustomError("too_many_lines", "Use at most 8 lines")
    return text


ShopName = Annotated[Line, Field(max_length=80)]
Contact = Annotated[Prose, Field(max_length=300), AfterValidator(_few_lines)]


def _address(text: str) -> str:
    address = normal_address(text)
    if address is None or is_local(address):
        detail = "Use an address that other devices reach, such as http://192.168.1.20:8000"
        raise PydanticCustomError("unreachable_address", detail)
    return address


PublicAddress = Annotated[str, Field(max_length=MAX_ADDRESS), AfterValidator(_address)]


class ShopUpdate(Patch):
    """Fields to change; what is left out stays. Without a zone the shop has that of the person."""

    clearable = frozenset({"timezone", "public_url"})

    name: ShopName | None = None
    contact: Contact | None = None
    timezone: Zone | None = None
    public_url: PublicAddress | None = None
    fresh_days: Days | None = None
    caution_days: Days | None = None


class ShopRead(View):
    """What customers read of the shop, and what new products begin with."""

    name: str
    contact: str = Field(description="Free lines: telephone, address, mail, web")
    timezone: str | None
    effective_timezone: str
    today: date = Field(description="The date at the shop")
    fresh_days: int
    caution_days: int
    logo_url: str | None
    updated_at: datetime | None = Field(description="Null until something was written")
    public_url: str | None = Field(description="Where codes lead, as the person said")
    codes_origin: str = Field(description="Where codes lead")
    has_local_address: bool = Field(
        description="They lead to this machine only: ask for `public_url` before printing"
    )
