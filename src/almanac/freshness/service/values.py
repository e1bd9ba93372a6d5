"""Between rows of freshness and the values that the rules work on."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from pydantic import BaseModel

from almanac.freshness import models
from almanac.freshness.domain.identifiers import likeness
from almanac.freshness.domain.model import Batch, Limits
from almanac.freshness.domain.status import turns_of

_COLUMNS = {
    "batch_identifier": "identifier",
    "butcher_date": "butchered_on",
    "arrival_date": "arrived_on",
}
_SAID = {column: name for name, column in _COLUMNS.items()}
LIMITS = ("fresh_days", "caution_days", "use_by_days")


def batch_of(row: models.Batch) -> Batch:
    """A batch as the rules read it."""
    return Batch(
        arrived_on=row.arrived_on,
        butchered_on=row.butchered_on,
        use_by=row.use_by,
        limits=limits_of(row),
        state=row.state,
    )


def limits_of(row: models.Batch | models.Product) -> Limits:
    """The limits of a batch, or those that new batches of a product copy."""
    return Limits(row.fresh_days, row.caution_days, row.use_by_days)


def limit_values(row: models.Product) -> dict[str, Any]:
    """The limits of a product as a batch's columns hold them."""
    return {name: getattr(row, name) for name in LIMITS}


def batch_values(data: BaseModel, fields: Iterable[str]) -> dict[str, Any]:
    """The given fields as the columns hold them."""
    values = {_COLUMNS.get(name, name): getattr(data, name) for name in fields}
    if "quantity" in values:
        values["quantity"] = to_thousandths(values["quantity"])
    return values


def write_batch(row: models.Batch, values: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Give a batch new values with what follows from them; answers what changed, as it is told."""
    before = {name: getattr(row, name) for name in values}
    for name, value in values.items():
        setattr(row, name, value)
    row.identifier_key, row.lot_key = likeness(row.identifier), likeness(row.lot)
    turns = turns_of(batch_of(row))
    row.caution_on, row.expires_on = turns.caution_on, turns.expires_on
    return {
        _SAID.get(name, name): [_told(name, old), _told(name, values[name])]
        for name, old in before.items()
        if old != values[name]
    }


def to_thousandths(quantity: float | None) -> int | None:
    """A quantity as typed (`0.1`) in whole thousandths, half up."""
    if quantity is None:
        return None
    return int(Decimal(repr(quantity)).scaleb(3).to_integral_value(ROUND_HALF_UP))


def from_thousandths(quantity: int | None) -> float | None:
    """Whole thousandths as the number that was typed."""
    return None if quantity is None else quantity / 1000


def _told(name: str, value: Any) -> Any:
    if name == "quantity":
        return from_thousandths(value)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, int | None) else str(value)
