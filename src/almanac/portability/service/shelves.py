"""The shelf of a document: read as a whole, refused as a whole."""

from datetime import timedelta

from almanac.freshness.domain.checks import batch_faults, limit_faults
from almanac.freshness.domain.transfer import ShelfRecord
from almanac.freshness.schemas.transfer import ShelfDocument
from almanac.freshness.service.export import DoubledPart, shelf_of
from almanac.freshness.service.logo import LogoRefused
from almanac.portability.domain.reading import (
    MAX_EVENTS,
    Fault,
    Reader,
    Unreadable,
    refuse_future,
)

# The shop may lie so much further east than its owner.
_BETWEEN_ZONES = timedelta(days=2)


def read_shelf(document: ShelfDocument, reader: Reader) -> ShelfRecord:
    """The shelf as it will be brought in. Raises `Unreadable`."""
    if sum(len(batch.events) for batch in document.batches) > MAX_EVENTS:
        raise Unreadable(Fault.TOO_MUCH_DATA, f"The file holds more than {MAX_EVENTS} events")
    try:
        shelf = shelf_of(document)
    except LogoRefused as exc:
        raise Unreadable(Fault.DAMAGED, "The logo of the shop cannot be read") from exc
    except DoubledPart as exc:
        raise Unreadable(Fault.DAMAGED, f"{exc} occurs twice") from exc
    except KeyError as exc:
        message = "A batch names a product that is not in the file"
        raise Unreadable(Fault.DAMAGED, message) from exc
    _check(shelf, reader)
    return shelf


def _check(shelf: ShelfRecord, reader: Reader) -> None:
    today = reader.today + _BETWEEN_ZONES
    for limits in (shelf.shop.limits, *(product.limits for product in shelf.products)):
        for fault in limit_faults(limits):
            raise Unreadable(Fault.DAMAGED, f"{fault.field}: {fault.detail}")
    for batch in shelf.batches:
        for fault in batch_faults(batch.batch, today):
            raise Unreadable(Fault.DAMAGED, f"{batch.identifier}: {fault.detail}")
        refuse_future(batch.identifier, batch.left_on or reader.today, batch.created_at, today)
        for event in batch.events:
            refuse_future(batch.identifier, event.on, event.at, today)
