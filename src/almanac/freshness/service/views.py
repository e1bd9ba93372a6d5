"""Products and batches as the API shows them."""

from almanac.freshness import models
from almanac.freshness.domain.codes import grouped
from almanac.freshness.domain.status import days_on_shelf, next_change, status_of
from almanac.freshness.queries.listing import Found
from almanac.freshness.schemas.batch import BatchRead, LimitsRead, NextChange, UseByRule
from almanac.freshness.schemas.product import ProductMark, ProductRead
from almanac.freshness.service.lookup import AtShop
from almanac.freshness.service.values import batch_of, from_thousandths


def product_view(row: models.Product, on_shelf: int) -> ProductRead:
    """A product with how many batches of it are on the shelf."""
    return ProductRead(
        id=row.id,
        name=row.name,
        emoji=row.emoji,
        fresh_days=row.fresh_days,
        caution_days=row.caution_days,
        use_by_days=row.use_by_days,
        position=row.position,
        on_shelf=on_shelf,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def batch_view(found: Found, at: AtShop) -> BatchRead:
    """A batch as it stands at its shop."""
    row, batch = found.batch, batch_of(found.batch)
    change = next_change(batch, at.today)
    return BatchRead(
        id=row.id,
        product=ProductMark(id=row.product_id, name=found.product_name, emoji=found.product_emoji),
        batch_identifier=row.identifier,
        lot=row.lot,
        butcher_date=row.butchered_on,
        arrival_date=row.arrived_on,
        use_by=batch.last_use_on,
        use_by_rule=_use_by_rule(row),
        quantity=from_thousandths(row.quantity),
        unit=row.unit,
        note=row.note,
        state=row.state,
        status=status_of(batch, at.today),
        next_change=None if change is None else NextChange(on=change[0], status=change[1]),
        days_on_shelf=days_on_shelf(batch, at.today),
        limits=LimitsRead(
            fresh_days=row.fresh_days,
            caution_days=row.caution_days,
            use_by_days=row.use_by_days,
        ),
        left_on=row.left_on,
        recall_reason=row.recall_reason,
        code=row.code,
        code_grouped=grouped(row.code),
        public_url=f"{at.origin}/b/{row.code}",
        scans=row.scans,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def _use_by_rule(row: models.Batch) -> UseByRule | None:
    if row.use_by is not None:
        return UseByRule.WRITTEN
    return None if row.use_by_days is None else UseByRule.PRODUCT
