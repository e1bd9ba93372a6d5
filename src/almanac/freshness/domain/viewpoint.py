"""When, where and in which words a person looks at their shelf."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from almanac.freshness.domain.status import shop_today


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """Now, in the person's own zone and language.

    `configured` is the address that the operator gave this server, `asked` the one that this
    request came to.
    """

    now: datetime
    zone: ZoneInfo
    locale: str
    configured: str | None
    asked: str

    @property
    def origin(self) -> str:
        """Where this server is reached."""
        return self.configured or self.asked

    def today(self, shop_zone: ZoneInfo | None) -> date:
        """The date at the shop, whose zone is the person's until it is set."""
        return shop_today(self.now, shop_zone or self.zone)
