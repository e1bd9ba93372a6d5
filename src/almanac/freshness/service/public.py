"""The public report of a batch: what its code leads to, for anybody."""

from datetime import date, datetime
from typing import NamedTuple

from almanac.core.errors import NotFound
from almanac.core.lookups import Lookups
from almanac.freshness.domain.codes import read_code
from almanac.freshness.domain.model import Batch, Limits
from almanac.freshness.domain.status import days_on_shelf, next_change, shop_today, status_of
from almanac.freshness.queries.public import PublicRow, find_public
from almanac.freshness.schemas.batch import NextChange
from almanac.freshness.schemas.public import PublicBatch, PublicProduct, PublicShop
from almanac.schedules.times import zone_named

# Looked for when what was typed is no code, so that it takes as long as one that nobody has.
_NOBODYS = ""


class CodeUnknown(NotFound):
    code, title = "code_unknown", "Nothing is found under this code"


class Report(NamedTuple):
    """What is known of a batch on a day at its shop; all that a page of it depends on."""

    row: PublicRow
    today: date


async def find_report(lookups: Lookups, typed: str, *, now: datetime) -> Report | None:
    """The report under a code as somebody typed it.

    None alike for a code that nobody has, that was taken back or that is none, and for a batch that
    was deleted or whose owner's account is deactivated.
    """
    row = await find_public(lookups, read_code(typed) or _NOBODYS)
    return None if row is None else Report(row, shop_today(now, zone_named(row.timezone)))


async def read_report(lookups: Lookups, typed: str, *, now: datetime) -> PublicBatch:
    """The report as the API shows it. Raises `CodeUnknown`."""
    report = await find_report(lookups, typed, now=now)
    if report is None:
        raise CodeUnknown
    return report_view(report)


def report_view(report: Report) -> PublicBatch:
    """A report as the API shows it."""
    row, today = report.row, report.today
    batch = Batch(
        arrived_on=row.arrived_on,
        butchered_on=row.butchered_on,
        use_by=row.use_by,
        limits=Limits(row.fresh_days, row.caution_days, row.use_by_days),
        state=row.state,
    )
    change = next_change(batch, today)
    return PublicBatch(
        code=row.code,
        product=PublicProduct(name=row.product_name, emoji=row.product_emoji),
        batch_identifier=row.identifier,
        lot=row.lot,
        butcher_date=row.butchered_on,
        arrival_date=row.arrived_on,
        use_by=batch.last_use_on,
        state=row.state,
        status=status_of(batch, today),
        next_change=None if change is None else NextChange(on=change[0], status=change[1]),
        days_on_shelf=days_on_shelf(batch, today),
        left_on=row.left_on,
        recall_reason=row.recall_reason,
        shop=PublicShop(name=row.shop_name, contact=row.shop_contact),
        today=today,
        updated_at=row.updated_at,
    )
