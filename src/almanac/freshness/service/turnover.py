"""Waste and turnover by product and over time."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import invalid_field
from almanac.freshness.domain.turnover import Step, Turnover, periods, turnover, turnover_by_period
from almanac.freshness.queries.turnover import list_stays, product_marks
from almanac.freshness.schemas.product import ProductMark
from almanac.freshness.schemas.turnover import (
    PeriodTurnover,
    ProductTurnover,
    TurnoverRead,
    TurnoverReport,
)
from almanac.schedules.rules import Weekday

MAX_DAYS = 1100


async def report_turnover(
    session: AsyncSession,
    user_id: UUID,
    first: date,
    last: date,
    step: Step,
    *,
    week_start: Weekday,
) -> TurnoverReport:
    """Sales and waste between two dates, both included, at most three years: two statements."""
    if last < first:
        raise invalid_field("/query/to", "ends_before_start", "The end lies before the start")
    if (last - first).days >= MAX_DAYS:
        raise invalid_field("/query/to", "range_too_long", f"Ask for at most {MAX_DAYS} days")
    stays = await list_stays(session, user_id, first, last)
    marks = await product_marks(session, user_id)
    bounds = list(periods(first, last, step, week_start))
    found = turnover_by_period(stays, bounds)
    total = turnover(stays, first, last)
    return TurnoverReport(
        first_on=first,
        last_on=last,
        by=step,
        total=TurnoverRead.model_validate(_sum(total)),
        products=_by_product(total, marks),
        periods=[
            _period(start, end, each, marks)
            for (start, end), each in zip(bounds, found, strict=True)
        ],
    )


def _period(
    first: date, last: date, found: Mapping[UUID, Turnover], marks: Mapping[UUID, ProductMark]
) -> PeriodTurnover:
    total = TurnoverRead.model_validate(_sum(found))
    return PeriodTurnover(
        first_on=first, last_on=last, products=_by_product(found, marks), **total.model_dump()
    )


def _by_product(
    found: Mapping[UUID, Turnover], marks: Mapping[UUID, ProductMark]
) -> list[ProductTurnover]:
    return [
        ProductTurnover(product=mark, **TurnoverRead.model_validate(found[key]).model_dump())
        for key, mark in marks.items()
        if key in found
    ]


def _sum(found: Mapping[UUID, Turnover]) -> Turnover:
    return sum(found.values(), start=Turnover())
