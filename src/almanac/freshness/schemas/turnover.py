"""What is answered about what became of the goods."""

from datetime import date

from almanac.core.schema import View
from almanac.freshness.domain.turnover import Step
from almanac.freshness.schemas.product import ProductMark


class TurnoverRead(View):
    """Batches that arrived, were sold and were discarded on some days."""

    arrived: int
    sold: int
    discarded: int
    waste_share: float | None
    mean_days: float | None


class ProductTurnover(TurnoverRead):
    product: ProductMark


class PeriodTurnover(TurnoverRead):
    """A period, cut off where the range ends; `products` are those with anything to tell."""

    first_on: date
    last_on: date
    products: list[ProductTurnover]


class TurnoverReport(View):
    first_on: date
    last_on: date
    by: Step
    total: TurnoverRead
    products: list[ProductTurnover]
    periods: list[PeriodTurnover]
